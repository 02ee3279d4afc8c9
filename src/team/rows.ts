import type { WeekCounts } from '../handover/counts.ts'
import type { Pack, PackEntry } from '../handover/pack.ts'
import { instantOf } from '../model/day.ts'
import { valenceOf } from '../model/feelings.ts'
import { weekName } from '../model/period.ts'
import type { Blocker, Channel, Moment } from '../model/vocabulary.ts'

/** One week of one pack, as far as it decides what a report is made of. Of all packs that cover a rep's week the newest counts. */
export interface WeekCell {
  readonly pack: string
  readonly rep: string
  readonly week: string
  /** When the pack was made, in milliseconds. */
  readonly made: number
  /** When it reached the team: a number of the store's own that only grows. */
  readonly arrived: number
  readonly entries: number
}

/** What one week of one pack says. */
export interface WeekRow extends WeekCell, Omit<WeekCounts, 'followUps'> {
  readonly due: number
  readonly onTime: number
  readonly late: number
  readonly overdue: number
}

/** One contact, as far as a team's figures look at it. */
export interface ContactRow {
  readonly pack: string
  readonly rep: string
  readonly week: string
  readonly hash: string
  readonly channel: Channel
  readonly moment: Moment | null
  readonly before: number | null
  readonly after: number | null
  readonly guess: boolean
  readonly steps: boolean
  readonly passedOn: boolean
  readonly checkedBack: boolean
  readonly needed: boolean
  readonly had: boolean
  readonly blockers: readonly Blocker[]
  /** Tells this rep's customers apart; null for nobody known. */
  readonly customer: string | null
  /** Whether the customer was handed over at all. */
  readonly coded: boolean
}

export const TEXT_KINDS = ['support', 'friction', 'would-have-done', 'story', 'thanks'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** One text that a rep let go: an ask, a story, somebody to thank. */
export interface TextRow {
  readonly pack: string
  readonly rep: string
  readonly week: string
  readonly hash: string
  readonly kind: TextKind
  /** Its place among the team's texts, oldest first: compares as text, whatever the collation. */
  readonly spot: string
  readonly text: string
  /** The lesson of a story, the reason for thanks. */
  readonly more: string | null
  /** Who may read a story. */
  readonly share: 'coach' | 'team' | null
}

export interface Rows {
  readonly weeks: readonly WeekRow[]
  readonly contacts: readonly ContactRow[]
  readonly texts: readonly TextRow[]
}

/** Returns what a team's figures are made of: the same rows whether they are kept in a folder or a database. */
export function rowsOf(pack: Pack, arrived: number): Rows {
  return {
    weeks: weekRows(pack, arrived),
    contacts: pack.entries.map((entry) => contactRow(pack, entry)),
    texts: pack.entries.flatMap((entry) => textRows(pack, entry)),
  }
}

/** Returns what the weeks of a pack say. */
export function weekRows(pack: Omit<Pack, 'entries'>, arrived: number): WeekRow[] {
  return pack.counts.map((counts) => weekRow(pack, counts, arrived))
}

function weekRow(
  pack: Omit<Pack, 'entries'>,
  { followUps, ...counts }: WeekCounts,
  arrived: number,
): WeekRow {
  const { exportId, rep, made } = pack
  return { ...counts, ...followUps, pack: exportId, rep, made: instantOf(made), arrived }
}

function contactRow(pack: Pack, entry: PackEntry): ContactRow {
  const { felt, handoff, contact, care, obstacles, customer } = entry
  return {
    ...placeOf(pack, entry),
    channel: entry.channel,
    moment: contact?.moment ?? null,
    before: valenceOf(felt.before),
    after: valenceOf(felt.after),
    guess: felt.basis === 'guess',
    steps: (care?.extraSteps ?? []).length > 0,
    passedOn: handoff !== undefined,
    checkedBack: handoff?.checkedBackAt !== undefined,
    needed: obstacles?.authority?.needed === true,
    had: obstacles?.authority?.had === true,
    blockers: [...new Set(obstacles?.blockers ?? [])],
    customer: customerKey(pack, customer),
    coded: customer !== undefined,
  }
}

function placeOf(pack: Pack, { hash, at }: PackEntry) {
  return { pack: pack.exportId, rep: pack.rep, week: weekName(at), hash }
}

/** Codes such as C1 are a pack's own: the same code in another pack is somebody else. */
function customerKey({ exportId }: Pack, customer: string | undefined): string | null {
  if (customer === undefined || customer === 'anon') return null
  return customer.startsWith('K') ? customer : `${exportId}:${customer}`
}

type Said = Pick<TextRow, 'kind' | 'text'> & Partial<TextRow>

function textRows(pack: Pack, entry: PackEntry): TextRow[] {
  const place = placeOf(pack, entry)
  return saidIn(entry).map(({ kind, text, more = null, share = null }, at) => ({
    ...place,
    kind,
    text: storable(text),
    more: more && storable(more),
    share,
    spot: `${place.week}:${place.hash}:${String(at).padStart(2, '0')}`,
  }))
}

/** A database does not keep the character 0 in a text; a folder then shows no other text than it. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}

function saidIn({ obstacles, contact, care, meaning }: PackEntry): Said[] {
  const said = (kind: TextKind, text: string | undefined): Said[] =>
    text === undefined ? [] : [{ kind, text }]
  return [
    ...said('support', obstacles?.supportWanted),
    ...said('friction', contact?.technologyFriction),
    ...said('would-have-done', obstacles?.authority?.wouldHaveDone),
    ...storyIn(meaning),
    ...(care?.helpedBy ?? []).flatMap((name) => said('thanks', name)),
    ...givenIn(meaning),
  ]
}

function storyIn(meaning: PackEntry['meaning']): Said[] {
  const { headline, lesson, share } = meaning?.story ?? {}
  const text = headline ?? lesson
  if (text === undefined || (share !== 'coach' && share !== 'team')) return []
  return [{ kind: 'story', text, more: headline === undefined ? null : (lesson ?? null), share }]
}

function givenIn(meaning: PackEntry['meaning']): Said[] {
  const given = (meaning?.recognition ?? []).filter(({ direction }) => direction === 'given')
  return given.flatMap(({ fromTo, for: why }) =>
    fromTo === undefined ? [] : [{ kind: 'thanks' as const, text: fromTo, more: why ?? null }],
  )
}
