import { differenceOf, seenIn } from './beside.ts'
import { hiddenIn } from './breakdown.ts'
import type { HiddenParts, Shown } from './memory.ts'
import type { Apart, Scope, TeamView } from './store.ts'
import { LEAST_REPS_TO_BREAK_DOWN, type Parts } from './tally.ts'

// Breakdowns tell of every contact once. A report is broken down where it holds the earlier ones whole that it has
// contacts in common with, and leaves out what they left out: less them it tells what is new in it, which is held to
// the same rules as a breakdown of its own, and nothing can be worked out that was not shown.

/** Returns what the breakdowns of a report leave out, or nothing where it can have none. `shown` is what was shown from the same store. */
export async function hiddenBeside(
  view: TeamView,
  { scope, counted, parts }: { scope: Scope; counted: number; parts: Parts },
  shown: readonly Shown[],
): Promise<HiddenParts | undefined> {
  if (counted < LEAST_REPS_TO_BREAK_DOWN) return undefined
  const earlier = await brokenDown(view, scope, shown)
  const same = earlier.find(({ apart }) => apart.reps === 0)
  if (same) return same.hidden
  if (earlier.some(({ apart }) => apart.lost > 0)) return undefined
  if (earlier.length === 0) return hiddenIn(parts)
  const reports = earlier.map(({ report }) => seenIn(report))
  const { reps, ...fresh } = await view.beyond(scope, reports)
  const hidden = earlier.map((each) => each.hidden)
  return reps > 0 && reps < LEAST_REPS_TO_BREAK_DOWN ? undefined : hiddenIn(fresh, hidden)
}

interface Earlier {
  readonly report: Shown
  readonly hidden: HiddenParts
  readonly apart: Apart
}

/** Returns the reports shown with breakdowns that hold something of the scope's weeks. */
async function brokenDown(
  view: TeamView,
  scope: Scope,
  shown: readonly Shown[],
): Promise<Earlier[]> {
  const weeks = scope.map(({ week }) => week)
  const earlier: Earlier[] = []
  for (const report of shown) {
    const { hidden } = report
    const isNear = report.weeks.some(({ week }) => weeks.includes(week))
    if (!hidden || !isNear || (await view.apart(seenIn(report), undefined, weeks)).reps === 0)
      continue
    earlier.push({ report, hidden, apart: await differenceOf(view, { scope }, report) })
  }
  return earlier
}
