import { casual, type ParsedResult } from 'chrono-node/en'
import { addDays, type Day, dayOf, instantOf, isDay, type Timestamp } from './day.ts'
import type { When } from './when.ts'
import type { Lean } from './when-day.ts'
import { offsetOf, timestampIn } from './zone.ts'

/** Returns what chrono-node makes of the whole text, or nothing: for words our own grammar does not know. */
export function readWhenWords(typed: string, now: Timestamp, lean: Lean): When | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  const [result, ...others] = casual.parse(text, reference(now), {
    forwardDate: lean === 'future',
  })
  if (!result || others.length > 0 || result.end || result.text.length !== text.length)
    return undefined
  return whenOf(result, now, lean)
}

function reference(now: Timestamp) {
  const local = timestampIn(instantOf(now), offsetOf(now))
  const minutes = (Date.parse(`${local.slice(0, 19)}Z`) - instantOf(now)) / 60_000
  return { instant: new Date(instantOf(now)), timezone: minutes }
}

function whenOf({ start }: ParsedResult, now: Timestamp, lean: Lean): When | undefined {
  if (!isPlain(start)) return undefined
  const day = dayIn(start, dayOf(now), lean)
  if (!isDay(day)) return undefined
  if (!start.isCertain('hour')) return { day }
  return { day, time: `${pad(start.get('hour'))}:${pad(start.get('minute'))}` }
}

// Left out, since they come out wrong or as a guess: a time alone ("midnight"), a month alone, 12.11., a zone in words.
function isPlain(start: ParsedResult['start']): boolean {
  const tags = start.tags()
  const known =
    start.isCertain('day') || start.isCertain('weekday') || tags.has('result/relativeDate')
  const zoned = start.isCertain('timezoneOffset') && !tags.has('result/relativeDateAndTime')
  return known && !zoned && !tags.has('parser/SlashDateFormatParser')
}

function dayIn(start: ParsedResult['start'], today: Day, lean: Lean): Day {
  const year = start.get('year') ?? 0
  const day = `${pad(year, 4)}-${pad(start.get('month'))}-${pad(start.get('day'))}`
  if (lean === 'future' || day <= today || start.isCertain('year')) return day
  return start.isCertain('weekday') ? addDays(day, -7) : `${pad(year - 1, 4)}${day.slice(4)}`
}

function pad(number: number | null, width = 2): string {
  return String(number ?? 0).padStart(width, '0')
}
