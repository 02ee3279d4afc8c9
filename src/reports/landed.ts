import type { Entry } from '../model/entry.ts'
import { byLift } from './best-moment.ts'
import type { Quote } from './figure.ts'
import { liftOf } from './leaving.ts'
import { type Audience, quotable, quotesOf } from './refs.ts'

const QUOTES = 2

/** Returns what the rep says landed, from the two biggest lifts that have words: private ones only on a terminal (rule R18). */
export function landed(entries: readonly Entry[], audience: Audience): readonly Quote[] {
  const words = (entry: Entry) => wordsOf(entry, audience)
  const lifted = quotable(entries, audience).filter(
    (entry) => words(entry) !== undefined && (liftOf(entry) ?? 0) > 0,
  )
  return quotesOf(byLift(lifted).slice(0, QUOTES), audience, words)
}

function wordsOf(
  { private: drawer, care, meaning }: Entry,
  audience: Audience,
): string | undefined {
  const own = audience === 'terminal' ? drawer?.soWhat : undefined
  return own ?? care?.tailored ?? meaning?.nowWhat
}
