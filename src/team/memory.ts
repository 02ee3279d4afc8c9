import * as v from 'valibot'
import { group, listOf, text, whole } from '../model/fields.ts'

const MOST = 1_000_000
const number = whole(0, Number.MAX_SAFE_INTEGER)
const parts = listOf(text(40), 40)

export const CoachMemorySchema = group({
  version: v.literal(1, 'is not a version this afterword knows'),
  /** The folder store's time: one more with every pack that comes or goes. */
  clock: number,
  gone: listOf(
    group({
      pack: text(12),
      rep: text(40),
      week: text(8),
      made: v.number(),
      arrived: number,
      entries: number,
      gone: number,
    }),
    MOST,
  ),
  shown: listOf(
    group({
      store: text(200),
      period: text(8),
      weeks: listOf(group({ week: text(8), by: number, least: v.optional(number) }), 6),
      at: number,
      cells: number,
      /** What its breakdowns left out; absent where it had none. */
      hidden: v.optional(group({ blockers: parts, channels: parts, moments: parts })),
    }),
    MOST,
  ),
  answered: listOf(text(32), MOST),
})

/** What a coach's machine remembers: what was shown of which weeks, which asks were answered. */
export type CoachMemory = v.InferOutput<typeof CoachMemorySchema>
export type Shown = CoachMemory['shown'][number]
export type HiddenParts = NonNullable<Shown['hidden']>

export const NO_MEMORY: CoachMemory = { version: 1, clock: 0, gone: [], shown: [], answered: [] }

/** Where the memory is kept: read whole, changed under a lock. */
export interface Keep<T> {
  read(): Promise<T>
  change(edit: (current: T) => T): Promise<T>
}

/** Returns the memory with one more report in it. None is ever forgotten: each can be held beside the next. */
export function remember(memory: CoachMemory, shown: Shown): CoachMemory {
  return { ...memory, shown: [...memory.shown, shown] }
}
