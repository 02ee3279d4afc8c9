import { addDays, type Day } from '../model/day.ts'
import type { Reviews } from '../model/review.ts'
import type { Settings } from '../model/settings.ts'
import { dayAt, mondayOf, weekName } from './calendar.ts'

/** Returns how the rep closed the first week, and what came of it in the second, which is still to be closed. */
export function closings(today: Day): Reviews {
  const second = addDays(mondayOf(today), -7)
  const first = addDays(second, -7)
  const inSecond = { monday: second, offset: '' }
  return {
    version: 1,
    days: [
      {
        date: dayAt(inSecond, 'tue'),
        helped: 'A mare, her vet and a room full of fiddles',
        emotion: 'happy',
      },
      { date: dayAt(inSecond, 'thu'), helped: 'The shop, before the queue gave up' },
    ],
    weeks: [
      {
        week: weekName(first),
        best: 'The sandwich sold at the goat shed',
        hard: 'Digging beside a man too polite to complain',
        tryNext: 'Ring on the promised day, even with empty hands',
        climate: 1,
        question: 'Which small thing would people miss if you were away?',
        answer: 'Someone who comes back to look',
      },
      {
        week: weekName(second),
        tried: 'partly',
        triedNote: 'Rang door-27 with nothing to give; forgot the drawing for glass-house',
      },
    ],
  }
}

/** Returns the settings everybody on the made-up team has. */
export function teamSettings(rep: string): Settings {
  return {
    rep,
    purpose: { line: 'Leave every home a little easier to live in than we found it' },
    values: ['plain words', 'back when we said', 'tidier than before'],
    moments: [
      { name: 'repair', intended: ['relieved', 'reassured', 'grateful'] },
      { name: 'setup', intended: ['satisfied', 'trusting', 'happy'] },
      { name: 'complaint', intended: ['understood', 'respected'] },
    ],
  }
}

/** Returns the team's settings with the rep's own reason for the work. */
export function ownSettings(rep: string, today: Day): Settings {
  const text = 'my gran waited three weeks for a telephone, and I still hear how quiet her hall was'
  const settings = teamSettings(rep)
  const since = addDays(mondayOf(today), -14)
  return { ...settings, purpose: { ...settings.purpose, own: [{ text, since }] } }
}
