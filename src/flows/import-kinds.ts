import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { formatOf } from '../exchange/format.ts'
import { readJrnl } from '../exchange/jrnl.ts'
import { readJsonEntries } from '../exchange/jsonl.ts'
import type { Reading } from '../exchange/reading.ts'
import type { Entry } from '../model/entry.ts'
import { DEFAULT_REP, DISPOSITIONS } from '../model/vocabulary.ts'
import { readWord } from '../model/words.ts'
import { csvRows } from './import-csv.ts'
import type { ImportFlags } from './import-flags.ts'
import { takeRows } from './import-rows.ts'
import type { Incoming } from './incoming.ts'

/** One kind of file that comes in: how its beginning or its name shows it, and what is done with it. */
export interface ImportKind {
  readonly fits: (head: string, name: string) => boolean
  readonly take: (ctx: Context, incoming: Incoming, flags: ImportFlags) => Promise<void>
}

type Rows = AsyncIterable<Reading<Entry>> | Iterable<Reading<Entry>>
type ReadRows = (ctx: Context, incoming: Incoming, flags: ImportFlags) => Promise<Rows>

/** Every kind; the first that fits takes the file. A file that is not entries has its own row, before them. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  {
    fits: isMadeAs('afterword-handover'),
    take: refusing('is a handover. A coach takes it in: afterword team add'),
  },
  {
    fits: isMadeAs('afterword'),
    take: refusing('is a month of a journal. Export it where it belongs: afterword export'),
  },
  {
    fits: isMadeAs('afterword-reply'),
    take: async (ctx, incoming, flags) => {
      refuseCsvFlags(flags)
      const { takeReply } = await import('./reply-taking.ts')
      await takeReply(ctx, incoming, flags)
    },
  },
  {
    fits: (head) => head.trim() === '',
    take: async (ctx, { name }) => ctx.note(`${name} is empty: nothing came in.`),
  },
  {
    fits: (_head, name) => /\.ya?ml$/i.test(name),
    take: refusing('is YAML, which afterword does not read. Save it as JSON or CSV first.'),
  },
  { fits: (head) => formatOf(head) === 'jrnl', take: entries(jrnlRows) },
  { fits: (head) => formatOf(head) === 'json', take: entries(jsonRows) },
  { fits: () => true, take: entries(csvRows) },
]

/** Returns whether a JSON file says at its beginning that it is of this format. */
export function isMadeAs(format: string): (head: string) => boolean {
  const opening = new RegExp(`^[\\s\\uFEFF]*\\{\\s*"format"\\s*:\\s*"${format}"`)
  return (head) => opening.test(head)
}

function refusing(says: string): ImportKind['take'] {
  return async (_ctx, { name }) => {
    throw new Refusal(`${name} ${says}`)
  }
}

function entries(readRows: ReadRows): ImportKind['take'] {
  return async (ctx, incoming, flags) =>
    takeRows(ctx, incoming.name, await readRows(ctx, incoming, flags), flags)
}

async function jrnlRows(ctx: Context, { chunks }: Incoming, flags: ImportFlags): Promise<Rows> {
  refuseCsvFlags(flags)
  const { end } = flags
  const parts: string[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return readJrnl(parts.join(''), {
    zone: await ctx.zone(),
    rep: await repOf(ctx),
    ...(end !== undefined && { disposition: readWord('--end', DISPOSITIONS, end) }),
  })
}

async function jsonRows(ctx: Context, { chunks }: Incoming, flags: ImportFlags): Promise<Rows> {
  refuseCsvFlags(flags)
  return readJsonEntries(chunks, { rep: await repOf(ctx), now: await ctx.now() })
}

function refuseCsvFlags({ map, preset, rawCsv }: ImportFlags): void {
  if (map === undefined && preset === undefined && !rawCsv) return
  throw misuse('--map, --preset and --raw-csv are for CSV, and this is JSON.')
}

async function repOf(ctx: Context): Promise<string> {
  return (await ctx.settings.read()).rep ?? DEFAULT_REP
}
