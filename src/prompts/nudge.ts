import { dayOf, instantOf, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { NUDGE_KINDS, type NudgeKind, type NudgeMemory } from '../model/nudge-memory.ts'
import type { Settings } from '../model/settings.ts'
import { type Ask, isBack } from './ask.ts'
import { type FillWorld, fill, lineFor } from './field-question.ts'
import { IN_TURN, type Nudge, type Row, SITUATIONS } from './nudge-table.ts'

export interface NudgeWorld {
  /** The entries of the same day, the one just saved among them or not. */
  readonly todayEntries: readonly Entry[]
  readonly memory: NudgeMemory
  readonly settings: Pick<Settings, 'nudges'>
  readonly now: Timestamp
}

/** A nudge or none, and what to remember either way. */
export interface Nudging {
  readonly nudge?: Nudge
  readonly memory: NudgeMemory
}

const EVERY_ENTRIES = 4
const EVERY_FITS = 3
const PAUSE_MS = 10 * 60_000

/** Returns at most one nudge for an entry just saved, and what to remember of it; asked or not, the entry counts. */
export function chooseNudge(entry: Entry, world: NudgeWorld): Nudging {
  const { memory, settings, todayEntries } = world
  if (settings.nudges === 'off') return { memory }
  const situations = SITUATIONS.filter((row) => row.fits(entry, todayEntries))
  const fitting = situations.length > 0 ? situations : IN_TURN.filter((row) => row.fits(entry, []))
  const chosen = isQuiet(world)
    ? undefined
    : situations.length > 0
      ? situations.find(({ kind }) => isRested(kind, memory))
      : nextInTurn(fitting, world)
  return {
    ...(chosen && { nudge: nudgeOf(chosen) }),
    memory: remember(world, fitting, chosen),
  }
}

function nudgeOf({ kind, pause, question }: Row): Nudge {
  return { kind, ...(pause !== undefined && { pause }), ...(question && { question }) }
}

function lastAsked({ kinds }: NudgeMemory): { kind: NudgeKind; askedAt: Timestamp } | undefined {
  return [...kinds].sort((a, b) => instantOf(b.askedAt) - instantOf(a.askedAt))[0]
}

// At most one entry in four, and never twice in ten minutes.
function isQuiet({ memory, now }: NudgeWorld): boolean {
  const last = lastAsked(memory)
  if (!last) return false
  return memory.saved + 1 < EVERY_ENTRIES || instantOf(now) - instantOf(last.askedAt) < PAUSE_MS
}

function memoryOf(kind: NudgeKind, { kinds }: NudgeMemory) {
  return kinds.find((each) => each.kind === kind)
}

// At most every third time it fits.
function isRested(kind: NudgeKind, memory: NudgeMemory): boolean {
  const past = memoryOf(kind, memory)
  return past === undefined || past.fitted + 1 >= EVERY_FITS
}

function nextInTurn(fitting: readonly Row[], { memory, now }: NudgeWorld): Row | undefined {
  const turns = IN_TURN.map(({ kind }) => kind)
  const last = lastAsked({
    ...memory,
    kinds: memory.kinds.filter(({ kind }) => turns.includes(kind)),
  })
  const start = last ? turns.indexOf(last.kind) + 1 : 0
  const order = [...turns.slice(start), ...turns.slice(0, start)]
  return order
    .map((kind) => fitting.find((row) => row.kind === kind))
    .find((row) => row && isRested(row.kind, memory) && !isAskedToday(row.kind, memory, now))
}

function isAskedToday(kind: NudgeKind, memory: NudgeMemory, now: Timestamp): boolean {
  const past = memoryOf(kind, memory)
  return past !== undefined && dayOf(past.askedAt) === dayOf(now)
}

function remember(
  { memory, now }: NudgeWorld,
  fitting: readonly Row[],
  chosen: Row | undefined,
): NudgeMemory {
  const kinds = NUDGE_KINDS.flatMap((kind) => {
    if (kind === chosen?.kind) return [{ kind, askedAt: now, fitted: 0 }]
    const past = memoryOf(kind, memory)
    if (!past) return []
    return [fitting.some((row) => row.kind === kind) ? { ...past, fitted: past.fitted + 1 } : past]
  })
  return { version: 1, saved: chosen ? 0 : memory.saved + 1, kinds }
}

/** Asks the nudge; returns the entry with the answer filled in, or nothing where Enter or Esc skipped it. */
export async function askNudge(
  ask: Ask,
  nudge: Nudge,
  entry: Entry,
  world: FillWorld,
): Promise<Entry | undefined> {
  if (nudge.pause !== undefined) await ask.key(nudge.pause)
  if (!nudge.question) return undefined
  const reply = await ask.line(lineFor(nudge.question, entry, world))
  if (isBack(reply) || reply.typed.trim() === '') return undefined
  return fill(nudge.question, entry, reply.typed, world)
}
