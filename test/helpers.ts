import type { Entry } from '../src/model/entry.ts'

/** Returns a plain entry: phone, neutral to satisfied, resolved, nothing to follow up. */
export function anEntry(over: Partial<Entry> = {}): Entry {
  return {
    id: '7k3q0000000a',
    at: '2026-11-12T10:00:00-06:00',
    recordedAt: '2026-11-12T10:05:00-06:00',
    rep: 'me',
    customer: 'lantern-street',
    channel: 'phone',
    summary: 'Router dropped every evening; replaced the wet splitter',
    felt: { before: 'neutral', after: 'satisfied' },
    disposition: 'resolved',
    followUp: { status: 'not-needed' },
    ...over,
  }
}

/** Returns an id that is different for every number and sorts like it. */
export function idOf(number: number): string {
  return number.toString().padStart(12, '0')
}
