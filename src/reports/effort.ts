import type { Counts } from '../model/counts.ts'
import type { Entry } from '../model/entry.ts'
import type { Spread } from './figure.ts'
import { added, type Histogram, histogramOf } from './histogram.ts'
import { spreadOf } from './share.ts'

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const

/** How easy it was for customers, 1 hard to 7 easy, where it was noted. */
export interface Effort {
  readonly spread: Spread
  /** How often each of 1 to 7. */
  readonly counts: readonly number[]
}

/** Returns the distribution of effort; it stands beside every change of feeling. */
export function effortOf(answers: Histogram, tooFew = false): Effort {
  const times = new Map(answers)
  return {
    spread: spreadOf(answers, '', tooFew),
    counts: STEPS.map((step) => times.get(step) ?? 0),
  }
}

/** Returns how easy it was, of the entries of which it was noted. */
export function effortAnswers(entries: readonly Entry[]): Histogram {
  return histogramOf(entries.flatMap(({ contact }) => contact?.effort ?? []))
}

/** Returns the names under which an entry is counted for how easy it was. */
export function effortNames({ contact }: Entry): readonly string[] {
  return contact?.effort === undefined ? [] : [nameOf(contact.effort)]
}

/** Returns how easy it was, as it was counted under the names of `effortNames`. */
export function effortIn(counts: Counts): Histogram {
  return added(STEPS.map((step) => [step, counts.get(nameOf(step)) ?? 0]))
}

function nameOf(effort: number): string {
  return `effort ${effort}`
}
