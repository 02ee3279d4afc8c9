import type { Entry } from '../../src/model/entry.ts'
import { CUSTOMER_FEELINGS } from '../../src/model/feelings.ts'
import { BLOCKERS } from '../../src/model/vocabulary.ts'

// The definitions once more, as slowly and plainly as they read. Nothing of src/reports is used here.

const DAY_MS = 24 * 60 * 60 * 1000
const dayOf = (at: string) => at.substring(0, 10)
const noon = (day: string) => new Date(`${day}T12:00:00Z`)
const plusDays = (day: string, count: number) =>
  new Date(noon(day).getTime() + count * DAY_MS).toISOString().substring(0, 10)

function valence(word: string): number | null {
  for (const feeling of CUSTOMER_FEELINGS) if (feeling.word === word) return feeling.valence
  throw new Error(word)
}

export interface Count {
  k: number
  n: number
}

/** Counts the entries that are in the base, and those of them that fit. */
function count(
  entries: readonly Entry[],
  inBase: (entry: Entry) => boolean,
  fits: (entry: Entry) => boolean,
): Count {
  let [k, n] = [0, 0]
  for (const entry of entries) {
    if (!inBase(entry)) continue
    n += 1
    if (fits(entry)) k += 1
  }
  return { k, n }
}

const before = (entry: Entry) => valence(entry.felt.before)
const after = (entry: Entry) => valence(entry.felt.after)
const bothKnown = (entry: Entry) => before(entry) !== null && after(entry) !== null
const atLeast = (value: number | null, limit: number) => value !== null && value >= limit
const atMost = (value: number | null, limit: number) => value !== null && value <= limit

export const felt = (entries: readonly Entry[]) => entries.filter(bothKnown).length
export const arrivedUnhappyLeftWell = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => bothKnown(e) && atMost(before(e), -1),
    (e) => atLeast(after(e), 1),
  )
export const leftWell = (entries: readonly Entry[]) =>
  count(entries, bothKnown, (e) => atLeast(after(e), 1))
export const slipped = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => bothKnown(e) && atLeast(before(e), 0),
    (e) => atMost(after(e), -1),
  )
export const stuck = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => bothKnown(e) && atMost(before(e), -1),
    (e) => atMost(after(e), -1),
  )

/** Lists [word, count], the commonest first, equals in the order of the vocabulary. */
export function wordCounts(entries: readonly Entry[], side: 'before' | 'after') {
  const rows: [string, number][] = []
  for (let most = entries.length; most > 0; most--) {
    for (const { word } of CUSTOMER_FEELINGS) {
      const same = entries.filter((e) => bothKnown(e) && e.felt[side] === word).length
      if (same === most) rows.push([word, same])
    }
  }
  return rows
}

export function leftUnhappyNothingPlanned(entries: readonly Entry[]): string[] {
  const ids: string[] = []
  for (const entry of entries) {
    const { status, note } = entry.followUp
    const nothing = status === 'not-needed' || (status === 'cancelled' && note === undefined)
    const checkBack = entry.handoff !== undefined && entry.handoff.checkedBackAt === undefined
    if (atMost(after(entry), -1) && nothing && !checkBack) ids.push(entry.id)
  }
  return ids
}

export function followUps(journal: readonly Entry[], from: string, to: string, today: string) {
  const found = { due: 0, onTime: 0, late: 0, overdue: 0 }
  for (const { followUp } of journal) {
    const { status, due, completedAt } = followUp
    if (status !== 'planned' && status !== 'done') continue
    if (due === undefined || due < from || due > to) continue
    found.due++
    if (status === 'planned' && due < today) found.overdue++
    if (status === 'done' && completedAt && dayOf(completedAt) <= due) found.onTime++
    if (status === 'done' && completedAt && dayOf(completedAt) > due) found.late++
  }
  return found
}

export function overdueIds(journal: readonly Entry[], to: string, today: string): string[] {
  return journal
    .filter(({ followUp: { status, due } }) => {
      return status === 'planned' && due !== undefined && due < today && due <= to
    })
    .map(({ id }) => id)
    .sort()
}

export function outOfSightIds(journal: readonly Entry[], to: string, today: string): string[] {
  return journal
    .filter(({ handoff }) => handoff && !handoff.checkedBackAt)
    .filter(({ handoff }) => handoff && handoff.checkBackDue < today && handoff.checkBackDue <= to)
    .map(({ id }) => id)
    .sort()
}

export function handoffs(entries: readonly Entry[], today: string) {
  const passed = entries.filter((entry) => entry.handoff !== undefined)
  return {
    passedOn: passed.length,
    checkedBack: passed.filter((entry) => entry.handoff?.checkedBackAt).length,
    outOfSight: passed.filter(
      (entry) => !entry.handoff?.checkedBackAt && (entry.handoff?.checkBackDue ?? '') < today,
    ).length,
  }
}

export function extraSteps(entries: readonly Entry[]) {
  const withStep = entries.filter((entry) => entry.care?.extraSteps?.[0] !== undefined)
  const minutes: number[] = []
  for (const { care } of withStep)
    if (care?.extraMinutes !== undefined) minutes.push(care.extraMinutes)
  return { taken: { k: withStep.length, n: entries.length }, minutes }
}

