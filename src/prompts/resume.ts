import { type Day, dayOf, type Timestamp } from '../model/day.ts'
import { ANON } from '../model/follow-up.ts'
import type { Ask } from './ask.ts'
import { formatNear } from './known.ts'

/** What is known of a draft that was left behind. */
export interface Left {
  readonly who?: string | undefined
  readonly savedAt: Timestamp
}

export type Resume = 'go-on' | 'discard' | 'later'

const KEYS: ReadonlyMap<string, Resume> = new Map([
  ['', 'go-on'],
  ['y', 'go-on'],
  ['d', 'discard'],
  ['n', 'later'],
])

/** Offers a draft that was left behind; asks again at any other key. */
export async function askResume(ask: Ask, left: Left, today: Day): Promise<Resume> {
  for (;;) {
    const choice = KEYS.get((await ask.key(formatOffer(left, today))).toLowerCase())
    if (choice) return choice
  }
}

/** Returns the sentence that offers a draft. */
export function formatOffer({ who, savedAt }: Left, today: Day): string {
  const about = who === undefined || who === ANON ? 'a contact' : who
  const day = dayOf(savedAt)
  const when = `${savedAt.slice(11, 16)}${day === today ? '' : ` on ${formatNear(day, today)}`}`
  return `You were writing about ${about} at ${when}. Go on? (Enter: yes, d: discard, n: later)`
}
