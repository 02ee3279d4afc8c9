import { type Day, dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { TRY_NEXT } from './classes.ts'
import { isRefused, type Leaf, leavesOf } from './leaves.ts'
import { type Handover, handedOver, termsOf } from './pack.ts'
import type { Replacement } from './scrub.ts'
import { weeksOf, wholeWeeks } from './weeks.ts'

/** One text in full, as it was written and as it would leave. */
export interface PreviewText {
  readonly id: string
  readonly day: Day
  readonly field: string
  readonly written: string
  readonly scrubbed: string
  readonly replaced: readonly Replacement[]
  /** False where the field is not ticked: then it stays. */
  readonly leaves: boolean
}

export interface PreviewTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Whose row each is: the id of its entry, which itself does not leave. */
  readonly contacts: readonly string[]
}

/** Everything a rep sees before anything is written. */
export interface Preview {
  readonly rep: string
  readonly period: { readonly name: string; readonly from: Day; readonly to: Day }
  readonly entries: number
  readonly texts: readonly PreviewText[]
  readonly coded: PreviewTable
  /** Fields that stay here, and in how many entries they stand. Their words are not repeated. */
  readonly dropped: readonly {
    readonly field: string
    readonly entries: number
    readonly why: 'not ticked' | 'never'
  }[]
  /** Entries of the period that the rep refused for good. */
  readonly refused: readonly { readonly id: string; readonly day: Day }[]
  readonly caution: string
}

const CAUTION =
  'Scrubbing works by pattern and misses names it was not told. Read every text: you are the safeguard. What leaves is in disguise, not anonymous.'

/** Returns what the handover would let go and what it would keep back: the pack holds no word that is not in here. */
export function preview(handover: Handover): Preview {
  const terms = termsOf(handover)
  const sheets = handedOver(handover).map((entry) => ({ entry, leaves: leavesOf(entry, terms) }))
  return {
    rep: handover.rep,
    period: wholeWeeks(handover.period),
    entries: sheets.length,
    texts: [...sheets.flatMap(({ entry, leaves }) => textsOf(entry, leaves)), ...tryNext(handover)],
    coded: tableOf(sheets),
    dropped: droppedFrom(sheets.map(({ leaves }) => leaves)),
    refused: refusedIn(handover),
    caution: CAUTION,
  }
}

function textsOf({ id, at }: Entry, leaves: readonly Leaf[]): PreviewText[] {
  return leaves.filter(isShown).map(({ path, written, put, replaced, verdict }) => ({
    id,
    day: dayOf(at),
    field: path,
    written: asText(written),
    scrubbed: asText(put),
    replaced,
    leaves: verdict === 'leaves',
  }))
}

/** A review is no entry and has no id; its day is the last of its week. */
function tryNext(handover: Handover): PreviewText[] {
  const { scrub, ticked } = termsOf(handover)
  const ends = new Map(weeksOf(handover.period).map(({ name, to }) => [name, to]))
  return (handover.tryNext ?? []).map(({ week, text: written }) => {
    const { text: scrubbed, replaced } = scrub(written)
    const day = ends.get(week) ?? handover.period.to
    const leaves = ticked.has(TRY_NEXT)
    return { id: '', day, field: TRY_NEXT, written, scrubbed, replaced, leaves }
  })
}

function isShown({ isText, verdict, path }: Leaf): boolean {
  // The pack itself names its rep: the same name under every contact would hide the texts.
  if (path === 'rep') return verdict === 'leaves'
  return isText && verdict !== 'never'
}

interface Sheet {
  readonly entry: Entry
  readonly leaves: readonly Leaf[]
}

function tableOf(sheets: readonly Sheet[]): PreviewTable {
  const coded = sheets.map(({ leaves }) => leaves.filter(isCoded))
  const columns = [...new Set(coded.flatMap((leaves) => leaves.map(({ path }) => path)))]
  const rows = coded.map((leaves) => columns.map((column) => cellOf(leaves, column)))
  return { columns, rows, contacts: sheets.map(({ entry }) => entry.id) }
}

function isCoded({ isText, verdict, path }: Leaf): boolean {
  return !isText && verdict === 'leaves' && path !== 'id'
}

function cellOf(leaves: readonly Leaf[], column: string): string {
  const values = leaves.filter(({ path }) => path === column).map(({ put }) => asText(put))
  return values.join(', ')
}

function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function droppedFrom(sheets: readonly (readonly Leaf[])[]): Preview['dropped'] {
  const counts = new Map<string, { entries: number; why: 'not ticked' | 'never' }>()
  for (const leaves of sheets)
    for (const [path, why] of stayingIn(leaves)) {
      const entries = (counts.get(path)?.entries ?? 0) + 1
      counts.set(path, { entries, why })
    }
  return Array.from(counts, ([field, count]) => ({ field, ...count }))
}

function stayingIn(leaves: readonly Leaf[]): Map<string, 'not ticked' | 'never'> {
  return new Map(
    leaves.flatMap(({ path, verdict }) => (verdict === 'leaves' ? [] : [[path, verdict] as const])),
  )
}

function refusedIn({ period, entries }: Handover): Preview['refused'] {
  const { from, to } = wholeWeeks(period)
  return entries
    .filter(isRefused)
    .map(({ id, at }) => ({ id, day: dayOf(at) }))
    .filter(({ day }) => day >= from && day <= to)
}
