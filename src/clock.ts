import { misuse } from './errors.ts'
import { type Day, dayOf, isDay, type Timestamp } from './model/day.ts'
import type { Settings } from './model/settings.ts'
import { timestampIn, type Zone } from './model/zone.ts'
import type { Document } from './store/document.ts'
import type { Env } from './terminal.ts'

/** The time as a person sees it. */
export interface Clock {
  /** Returns this moment in the person's time zone; `AFTERWORD_NOW` fixes it. */
  now(): Promise<Timestamp>
  today(): Promise<Day>
  /** Returns the zone in which a local time is meant: a name, or an offset where only that is known. */
  zone(): Promise<Zone>
}

/** A moment from outside: its instant in milliseconds and its offset as `+HH:MM`. */
interface Fixed {
  readonly instant: number
  readonly offset: Zone
}

/** Returns the clock of everything a person sees: `AFTERWORD_NOW` where set, in the zone of the settings. `lookAgain` makes the process learn the machine's zone anew. */
export function openClock(
  env: Env,
  settings: Document<Settings>,
  lookAgain: () => void = () => {},
): Clock {
  const systemMoment = (): Fixed => {
    lookAgain()
    const instant = Date.now()
    return { instant, offset: systemOffset(instant) }
  }
  const systemZone = () => {
    lookAgain()
    return new Intl.DateTimeFormat().resolvedOptions().timeZone
  }
  const fixed = () => (env.AFTERWORD_NOW ? readFixed(env.AFTERWORD_NOW) : undefined)
  const now = async () => {
    const { instant, offset } = fixed() ?? systemMoment()
    const { timeZone } = await settings.read()
    return timestampIn(instant, timeZone ?? offset)
  }
  return {
    now,
    today: async () => dayOf(await now()),
    zone: async () => {
      const { timeZone } = await settings.read()
      return timeZone ?? fixed()?.offset ?? systemZone()
    },
  }
}

function readFixed(text: string): Fixed {
  const offset = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text)?.[1]
  const instant = Date.parse(text)
  if (offset === undefined || Number.isNaN(instant) || !isDay(text.slice(0, 10))) {
    throw misuse(
      `AFTERWORD_NOW is ${JSON.stringify(text)}, not a time with its offset such as 2026-11-18T12:00:00-06:00.`,
    )
  }
  return { instant, offset: offset === 'Z' ? '+00:00' : offset }
}

function systemOffset(instant: number): string {
  const minutes = -new Date(instant).getTimezoneOffset()
  const size = Math.abs(minutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
