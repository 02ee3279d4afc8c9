import { BLOCKERS, type Blocker, CHANNELS, MOMENTS } from '../model/vocabulary.ts'
import type { ContactRow, TextKind, TextRow, WeekRow } from './rows.ts'
import {
  type BlockerCount,
  type Group,
  LEAST_ENTRIES,
  MOST_TEXTS,
  type Parts,
  type Tally,
  type Texts,
} from './tally.ts'

/** Returns the tally of the rows. `asks` are looked at apart: an ask waits for its answer, in a figure or not. */
export function tallyRows(
  weeks: readonly WeekRow[],
  contacts: readonly ContactRow[],
  texts: readonly TextRow[],
  asks: readonly TextRow[],
): Tally {
  const felt = contacts.filter(isFelt)
  const of = (kind: TextKind) => textsOfKind(texts, kind)
  return {
    ...feltCounts(felt),
    ...contactCounts(contacts),
    ...weekSums(weeks),
    judged: [...sharesByRep(felt).values()].filter(({ n }) => n >= LEAST_ENTRIES).length,
    ...partsOf(contacts),
    texts: {
      support: textsOfKind(asks, 'support'),
      friction: of('friction'),
      'would-have-done': of('would-have-done'),
      story: of('story'),
      thanks: of('thanks'),
    },
  }
}

/** Returns the parts of each breakdown of the contacts. */
export function partsOf(contacts: readonly ContactRow[]): Parts {
  const felt = contacts.filter(isFelt)
  return {
    channels: groups(felt, CHANNELS, ({ channel }) => channel),
    moments: groups(felt, MOMENTS, ({ moment }) => moment),
    blockers: BLOCKERS.flatMap((word) => blockerCount(contacts, word)),
  }
}

interface Felt extends ContactRow {
  readonly before: number
  readonly after: number
}

/** Returns whether both feelings are known. */
export function isFelt(contact: ContactRow): contact is Felt {
  return contact.before !== null && contact.after !== null
}

function count<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  return items.filter(fits).length
}

function feltCounts(felt: readonly Felt[]) {
  return {
    felt: felt.length,
    arrivedUnhappy: count(felt, ({ before }) => before <= -1),
    arrivedUnhappyLeftWell: count(felt, ({ before, after }) => before <= -1 && after >= 1),
    arrivedFine: count(felt, ({ before }) => before >= 0),
    slipped: count(felt, ({ before, after }) => before >= 0 && after <= -1),
    leftWell: count(felt, ({ after }) => after >= 1),
    guesses: count(felt, ({ guess }) => guess),
  }
}

function contactCounts(contacts: readonly ContactRow[]) {
  return {
    entries: contacts.length,
    steps: count(contacts, ({ steps }) => steps),
    passedOn: count(contacts, ({ passedOn }) => passedOn),
    checkedBack: count(contacts, ({ checkedBack }) => checkedBack),
    needed: count(contacts, ({ needed }) => needed),
    gap: count(contacts, ({ needed, had }) => needed && !had),
  }
}

function weekSums(weeks: readonly WeekRow[]) {
  const sum = (of: (row: WeekRow) => number) => weeks.reduce((total, row) => total + of(row), 0)
  return {
    leftUnhappyNothingPlanned: sum((row) => row.leftUnhappyNothingPlanned),
    outOfSight: sum(({ outOfSight }) => outOfSight),
    due: sum(({ due }) => due),
    onTime: sum(({ onTime }) => onTime),
    late: sum(({ late }) => late),
    overdue: sum(({ overdue }) => overdue),
  }
}

/** Returns each rep's share that left well. */
export function sharesByRep(felt: readonly Felt[]): Map<string, { k: number; n: number }> {
  const shares = new Map<string, { k: number; n: number }>()
  for (const { rep, after } of felt) {
    const { k, n } = shares.get(rep) ?? { k: 0, n: 0 }
    shares.set(rep, { k: k + Number(after >= 1), n: n + 1 })
  }
  return shares
}

function groups<Word extends string>(
  felt: readonly Felt[],
  words: readonly Word[],
  wordOf: (contact: Felt) => Word | null,
): Group<Word>[] {
  return words.flatMap((word) => {
    const own = felt.filter((contact) => wordOf(contact) === word)
    if (own.length === 0) return []
    return [{ word, reps: repsIn(own), k: count(own, ({ after }) => after >= 1), n: own.length }]
  })
}

/** Returns from how many reps the rows are. */
export function repsIn(contacts: readonly { readonly rep: string }[]): number {
  return new Set(contacts.map(({ rep }) => rep)).size
}

function blockerCount(contacts: readonly ContactRow[], word: Blocker): BlockerCount[] {
  const own = contacts.filter(({ blockers }) => blockers.includes(word))
  if (own.length === 0) return []
  const known = own.filter(({ customer }) => customer !== null)
  const customers = new Set(known.map(({ rep, customer }) => JSON.stringify([rep, customer])))
  const uncoded = count(own, ({ coded }) => !coded)
  return [{ word, reps: repsIn(own), count: own.length, customers: customers.size, uncoded }]
}

/** Returns the oldest texts of a kind. People to thank are named once, however often they helped: nobody is ranked by it. */
function textsOfKind(texts: readonly TextRow[], kind: TextKind): Texts {
  const own = texts.filter((row) => row.kind === kind).toSorted(bySpot)
  const distinct = kind === 'thanks' ? firstOfEach(own) : own
  return {
    total: distinct.length,
    shown: distinct.slice(0, MOST_TEXTS).map(({ week, hash, text, more, share }) => ({
      week,
      hash,
      text,
      more,
      share,
    })),
  }
}

function bySpot(a: TextRow, b: TextRow): number {
  return a.spot < b.spot ? -1 : 1
}

function firstOfEach(inOrder: readonly TextRow[]): TextRow[] {
  const first = new Map<string, TextRow>()
  for (const row of inOrder) {
    const key = JSON.stringify([row.text, row.more])
    if (!first.has(key)) first.set(key, row)
  }
  return [...first.values()]
}
