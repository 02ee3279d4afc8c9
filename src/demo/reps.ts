import { addDays, dayOf, type Timestamp } from '../model/day.ts'
import { NO_REVIEWS } from '../model/review.ts'
import { type DayWord, mondayOf, offsetOf, type TimeWord } from './calendar.ts'
import { chanceOf, shuffled } from './chance.ts'
import { teamSettings } from './closings.ts'
import type { Fortnight } from './fortnight.ts'
import { BY_PHONE } from './situations/by-phone.ts'
import { FACE_TO_FACE } from './situations/face-to-face.ts'
import { IN_WRITING } from './situations/in-writing.ts'
import type { Situation } from './situations/situation.ts'
import { type Told, tellWeek } from './telling.ts'

/** One made-up colleague and their journal. */
export interface DemoRep extends Fortnight {
  readonly rep: string
}

const TREES =
  'ash birch cedar dogwood elm fir gorse hazel ivy juniper larch maple oak pine rowan spruce thorn willow yew'.split(
    ' ',
  )
const COLOURS =
  'amber brown copper dusty early faded glass hollow iron lilac mossy narrow quiet rusty silver tall upper velvet windy yellow'.split(
    ' ',
  )
const PLACES =
  'arch barn bench bridge corner court door fence garden gate hall jetty lane mill orchard porch roof step tower yard'.split(
    ' ',
  )
const DAYS: readonly DayWord[] = ['mon', 'tue', 'wed', 'thu', 'fri']
const DAYS_AHEAD: readonly DayWord[] = [...DAYS, 'next mon', 'next tue']
const HOURS = ['08:35', '10:05', '11:40', '13:50', '15:15', '16:30'] as const
const FEWEST_A_WEEK = 8

/** Returns `count` made-up colleagues, each with two finished weeks of 8 to 11 contacts; the same clock gives the same bytes. */
export function reps(now: Timestamp, count: number): DemoRep[] {
  return Array.from({ length: count }, (_, index) => repOf(nameOf(index), now))
}

function nameOf(index: number): string {
  const round = Math.floor(index / TREES.length)
  return `rep-${TREES[index % TREES.length]}${round > 0 ? `-${round + 1}` : ''}`
}

function repOf(rep: string, now: Timestamp): DemoRep {
  const chance = chanceOf(rep)
  const situations = shuffled([...BY_PHONE, ...IN_WRITING, ...FACE_TO_FACE], chance)
  const monday = mondayOf(dayOf(now))
  const entries = [-14, -7].flatMap((start) => {
    const drawn = situations.splice(0, FEWEST_A_WEEK + Math.floor(chance() * 4))
    const week = { monday: addDays(monday, start), offset: offsetOf(now) }
    return tellWeek(toldAbout(drawn, chance), rep, week, now)
  })
  return { rep, entries, reviews: NO_REVIEWS, settings: teamSettings(rep) }
}

function toldAbout(situations: readonly Situation[], chance: () => number): Told[] {
  const slots = shuffled(
    DAYS.flatMap((_, day) => HOURS.map((hour) => ({ day, hour }))),
    chance,
  )
  return situations.map((situation, index) => {
    const { day, hour } = slots[index] ?? { day: 0, hour: '08:35' }
    return toldOn(situation, day, hour, chance)
  })
}

function toldOn(situation: Situation, day: number, hour: string, chance: () => number): Told {
  const { arrived, left, promise, desk, ...rest } = situation
  const when = `${DAYS[day]} ${hour}` as TimeWord
  const basis = pick(['said-it', 'said-it', 'tone-or-face', 'guess'] as const, chance)
  return {
    ...rest,
    when,
    who: `${pick(COLOURS, chance)}-${pick(PLACES, chance)}`,
    felt: arrived === 'unknown' ? [arrived, arrived] : [arrived, pick(left, chance), basis],
    ...(promise && { next: nextOf(promise, day, chance) }),
    ...(desk && { passed: passedTo(desk, day, chance) }),
  }
}

/** Half of the promises are kept early, some late, and some not at all. */
function nextOf(action: string, day: number, chance: () => number): Told['next'] {
  const due = DAYS_AHEAD[day + 2] ?? 'next tue'
  const kept = chance()
  const done = kept < 0.55 ? DAYS_AHEAD[day + 1] : kept < 0.75 ? `next wed` : undefined
  const promise = { due, promised: true, action }
  return done ? { ...promise, done: `${done} 15:55` as TimeWord, felt: 'satisfied' } : promise
}

function passedTo(to: string, day: number, chance: () => number): Told['passed'] {
  const back = DAYS_AHEAD[day + 1] ?? 'next mon'
  const passed = { to, reason: 'authority', warm: chance() < 0.5, back } as const
  return chance() < 0.5 ? { ...passed, looked: `${back} 16:05` as TimeWord } : passed
}

function pick<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)] as T
}
