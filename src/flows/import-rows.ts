import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { sift } from '../exchange/identity.ts'
import type { Reading } from '../exchange/reading.ts'
import type { Entry } from '../model/entry.ts'
import { counted } from '../pages/wording.ts'
import { formatDiffering, formatFaults, formatNotices, ImportTally } from './import-tally.ts'
import { toJson } from './json.ts'
import { withPatience } from './patience.ts'

type Rows = AsyncIterable<Reading<Entry>> | Iterable<Reading<Entry>>

export interface TakeOptions {
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** Takes entries into the journal, all or none and nothing twice, and says what came in; throws a Refusal that lists the rows that cannot be taken. */
export async function takeRows(
  ctx: Context,
  name: string,
  rows: Rows,
  { dryRun = false, json = false }: TakeOptions,
): Promise<void> {
  const tally = new ImportTally()
  const fresh = newOnes(ctx, rows, tally)
  const take = () => (dryRun ? drain(fresh) : ctx.journal.addAll('import', fresh))
  const added = await withPatience(ctx, `Reading ${name}: this takes a moment.`, take).catch(
    async (error) => {
      if (json && tally.rejected > 0) await ctx.print(toJson(tally.report(name, dryRun, 0)))
      throw error
    },
  )
  if (json) await ctx.print(toJson(tally.report(name, dryRun, added)))
  for (const notice of formatNotices(tally)) ctx.note(notice)
  ctx.remark(sentence(tally, added, dryRun))
}

/** Yields what the journal does not have; throws a Refusal at the end where a row cannot be taken, so that none is. */
async function* newOnes(ctx: Context, rows: Rows, tally: ImportTally): AsyncGenerator<Entry> {
  for await (const row of sift(asStream(rows), ctx.journal.parts())) {
    tally.count(row)
    if (row.ok && row.standing === 'new' && tally.rejected === 0) yield row.value
  }
  if (tally.rejected > 0) throw new Refusal(formatFaults(tally))
}

async function* asStream(rows: Rows): AsyncGenerator<Reading<Entry>> {
  yield* rows
}

async function drain(entries: AsyncIterable<Entry>): Promise<number> {
  let count = 0
  for await (const _entry of entries) count++
  return count
}

function sentence(tally: ImportTally, added: number, dryRun: boolean): string {
  const entries = counted(added, 'entry', 'entries')
  const { known } = tally
  const notTaken = tally.fresh - added
  return [
    dryRun ? `${entries} would come in.` : `Imported ${entries}.`,
    ...(known > 0 ? [`${known} known already.`] : []),
    ...(tally.differing.count > 0 ? [formatDiffering(tally)] : []),
    ...(notTaken > 0 ? [`${notTaken} not taken, of somebody who was forgotten.`] : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    ...(!dryRun && added > 0 ? ['  undo: afterword undo'] : []),
  ].join(' ')
}
