import { NOT_FOR } from '../handover/pack.ts'
import { wholeWeeks } from '../handover/weeks.ts'
import type { Day } from '../model/day.ts'
import type { Period } from '../model/period.ts'
import { zForScan } from '../reports/quantiles.ts'
import { firstSafe, wasShown } from './beside.ts'
import { candidatesFor } from './candidates.ts'
import type { TeamFigures } from './figures.ts'
import type { CoachMemory, HiddenParts, Shown } from './memory.ts'
import { brokenDownNote, notesOn } from './notes.ts'
import { hiddenBeside } from './once.ts'
import { type Chance, pictureOf } from './picture.ts'
import type { Facts, Scope, TeamStore, TeamView } from './store.ts'
import { LEAST_ENTRIES, LEAST_REPS, type SharedText, type Tally } from './tally.ts'

/** A report, and what the coach's machine has to remember of it before it is shown. */
export interface TeamReport {
  readonly figures: TeamFigures
  readonly shown?: Shown
}

/** Returns what may be said of the team's period: withheld where it would point at somebody, alone or beside an earlier report. */
export async function teamReport(
  store: TeamStore,
  memory: CoachMemory,
  { period, today }: { period: Period; today: Day },
): Promise<TeamReport> {
  const identity = await store.identity()
  const shown = memory.shown.filter((each) => each.store === identity)
  return store.look((view) => reportOn(view, { identity, memory, shown, period, today }))
}

interface Wish {
  /** Of the store. */
  readonly identity: string
  readonly memory: CoachMemory
  /** What was shown from the same store. */
  readonly shown: readonly Shown[]
  readonly period: Period
  readonly today: Day
}

async function reportOn(view: TeamView, wish: Wish): Promise<TeamReport> {
  const candidates = candidatesFor(wish.period, wish.shown)
  const safe = await firstSafe(view, candidates, wish)
  const scope = safe ?? candidates.at(-1)?.scope ?? []
  const facts = await view.facts({ scope })
  const tally = await view.tally(scope, wish.memory.answered)
  const head = headOf(wish, facts, tally)
  const withheld = tooFew(facts) ?? (safe ? undefined : ONE_APART)
  if (withheld !== undefined) return withhold(head, withheld)
  const { entries, texts } = tally
  const { counted } = facts
  const hidden = await hiddenBeside(view, { scope, counted, parts: tally }, wish.shown)
  const chance = await chanceOf(view, scope, tally)
  const picture = pictureOf(tally, { reps: counted, chance, hidden })
  const notes = [
    ...(await notesOn(view, scope, facts, wish.period)),
    ...brokenDownNote(counted, hidden),
  ]
  const figures = { ...head, entries, more: beyondListed(texts), ...picture, notes }
  // A report that had no breakdown before and has one now is remembered anew.
  const shown = wish.shown.filter((each) => each.hidden || !hidden)
  const isKnown = await wasShown(view, scope, { ...wish, shown })
  return isKnown ? { figures } : { figures, shown: shownNow(wish, { scope, facts, hidden }) }
}

/** Not even their entries are counted: with one rep more, the next count would be about that person. */
function withhold({ more, ...rest }: Head, withheld: string): TeamReport {
  return { figures: { ...rest, entries: null, withheld, more, notes: [] } }
}

const ONE_APART =
  'Since these weeks were last shown, what one person handed over has changed; the difference between the two reports would be about that person. The earlier report still stands.'

function tooFew({ reps, counted }: Facts): string | undefined {
  if (reps === 0) return 'Nobody has handed over anything of these weeks yet.'
  if (counted >= LEAST_REPS) return undefined
  return `A figure takes ${LEAST_REPS} reps with ${LEAST_ENTRIES} entries each, so that it points at nobody; so far there ${counted === 1 ? 'is 1' : `are ${counted}`}. Each handover can still be read together with its rep: afterword team show.`
}

type Head = ReturnType<typeof headOf>

function headOf({ period, today }: Wish, { reps, counted }: Facts, { texts: { support } }: Tally) {
  const { name, from, to } = wholeWeeks(period)
  return {
    report: 'team' as const,
    period: { name, from, to, soFar: to >= today },
    reps,
    counted,
    support: support.shown.map(askOf),
    more: beyondListed({ support }),
    notice: NOT_FOR,
  }
}

function askOf({ hash, week, text }: SharedText) {
  return { contact: hash, week, text }
}

function beyondListed(texts: Partial<Tally['texts']>): Record<string, number> {
  const counts = Object.entries(texts).map(([kind, { total, shown }]) => [
    kind,
    total - shown.length,
  ])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

/** Returns limits so wide that, among as many equal reps, any one lies outside in 5 % of reports, and how many do. */
async function chanceOf(view: TeamView, scope: Scope, tally: Tally): Promise<Chance> {
  const { leftWell: k, felt: n, judged } = tally
  if (judged === 0) return { outside: 0 }
  const limits = { k, n, z: zForScan(judged) }
  return { limits, outside: await view.outside(scope, limits) }
}

interface Told {
  readonly scope: Scope
  readonly facts: Facts
  readonly hidden: HiddenParts | undefined
}

function shownNow({ identity, period }: Wish, { scope, facts, hidden }: Told): Shown {
  const weeks = scope.map(({ week, by = facts.latest, least }) => ({
    week,
    by,
    ...(least !== undefined && { least }),
  }))
  return {
    store: identity,
    period: period.name,
    weeks,
    at: facts.now,
    cells: facts.cells,
    ...(hidden && { hidden }),
  }
}
