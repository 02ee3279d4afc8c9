// Makes journals of any size: ten years that end at the clock, the same bytes for the same size and seed.
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The clock of every measured process; a Wednesday. */
export const NOW = '2026-11-18T12:00:00-06:00'

const DAY_MS = 86_400_000
const YEARS = 10
const LAST = Date.UTC(2026, 10, 18)
const FIRST = LAST - YEARS * 365.25 * DAY_MS
/** What is older than this is closed, all but one promise of the first year. */
const OPEN_DAYS = 60
const OFFSET = '-06:00'
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** A word that one entry in a thousand holds, to be searched for. */
export const NEEDLE = 'heliotrope'

/** Returns a source of numbers in [0, 1) that depends on the seed alone (mulberry32). */
function chanceOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const CHANNELS = ['phone', 'phone', 'phone', 'on-site', 'chat', 'chat', 'email', 'ticket']
const UNHAPPY = ['frustrated', 'frustrated', 'anxious', 'confused', 'stressed', 'inconvenienced']
const WELL = ['relieved', 'satisfied', 'grateful', 'reassured', 'happy', 'understood']
const OTHER = ['neutral', 'unknown']
const BLOCKERS = ['tools', 'time', 'information', 'policy', 'parts', 'system']
const STEPS = ['stayed-on', 'verified-fix', 'guided-steps', 'gave-advice', 'personal-touch']
const FIRST_NAMES = ['blue', 'old', 'north', 'little', 'copper', 'quiet', 'seventh', 'willow']
const SECOND_NAMES = ['gate', 'harbour', 'bakery', 'stairs', 'orchard', 'lantern', 'mill', 'school']
const BEGINNINGS = [
  'Router dropped out',
  'Invoice read twice',
  'Parcel went missing',
  'New line laid',
]
const MIDDLES = ['during lessons', 'for the third time', 'before opening hours', 'after the storm']
const ENDINGS = [
  'splitter replaced',
  'walked through it together',
  'credit noted',
  'booked for Friday',
]

/** What one entry is drawn with. */
function drawing(chance) {
  const pick = (list) => list[Math.floor(chance() * list.length)]
  const maybe = (share) => chance() < share
  const id = () => Array.from({ length: 12 }, () => CROCKFORD[Math.floor(chance() * 32)]).join('')
  return { chance, pick, maybe, id }
}

const day = (ms) => new Date(ms).toISOString().slice(0, 10)
const stamp = (ms) => `${new Date(ms).toISOString().slice(0, 19)}${OFFSET}`

function followUpOf({ chance, pick, maybe }, at, { needed, kept }) {
  if (!needed) return { status: 'not-needed' }
  const due = at + (1 + Math.floor(chance() * 8)) * DAY_MS
  const base = { action: 'Call and ask whether it held', due: day(due), promised: maybe(0.6) }
  const isDone = !kept && (due < LAST - OPEN_DAYS * DAY_MS || (due < LAST && maybe(0.97)))
  if (!isDone) return { status: 'planned', ...base }
  const completedAt = stamp(due - 4 * 3_600_000)
  return { status: 'done', ...base, completedAt, felt: pick(WELL) }
}

function groupsOf({ chance, pick, maybe }) {
  return {
    ...(maybe(0.15) && { tags: [pick(['outage', 'billing', 'moving-house', 'new-line'])] }),
    ...(maybe(0.3) && {
      contact: {
        minutes: 3 + Math.floor(chance() * 60),
        atStake: 'A day of lessons',
        priorContacts: 2,
      },
    }),
    ...(maybe(0.3) && {
      care: {
        extraSteps: [pick(STEPS)],
        extraMinutes: Math.floor(chance() * 12),
        ...(maybe(0.1) && { helpedBy: ['heron'] }),
      },
    }),
    ...(maybe(0.2) && {
      obstacles: { blockers: [pick(BLOCKERS)], note: 'Two systems, one customer' },
    }),
    ...(maybe(0.05) && { meaning: { purpose: 2, story: { headline: 'Back before the bell' } } }),
    ...(maybe(0.3) && { private: { emotion: 'calm', secondsToLog: 40 } }),
  }
}

function entryOf(draw, at, index, size) {
  const { chance, pick, maybe } = draw
  const before = pick(maybe(0.75) ? UNHAPPY : OTHER)
  const isUnhappy = maybe(0.12)
  const number = Math.floor(chance() ** 2 * Math.max(20, size / 12))
  const name = `${pick(FIRST_NAMES)}-${pick(SECOND_NAMES)}-${number}`
  const needle = index % 1000 === 500 ? ` (${NEEDLE})` : ''
  // A promise of the very first week that nobody kept: an index must still find it.
  const kept = index === 5
  const needed = kept || isUnhappy || maybe(0.15)
  const disposition = needed
    ? 'pending-us'
    : pick(['resolved', 'resolved', 'resolved', 'workaround'])
  return {
    id: draw.id(),
    at: stamp(at),
    recordedAt: stamp(at + Math.floor(chance() * 20) * 60_000),
    rep: 'me',
    customer: name,
    channel: pick(CHANNELS),
    summary: `${pick(BEGINNINGS)} ${pick(MIDDLES)}; ${pick(ENDINGS)}${needle}`,
    felt: { before, after: pick(isUnhappy ? UNHAPPY : WELL), basis: pick(['said-it', 'guess']) },
    disposition,
    followUp: followUpOf(draw, at, { needed, kept }),
    ...groupsOf(draw),
  }
}

function writeMonth(folder, month, lines) {
  const body = `${lines.join(',\n')}\n]}\n`
  const sum = `sha256:${createHash('sha256').update(body).digest('hex')}`
  const head = `{"format":"afterword","version":1,"month":"${month}","sum":"${sum}","entries":[\n`
  writeFileSync(join(folder, `${month}.json`), head + body, { mode: 0o600 })
}

/**
 * Writes a journal of `size` entries under `home`, one month at a time, over the days of a span (ten years unless told);
 * returns what the measured commands need to name: the id of an entry in the middle, and its customer.
 */
export function makeJournal(home, size, seed = 7, span = { first: FIRST, last: LAST }) {
  const folder = join(home, 'journal')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draw = drawing(chanceOf(seed))
  const named = {}
  let [month, lines] = ['', []]
  for (let index = 0; index < size; index++) {
    const entry = entryOf(draw, instantOf(index, size, span), index, size)
    if (index === size >> 1) Object.assign(named, { id: entry.id, customer: entry.customer })
    if (entry.at.slice(0, 7) !== month) {
      if (lines.length > 0) writeMonth(folder, month, lines)
      ;[month, lines] = [entry.at.slice(0, 7), []]
    }
    lines.push(JSON.stringify(entry))
  }
  writeMonth(folder, month, lines)
  return named
}

/** Contacts are spread evenly over the days, and over the hours from eight to six. */
function instantOf(index, size, { first, last }) {
  const place = first + ((index + 1) / size) * (last + DAY_MS - 60_000 - first)
  const dayStart = Math.floor(place / DAY_MS) * DAY_MS
  const into = (place - dayStart) / DAY_MS
  const hours = dayStart === LAST ? 3.5 : 10
  return dayStart + (8 + into * hours) * 3_600_000
}
