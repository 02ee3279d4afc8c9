import type { Entry } from '../model/entry.ts'
import { byLift } from './best-moment.ts'
import { liftOf } from './leaving.ts'
import { type Audience, quotable } from './refs.ts'

const QUOTES = 2

/** Words worth quoting, and whose contact they are about. */
export interface Quote {
  readonly id: string
  readonly customer: string
  readonly text: string
}

/** Returns what the rep says landed, from the two biggest lifts that have words: private ones only on a terminal (rule R18). */
export function landed(entries: readonly Entry[], audience: Audience): readonly Quote[] {
  const lifted = quotable(entries, audience).filter((entry) => (liftOf(entry) ?? 0) > 0)
  return byLift(lifted)
    .flatMap((entry) => {
      const text = wordsOf(entry, audience)
      return text === undefined ? [] : [{ id: entry.id, customer: entry.customer, text }]
    })
    .slice(0, QUOTES)
}

function wordsOf(
  { private: drawer, care, meaning }: Entry,
  audience: Audience,
): string | undefined {
  const own = audience === 'terminal' ? drawer?.soWhat : undefined
  return own ?? care?.tailored ?? meaning?.nowWhat
}
