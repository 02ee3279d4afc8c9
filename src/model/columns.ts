import * as v from 'valibot'
import { group, listOf, text } from './fields.ts'

const LONGEST_MAP = 2000
const MOST = 50

const known = group({
  /** The header of the CSV, as a short hash. */
  header: text(64),
  /** What `--map` said of it. */
  map: text(LONGEST_MAP),
})

export const ColumnsSchema = group({
  version: v.literal(1, 'is not a version this afterword knows'),
  /** The one used last comes last. */
  known: listOf(known, MOST),
})

/** What `--map` said of each CSV, so that it need not be said again. It can be deleted at any time. */
export type Columns = v.InferOutput<typeof ColumnsSchema>

export const NO_COLUMNS: Columns = { version: 1, known: [] }

/** Returns the columns with one more map known; a map too long to keep leaves them as they are. */
export function withMap(columns: Columns, header: string, map: string): Columns {
  if ([...map].length > LONGEST_MAP) return columns
  const others = columns.known.filter((each) => each.header !== header)
  return { ...columns, known: [...others, { header, map }].slice(-MOST) }
}

/** Returns what `--map` said last of this header, or nothing. */
export function mapFor({ known }: Columns, header: string): string | undefined {
  return known.find((each) => each.header === header)?.map
}
