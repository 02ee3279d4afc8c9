import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { type Chosen, gatherHandover, writePack } from '../flows/handover.ts'
import { askTicks, refuseSome } from '../flows/handover-asking.ts'
import { handoverLog } from '../flows/handover-log.ts'
import { handoverPage } from '../flows/handover-page.ts'
import { toJson } from '../flows/json.ts'
import { printPage } from '../flows/report.ts'
import { withTeam } from '../flows/team-store.ts'
import { type FieldPath, readInclude } from '../handover/classes.ts'
import { lastTicks, nextWeek, withHandover } from '../handover/log.ts'
import { handedOver, makePack, type Pack } from '../handover/pack.ts'
import { preview } from '../handover/preview.ts'
import { formatPeriod, type Period, readPeriod } from '../model/period.ts'
import { DEFAULT_REP } from '../model/vocabulary.ts'
import { argument } from '../pages/wording.ts'
import { readAddress } from '../team/address.ts'

interface HandoverFlags {
  readonly out?: string
  readonly to?: string
  readonly yes?: boolean
  readonly include?: readonly string[]
  readonly follow?: boolean
  readonly json?: boolean
}

const list = (value: string, before: readonly string[] = []) => [
  ...before,
  ...value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
]

export function handoverCommand(command: Command, ctx: Context): void {
  command
    .argument(
      '[period]',
      'a week, or a month as 2026-11; left out, the newest week not yet handed over',
    )
    .option('-o, --out <dir>', 'the folder for the pack, made if missing; else where you are')
    .option('--to <address>', 'push the pack to a team store, postgres://host/database?team=name')
    .option(
      '--include <fields>',
      'tick these fields, with commas between; customer means the code',
      list,
    )
    .option(
      '--follow',
      'let your coach follow a customer over several weeks, by a code only you can read',
    )
    .option('--yes', 'hand over without asking')
    .option('--json', 'the preview as JSON')
    .action((period: string | undefined, flags: HandoverFlags) => runHandover(ctx, period, flags))
}

async function runHandover(
  ctx: Context,
  typed: string | undefined,
  flags: HandoverFlags,
): Promise<void> {
  const team = flags.to === undefined ? undefined : readAddress(flags.to).team
  const ticked = readInclude(flags.include ?? [])
  await requireName(ctx)
  const period = await periodOf(ctx, typed)
  if (!period) return ctx.note('Nothing to hand over: every finished week has been.')
  const chosen: Chosen = {
    period,
    include: ticked,
    team,
    codes: flags.follow ? 'keyed' : 'numbered',
  }
  const pack = await confirmed(ctx, chosen, flags)
  if (pack) await deliver(ctx, pack, flags)
}

async function requireName(ctx: Context): Promise<void> {
  const { rep = DEFAULT_REP } = await ctx.settings.read()
  if (rep !== DEFAULT_REP) return
  const ask = await ctx.ask()
  if (!ask)
    throw misuse('A handover needs a name your coach knows you by: afterword config rep NAME')
  const reply = await ask.line({
    text: 'What may your coach call you?',
    judge: (name) =>
      name.trim() && [...name.trim()].length <= 40
        ? { ok: true }
        : { ok: false, why: '1 to 40 characters' },
  })
  if ('typed' in reply)
    await ctx.settings.change((settings) => ({ ...settings, rep: reply.typed.trim() }))
  else throw misuse('Nothing was handed over.')
}

async function periodOf(ctx: Context, typed: string | undefined): Promise<Period | undefined> {
  const today = await ctx.today()
  if (typed !== undefined)
    return readPeriod(typed, /^\d{4}-\d{2}$/.test(typed) ? 'month' : 'week', today)
  const firstDay = await ctx.journal.firstDay()
  return firstDay === undefined
    ? undefined
    : nextWeek(await handoverLog(ctx).read(), firstDay, today)
}

/** Shows the preview, and returns the pack once the rep has said yes to it; nothing is written before. */
async function confirmed(
  ctx: Context,
  chosen: Chosen,
  flags: HandoverFlags,
): Promise<Pack | undefined> {
  const handover = await gatherHandover(ctx, chosen)
  if (handedOver(handover).length === 0) {
    ctx.note(`Nothing to hand over for ${formatPeriod(chosen.period)}.`)
    return undefined
  }
  const ask = flags.yes ? undefined : await ctx.ask()
  await showPreview(ctx, handover, flags)
  if (flags.yes) return makePack(handover)
  if (!ask) {
    if (flags.json) return undefined
    throw misuse(
      'Nothing was handed over. After reading it: --yes, and --include FIELD,... for the words to tick.',
    )
  }
  await refuseSome(ctx, ask, handedOver(handover))
  const include = flags.include
    ? chosen.include
    : await askTicks(ask, lastTicks(await handoverLog(ctx).read()))
  const last = await gatherHandover(ctx, { ...chosen, include })
  await showPreview(ctx, last, flags)
  return (await ask.confirm('Hand this over?')) ? makePack(last) : undefined
}

type Handover = Awaited<ReturnType<typeof gatherHandover>>

async function showPreview(
  ctx: Context,
  handover: Handover,
  { json }: HandoverFlags,
): Promise<void> {
  const shown = preview(handover)
  if (json) await ctx.print(toJson(shown))
  else await printPage(ctx, handoverPage(shown, await ctx.today()))
}

async function deliver(ctx: Context, pack: Pack, flags: HandoverFlags): Promise<void> {
  if (flags.to === undefined || flags.out !== undefined) await keep(ctx, pack, flags.out ?? '.')
  if (flags.to !== undefined) await push(ctx, pack, flags)
  const { exportId, made, period, include } = pack
  await handoverLog(ctx).change((log) =>
    withHandover(log, { period: period.name, exportId, made }, include as FieldPath[]),
  )
}

async function keep(ctx: Context, pack: Pack, folder: string): Promise<string[]> {
  const paths = await writePack(ctx, pack, folder)
  ctx.remark(`Written, for you to give to your coach: ${paths.join(', ')}`)
  return paths
}

/** Pushes the pack; where that fails, the pack that was said yes to is kept as a file. */
async function push(ctx: Context, pack: Pack, { to = '', out }: HandoverFlags): Promise<void> {
  try {
    const [added] = await withTeam(ctx, to, (store) => store.add([pack]))
    ctx.remark(
      `Handed over to ${readAddress(to).name}: ${pack.exportId}${added?.outcome === 'known' ? ', as before' : ''}`,
    )
  } catch (error) {
    const paths = out === undefined ? await keep(ctx, pack, '.') : []
    const [path = 'the pack'] = paths
    ctx.note(`The pack is kept. To try again: afterword team add ${argument(path)} --store ADDRESS`)
    throw error
  }
}
