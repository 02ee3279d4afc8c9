import { weeksOf } from '../handover/weeks.ts'
import { type Period, unitOf } from '../model/period.ts'
import { type Candidate, monthOfWeek } from './candidates.ts'
import type { Shown } from './memory.ts'
import type { Apart, Scope, Seen, TeamView } from './store.ts'

// Two reports whose difference is one person would say of that person what neither says alone. A month less its weeks
// is such a difference too, whichever report of each week is taken, and so is a report less one that was shown earlier.

/** What a report must not point at anybody beside: the reports of the same weeks that were shown before. */
export interface Beside {
  readonly period: Period
  readonly shown: readonly Shown[]
}

/** Returns the scope of the first candidate that differs from nothing shown before by one rep, or nothing. */
export async function firstSafe(
  view: TeamView,
  candidates: readonly Candidate[],
  beside: Beside,
): Promise<Scope | undefined> {
  if (!(await areIntact(view, ofSameWeeks(beside)))) return undefined
  for (const candidate of candidates) {
    const scope = candidate.withoutLone
      ? await withoutLoneWeeks(view, candidate.scope, beside)
      : candidate.scope
    if (candidate.same && !(await wasShown(view, scope, beside))) continue
    if (scope.length > 0 && (await isSafe(view, scope, beside))) return scope
  }
  return undefined
}

/** Returns whether a report of the period was shown that is made of the same packs. */
export async function wasShown(view: TeamView, scope: Scope, beside: Beside): Promise<boolean> {
  for (const own of ownReports(beside))
    if ((await differenceOf(view, { scope }, own)).reps === 0) return true
  return false
}

/** A pack can be on its way while a report is made; then something else is there than what was shown. */
async function areIntact(view: TeamView, shown: readonly Shown[]): Promise<boolean> {
  for (const each of shown) if ((await view.facts(seenIn(each))).cells !== each.cells) return false
  return true
}

async function isSafe(view: TeamView, scope: Scope, beside: Beside): Promise<boolean> {
  for (const own of ownReports(beside))
    if ((await differenceOf(view, { scope }, own)).reps === 1) return false
  return unitOf(beside.period) === 'week'
    ? isSafeInMonth(view, scope, beside)
    : !mayPointAtOne(await remaindersOf(view, { scope }, beside.shown))
}

async function isSafeInMonth(
  view: TeamView,
  scope: Scope,
  { period, shown }: Beside,
): Promise<boolean> {
  const months = shown.filter((each) => each.period === monthOfWeek(period).name)
  for (const month of months.filter(({ weeks }) =>
    weeks.some(({ week }) => week === period.name),
  )) {
    const seen = seenIn(month)
    const others = shown.filter((each) => each.period !== period.name)
    const remainders = await remaindersOf(view, seen, others, period.name)
    const own = await view.apart(seen, { scope }, [period.name])
    if (pointsAtOne([{ wasShown: true, differences: [own] }, ...remainders])) return false
  }
  return true
}

/** What a month holds beside one of its weeks' reports, each of them; beside none, all the week holds. */
interface Remainder {
  readonly wasShown: boolean
  readonly differences: readonly Apart[]
}

async function remaindersOf(
  view: TeamView,
  month: Seen,
  shown: readonly Shown[],
  except?: string,
): Promise<Remainder[]> {
  const remainders: Remainder[] = []
  for (const { week } of month.scope.filter((each) => each.week !== except)) {
    const reports = shown.filter(({ period }) => period === week)
    const others = reports.length ? reports.map(seenIn) : [undefined]
    const differences: Apart[] = []
    for (const other of others) differences.push(await view.apart(month, other, [week]))
    remainders.push({ wasShown: reports.length > 0, differences })
  }
  return remainders
}

/** Returns whether what is left of a month without its weeks is one rep's, and nobody else's. */
function pointsAtOne(remainders: readonly Remainder[]): boolean {
  const names = remainders.flatMap(({ differences }) =>
    differences.flatMap(({ only }) => only ?? []),
  )
  return names.some((name) =>
    remainders.every(({ differences }) =>
      differences.some(({ reps, only }) => reps === 0 || only === name),
    ),
  )
}

/** Weeks that were not shown yet may be shown one day: a month is held against them as if they had been. */
function mayPointAtOne(remainders: readonly Remainder[]): boolean {
  const taken = remainders.map((each) =>
    each.wasShown || each.differences.some(({ reps }) => reps === 1)
      ? each
      : { ...each, differences: [NO_DIFFERENCE] },
  )
  return remainders.some(({ wasShown }) => wasShown) && pointsAtOne(taken)
}

const NO_DIFFERENCE: Apart = { reps: 0, only: null, lost: 0 }

async function withoutLoneWeeks(view: TeamView, scope: Scope, { shown }: Beside): Promise<Scope> {
  const kept: Scope[number][] = []
  for (const each of scope) {
    const isOpen = !shown.some(({ period }) => period === each.week)
    const isLone = isOpen && (await view.apart({ scope }, undefined, [each.week])).reps === 1
    if (!isLone) kept.push(each)
  }
  return kept
}

/** Returns how far two reports are apart. */
export function differenceOf(view: TeamView, one: Seen, other: Shown): Promise<Apart> {
  const weeks = [...one.scope, ...other.weeks].map(({ week }) => week)
  return view.apart(one, seenIn(other), [...new Set(weeks)])
}

function ownReports({ period, shown }: Beside): readonly Shown[] {
  return shown.filter((each) => each.period === period.name)
}

function ofSameWeeks({ period, shown }: Beside): readonly Shown[] {
  const month = unitOf(period) === 'week' ? monthOfWeek(period) : period
  const names = new Set([month, ...weeksOf(month)].map(({ name }) => name))
  return shown.filter((each) => names.has(each.period))
}

/** Returns a report as it was when it was shown. */
export function seenIn({ weeks: scope, at }: Shown): Seen {
  return { scope, at }
}
