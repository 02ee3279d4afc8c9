import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { answersFrom, type Catchup, findLeft, type Ticket } from '../flows/catching-up.ts'
import type { ColumnFlags } from '../flows/csv-columns.ts'
import { readPastDay } from '../flows/dates.ts'
import { openIncoming } from '../flows/incoming.ts'
import { toJson } from '../flows/json.ts'
import { withPatience } from '../flows/patience.ts'
import { recordContact } from '../flows/record.ts'
import { printPage } from '../flows/report.ts'
import { catchupPage } from '../pages/catchup.ts'
import { counted } from '../pages/wording.ts'
import type { Ask } from '../prompts/ask.ts'

interface CatchupFlags extends ColumnFlags {
  readonly day?: string
  readonly json?: boolean
}

const CHOICE = '  Enter: write it down   s: leave it for now   q: stop'

export function catchupCommand(command: Command, ctx: Context): void {
  command
    .argument('<file>', "the day's tickets or visits as CSV; - reads stdin")
    .option('--map <columns>', 'what its columns mean, once: who=Requester,at=Created,...')
    .option('--preset <name>', 'the columns of zendesk or hubspot')
    .option('--day <when>', 'only what happened on this day: today, mon, 2026-11-12')
    .option('--json', 'print what is not written down, as JSON')
    .action((file: string, flags: CatchupFlags) => runCatchup(ctx, file, flags))
}

async function runCatchup(ctx: Context, file: string, flags: CatchupFlags): Promise<void> {
  const day = flags.day === undefined ? undefined : await readPastDay(ctx, flags.day)
  const incoming = await openIncoming(ctx, file, undefined)
  const found = await withPatience(ctx, `Reading ${incoming.name}: this takes a moment.`, () =>
    findLeft(ctx, incoming, flags, day),
  ).finally(() => incoming.close())
  if (flags.json) return ctx.print(toJson(found.left.map(shown)))
  ctx.remark(sentence(found))
  if (found.left.length === 0) return
  const ask = await ctx.ask()
  if (ask) await walk(ctx, ask, found.left)
  else await list(ctx, found.left)
}

function sentence({ left, written }: Catchup): string {
  if (left.length + written === 0) return 'There is nothing to write down in it.'
  if (left.length === 0) return `All ${counted(written, 'contact')} are written down.`
  return `${counted(left.length, 'contact')} not written down yet, ${written} done.`
}

function shown({ id, where, at, known, missing, faults }: Ticket): object {
  return { id, where, ...(at && { at }), known: Object.fromEntries(known), missing, faults }
}

async function list(ctx: Context, left: readonly Ticket[]): Promise<void> {
  const { terminal, columns } = ctx.look()
  const width = terminal ? columns : Number.POSITIVE_INFINITY
  await printPage(ctx, catchupPage(left, await ctx.today()), width)
  ctx.remark('In a terminal, the same command asks about each of them.')
}

/** Goes through them one by one; what the file knows is not asked. */
async function walk(ctx: Context, ask: Ask, left: readonly Ticket[]): Promise<void> {
  let written = 0
  for (const [index, ticket] of left.entries()) {
    ask.say(lineOf(ticket, `${index + 1} of ${left.length}`), 'strong')
    for (const fault of ticket.faults) ask.say(`  not taken: ${fault}`, 'dim')
    const key = (await ask.key(CHOICE)).toLowerCase()
    if (key === 'q') break
    if (key !== '') continue
    await recordContact(ctx, answersFrom(ticket), { id: ticket.id })
    written++
  }
  ctx.remark(`${counted(written, 'contact')} written down, ${left.length - written} left.`)
}

function lineOf({ at, customer, ref, summary }: Ticket, place: string): string {
  const when = at === undefined ? '' : `${at.slice(0, 10)} ${at.slice(11, 16)}`
  return [place, when, customer, ref, summary].filter((part) => part).join('  ')
}
