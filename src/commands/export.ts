import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { formatLeftOut } from '../exchange/leaving.ts'
import { WRITERS, type Writer } from '../exchange/writers.ts'
import { type Chosen, choose } from '../flows/chosen-parts.ts'
import { type Exported, exportPieces } from '../flows/exporting.ts'
import { addFilterFlags, type FilterFlags, filterOf } from '../flows/filter-flags.ts'
import { type OutFlags, printOrWrite } from '../flows/output.ts'
import { withPatience } from '../flows/patience.ts'
import { counted } from '../pages/wording.ts'

interface ExportFlags extends FilterFlags, OutFlags {
  readonly format?: string
  readonly rawCsv?: boolean
}

const NAMED = 10
const ELSEWHERE =
  'Only entries of the customer are in it. What others, reviews, drafts and the history say of them: afterword forget NAME --dry-run'

export function exportCommand(command: Command, ctx: Context): void {
  addFilterFlags(command)
    .option('--format <format>', 'jsonl, csv or ics; else by the ending of --out, else jsonl')
    .option('-o, --out <file>', 'write to a file; - is stdout')
    .option('--force', 'write over a file that is there')
    .option('--raw-csv', 'leave cells as they are that a spreadsheet would run as a formula')
    .addHelpText(
      'after',
      '\nics holds one to-do for each planned follow-up. What is private, and every entry\nmarked share: never, stays here whatever the flags; for a coach there is:\nafterword handover',
    )
    .action((flags: ExportFlags) => runExport(ctx, flags))
}

async function runExport(ctx: Context, flags: ExportFlags): Promise<void> {
  const format = formatOf(flags)
  const writer = writerOf(format)
  if (flags.rawCsv && format !== 'csv') throw misuse('--raw-csv goes with --format csv.')
  const chosen = await choose(ctx, await filterOf(ctx, flags))
  sayNames(ctx, flags, chosen)
  if (format === 'ics' && !(await holdsAny(chosen, writer)))
    return ctx.note('No planned follow-up is among them, so there is no calendar to write.')
  const exported: Exported = { written: 0, neverShared: 0, withoutPrivate: 0 }
  const onScreen = ctx.look().terminal && (flags.out === undefined || flags.out === '-')
  const raw = flags.rawCsv ?? false
  const pieces = exportPieces(chosen.parts(), writer, exported, { raw, onScreen })
  await withPatience(ctx, 'Exporting: with so many entries this takes a moment.', () =>
    printOrWrite(ctx, flags, `afterword.${format}`, pieces),
  )
  sayExported(ctx, exported, format)
  if (flags.who !== undefined) ctx.note(ELSEWHERE)
}

function formatOf({ format, out = '' }: ExportFlags): string {
  if (format !== undefined) return format
  const ending = /\.([a-z]+)$/.exec(out)?.[1]
  return ending !== undefined && WRITERS.has(ending) ? ending : 'jsonl'
}

function writerOf(format: string): Writer {
  const writer = WRITERS.get(format)
  if (writer) return writer
  throw misuse(`--format ${format} is not one of: ${[...WRITERS.keys()].join(', ')}.`)
}

/** Whoever asks for one person must hear when it is several. */
function sayNames(ctx: Context, { who }: ExportFlags, { names, sayable }: Chosen): void {
  if (names === undefined || names.size < 2) return
  const listed = [...(sayable ?? [])].slice(0, NAMED)
  const more = names.size - listed.length
  const all = [...listed, ...(more > 0 ? [`${more} more`] : [])]
  ctx.note(`--who ${JSON.stringify(who)} is ${names.size} customers here: ${all.join(', ')}.`)
}

async function holdsAny(chosen: Chosen, { holds }: Writer): Promise<boolean> {
  for await (const part of chosen.parts())
    if (part.some((entry) => entry.share !== 'never' && holds(entry))) return true
  return false
}

function sayExported(ctx: Context, exported: Exported, format: string): void {
  const what =
    format === 'ics'
      ? counted(exported.written, 'planned follow-up')
      : counted(exported.written, 'entry', 'entries')
  const leftOut = formatLeftOut(exported)
  ctx.note(
    [
      `Exported ${what}, and nothing private.`,
      ...(leftOut ? [leftOut] : []),
      'For a coach there is: afterword handover',
    ].join(' '),
  )
}
