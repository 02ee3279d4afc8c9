import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { isOwnHeader, readCsvEntries } from '../exchange/csv.ts'
import { type Defaults, entryOf } from '../exchange/csv-entry.ts'
import { readCandidates } from '../exchange/csv-map.ts'
import type { Mapping } from '../exchange/csv-mapping.ts'
import { type CsvTable, openCsv } from '../exchange/csv-table.ts'
import type { Reading } from '../exchange/reading.ts'
import type { Entry } from '../model/entry.ts'
import { CHANNELS, DEFAULT_REP, DISPOSITIONS } from '../model/vocabulary.ts'
import { readWord } from '../model/words.ts'
import { mappingFor } from './csv-columns.ts'
import type { ImportFlags } from './import-flags.ts'
import type { Incoming } from './incoming.ts'

/** Returns the entries of a CSV, our own or one whose columns are known; throws a misuse where nobody said what they mean. */
export async function csvRows(
  ctx: Context,
  { chunks }: Incoming,
  flags: ImportFlags,
): Promise<AsyncGenerator<Reading<Entry>>> {
  const table = await openCsv(chunks)
  const isTold = flags.map !== undefined || flags.preset !== undefined
  if (!isTold && isOwnHeader(table.header))
    return readCsvEntries(table, { raw: flags.rawCsv ?? false })
  if (flags.rawCsv) throw misuse("--raw-csv is for afterword's own CSV, and this is another.")
  const mapping = await mappingFor(ctx, table.header, flags)
  const defaults = await defaultsOf(ctx, flags)
  refuseSilence(mapping, defaults)
  return mappedRows(table, mapping, await ctx.zone(), defaults)
}

async function* mappedRows(
  table: CsvTable,
  mapping: Mapping,
  zone: string,
  defaults: Defaults,
): AsyncGenerator<Reading<Entry>> {
  for await (const row of readCandidates(table, mapping, zone)) yield entryOf(row, defaults)
}

async function defaultsOf(ctx: Context, flags: ImportFlags): Promise<Defaults> {
  // What comes out of a ticket system is a ticket where it does not say more.
  const channel = flags.channel ?? (flags.preset === undefined ? undefined : 'ticket')
  return {
    rep: (await ctx.settings.read()).rep ?? DEFAULT_REP,
    now: await ctx.now(),
    ...(channel !== undefined && { channel: readWord('--channel', CHANNELS, channel) }),
    ...(flags.end !== undefined && { disposition: readWord('--end', DISPOSITIONS, flags.end) }),
  }
}

/** Says once what would otherwise be said of every row. */
function refuseSilence(mapping: Mapping, { channel, disposition }: Defaults): void {
  const known = new Set(mapping.map(({ field }) => field.name))
  const lacking = [
    known.has('at') ? '' : 'when it was (--map at=COLUMN)',
    known.has('summary') ? '' : 'what happened (--map summary=COLUMN)',
    known.has('channel') || channel
      ? ''
      : 'the channel (--map channel=COLUMN, or --channel for all)',
    known.has('disposition') || disposition
      ? ''
      : 'how it ended (--map end=COLUMN, or --end for all)',
  ].filter((says) => says !== '')
  if (lacking.length > 0) throw misuse(`The columns do not say: ${lacking.join('; ')}.`)
}
