import type { Day, Timestamp } from '../model/day.ts'

/** "k of n". From n = 10 also the whole percentage and the 95 % Wilson range as fractions of 4 decimals. */
export interface Share {
  readonly k: number
  readonly n: number
  readonly percent?: number
  readonly low?: number
  readonly high?: number
  readonly text: string
}

/** A median with its range, from n = 1. */
export interface Spread {
  readonly n: number
  readonly median?: number
  readonly min?: number
  readonly max?: number
  readonly text: string
}

/** Enough of an entry to find it again. */
export interface Ref {
  readonly id: string
  readonly at: Timestamp
  readonly customer: string
  readonly summary: string
  readonly due?: Day
}

/** An average with its 95 % range, from n = 10 (rule R5), each with one decimal. */
export interface Average {
  readonly n: number
  readonly mean?: number
  readonly low?: number
  readonly high?: number
  readonly text: string
}

/** Words worth quoting, and whose contact they are about. */
export interface Quote {
  readonly id: string
  readonly customer: string
  readonly text: string
}