/** Finds the middle by taking the smallest and the largest away until one or two are left. */
export function middleOf(values: readonly number[]): number | undefined {
  let left = [...values].sort((a, b) => a - b)
  while (left.length > 2) left = left.slice(1, -1)
  const [low, high = low] = left
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

export function blockers(entries: readonly Entry[]) {
  const rows = BLOCKERS.map((blocker) => {
    const met = entries.filter((entry) => entry.obstacles?.blockers?.includes(blocker))
    const customers: string[] = []
    for (const { customer } of met)
      if (customer !== 'anon' && !customers.includes(customer)) customers.push(customer)
    return { blocker, count: met.length, customers: customers.length }
  })
  const sorted: typeof rows = []
  for (let most = entries.length; most > 0; most--)
    sorted.push(...rows.filter((row) => row.count === most))
  return sorted
}

export function toThank(entries: readonly Entry[], journal: readonly Entry[]): string[] {
  const names: string[] = []
  for (const entry of entries) {
    for (const name of entry.care?.helpedBy ?? []) {
      let thanked = false
      for (const other of journal)
        for (const thanks of other.meaning?.recognition ?? [])
          if (
            thanks.direction === 'given' &&
            thanks.fromTo === name &&
            (thanks.at ?? dayOf(other.at)) >= dayOf(entry.at)
          )
            thanked = true
      if (!thanked && !names.includes(name)) names.push(name)
    }
  }
  return names
}

function isWeekday(day: string): boolean {
  const number = noon(day).getUTCDay()
  return number >= 1 && number <= 5
}

export function coverage(
  entries: readonly Entry[],
  journal: readonly Entry[],
  { from, to, today }: { from: string; to: string; today: string },
) {
  let first: string | undefined
  for (const { at } of journal) if (first === undefined || dayOf(at) < first) first = dayOf(at)
  const logged: string[] = []
  let workDays = 0
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (!isWeekday(day)) continue
    if (entries.some(({ at }) => dayOf(at) === day)) logged.push(day)
    if (first !== undefined && day >= first && day <= today) workDays++
  }
  const late = (e: Entry) => Date.parse(e.recordedAt) > Date.parse(e.at) + DAY_MS
  return {
    daysLogged: logged.length,
    workDays,
    writtenLate: count(entries, () => true, late),
    guesses: count(entries, bothKnown, (e) => e.felt.basis === 'guess'),
  }
}

const Z = 1.959964

/** Walks outwards from k of n to where the score test just rejects: what Wilson's formula solves. */
export function likely({ k, n }: Count): [number, number] {
  const share = k / n
  const fits = (p: number) => Math.abs(share - p) <= Z * Math.sqrt((p * (1 - p)) / n)
  const edge = (inside: number, outside: number) => {
    if (fits(outside)) return outside
    let [good, bad] = [inside, outside]
    for (let i = 0; i < 100; i++) {
      const middle = (good + bad) / 2
      if (fits(middle)) good = middle
      else bad = middle
    }
    return (good + bad) / 2
  }
  return [edge(share, 0), edge(share, 1)]
}

export function difference(a: Count, b: Count): [number, number] | null {
  if (a.n < 10 || b.n < 10) return null
  const [p, q] = [a.k / a.n, b.k / b.n]
  const [l1, u1] = likely(a)
  const [l2, u2] = likely(b)
  return [
    p - q - Math.sqrt((p - l1) ** 2 + (u2 - q) ** 2),
    p - q + Math.sqrt((u1 - p) ** 2 + (q - l2) ** 2),
  ]
}

export function firstContact(entries: readonly Entry[], journal: readonly Entry[]): Count {
  return count(
    entries,
    (e) => e.contact?.priorContacts !== undefined,
    (e) => {
      if (e.disposition !== 'resolved' || e.contact?.priorContacts !== 0) return false
      const window = e.channel === 'on-site' ? 30 : 7
      for (const other of journal) {
        if (other.customer !== e.customer || e.customer === 'anon') continue
        if (other.contact?.moment !== e.contact?.moment) continue
        const later = Date.parse(other.at) > Date.parse(e.at)
        if (later && dayOf(other.at) <= plusDays(dayOf(e.at), window)) return false
      }
      return true
    },
  )
}

const MACHINES = ['ivr', 'chatbot', 'website-search', 'website-buy', 'web-form', 'self-help']

export const machineFirst = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => e.contact?.priorChannels !== undefined,
    (e) => MACHINES.some((machine) => e.contact?.priorChannels?.join(' ').includes(machine)),
  )

export const triedBefore = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => e.contact?.priorContacts !== undefined,
    (e) => e.contact?.priorContacts !== 0,
  )

export const purpose = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => e.meaning?.purpose !== undefined,
    (e) => e.meaning?.purpose === 2 || e.meaning?.purpose === 3,
  )

export function purposeBlocked(entries: readonly Entry[]): number {
  let times = 0
  for (const entry of entries) {
    const ruled = ['authority', 'policy', 'no-incentive'].some((rule) =>
      (entry.obstacles?.blockers as readonly string[] | undefined)?.includes(rule),
    )
    if ((entry.meaning?.purpose === 2 || entry.meaning?.purpose === 3) && ruled) times++
  }
  return times
}

export const authorityGap = (entries: readonly Entry[]) =>
  count(
    entries,
    (e) => e.obstacles?.authority?.needed === true,
    (e) => e.obstacles?.authority?.had === false,
  )

/** Lists the weeks in a row with an entry, walking day by day; a week is known by its Monday. */
export function weekRuns(entries: readonly Entry[], from: string, to: string, today: string) {
  const written = entries.map(({ at }) => dayOf(at)).filter((day) => day >= from && day <= to)
  const monday = (day: string) => {
    let back = day
    while (noon(back).getUTCDay() !== 1) back = plusDays(back, -1)
    return back
  }
  let [run, longest] = [0, 0]
  for (let week = monday(from); week <= to; week = plusDays(week, 7)) {
    const has = written.some((day) => monday(day) === week)
    const running = week === monday(to) && plusDays(week, 6) >= today
    if (has) run++
    else if (!running) run = 0
    longest = Math.max(longest, run)
  }
  return { current: run, longest }
}
