import { type Day, dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'

type Recognition = NonNullable<NonNullable<Entry['meaning']>['recognition']>[number]

/** Thanks given or received, on the day it was, or the day of its entry where it names none. */
export interface Thanks extends Recognition {
  readonly day: Day
}

/** Returns every thanks noted in the entries, in their order. */
export function thanksIn(entries: readonly Entry[]): readonly Thanks[] {
  return entries.flatMap(({ at, meaning }) =>
    (meaning?.recognition ?? []).map((thanks) => ({ ...thanks, day: thanks.at ?? dayOf(at) })),
  )
}

/** Returns who helped in the entries and was not thanked that day or later, in order of appearance (M14). `thanked` are the entries in which the thanks may stand. */
export function toThank(entries: readonly Entry[], thanked: readonly Entry[]): readonly string[] {
  const given = thanksIn(thanked).filter(({ direction }) => direction === 'given')
  const waiting = entries.flatMap(({ at, care }) =>
    (care?.helpedBy ?? []).filter(
      (name) => !given.some(({ fromTo, day }) => fromTo === name && day >= dayOf(at)),
    ),
  )
  return [...new Set(waiting)]
}
