import type { Counts } from '../model/counts.ts'
import type { Share } from './figure.ts'
import { shareOf, type Telling } from './share.ts'

/** A share of entries: of which, which of those fit, and how it is told. */
export interface Ratio<Of> extends Pick<Telling, 'form'> {
  readonly isIn: (entry: Of) => boolean
  readonly fits: (entry: Of) => boolean
}

/** How many entries were counted somewhere: of them `n` are in a ratio, and `k` of those fit. */
export interface Tallied {
  readonly entries: number
  readonly n: number
  readonly k: number
}

/** Returns the name under which an entry counts towards a ratio at a place. */
export function tallyName<Of>(place: string, entry: Of, { isIn, fits }: Ratio<Of>): string {
  return `${place} ${isIn(entry) ? (fits(entry) ? 'fits' : 'in') : 'out'}`
}

/** Returns what was counted at the place under the names of `tallyName`. */
export function talliedAt(counts: Counts, place: string): Tallied {
  const count = (outcome: string) => counts.get(`${place} ${outcome}`) ?? 0
  const [k, n] = [count('fits'), count('fits') + count('in')]
  return { entries: n + count('out'), n, k }
}

/** Returns the share, told as the ratio is. */
export function toldAs<Of>({ form }: Ratio<Of>, { k, n }: Omit<Tallied, 'entries'>): Share {
  return shareOf(k, n, { form })
}
