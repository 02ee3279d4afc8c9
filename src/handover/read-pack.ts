import * as v from 'valibot'
import { Refusal } from '../errors.ts'
import { addDays, within } from '../model/day.ts'
import {
  type Checked,
  check,
  day,
  type Fault,
  group,
  id,
  listOf,
  text,
  timestamp,
  whole,
} from '../model/fields.ts'
import { parseJson } from '../model/json.ts'
import { type Period, periodOf, unitOf, weekOf } from '../model/period.ts'
import { PACK_FORMAT, PACK_VERSION, type Pack } from './pack.ts'
import { checkPackEntry } from './pack-entry.ts'
import { checksum } from './pack-file.ts'
import { weeksOf, wholeWeeks } from './weeks.ts'

/** No month of contacts comes near it; what does was not made by a handover. */
export const MAX_PACK_BYTES = 20 * 1024 * 1024

const count = whole(0, 1_000_000)
const hex = (length: number) =>
  v.pipe(v.string('is not text'), v.regex(new RegExp(`^[0-9a-f]{${length}}$`), 'is not a checksum'))
const name = v.pipe(
  v.string('is not text'),
  v.regex(/^\d{4}-(?:W\d{2}|\d{2})$/, 'is not a week such as 2026-W46 or a month such as 2026-11'),
)

const HeadSchema = group({
  format: v.literal(PACK_FORMAT, 'is not afterword-handover'),
  version: v.literal(PACK_VERSION, `is not ${PACK_VERSION}`),
  notice: text(280),
  rep: text(40),
  author: hex(32),
  team: v.optional(text(64)),
  period: group({ name, from: day, to: day }),
  made: timestamp,
  exportId: id,
  include: listOf(text(64), 200),
  counts: listOf(
    group({
      week: name,
      entries: count,
      leftUnhappyNothingPlanned: count,
      outOfSight: count,
      followUps: group({ due: count, onTime: count, late: count, overdue: count }),
    }),
    6,
  ),
  tryNext: v.optional(listOf(group({ week: name, text: text(10_000) }), 6)),
  entries: v.array(v.unknown(), 'is not a list'),
  sha256: hex(64),
})

/** Returns the pack in a text, or throws a Refusal saying which file is wrong, how, and what to do. `source` is the file's name. */
export function readPack(content: string, source: string): Pack {
  refuseLarge(content.length, source)
  const value = opened(content, source)
  refuseChanged(value, source)
  const head = accepted(check(HeadSchema, value), source)
  const entries = head.entries.map((entry, at) =>
    accepted(named(checkPackEntry(entry), at), source),
  )
  const pack = { ...head, entries } as unknown as Pack
  const odd = oddity(pack)
  if (odd) throw refused(source, odd)
  return pack
}

/** Returns a pack that was read and checked before, trusting its checksum as a month's is trusted; throws a Refusal where it does not fit. */
export function reopenPack(content: string, source: string): Pack {
  const value = opened(content, source)
  refuseChanged(value, source)
  return value as unknown as Pack
}

/** Throws a Refusal where a file is too large to be a pack. */
export function refuseLarge(bytes: number, source: string): void {
  if (bytes <= MAX_PACK_BYTES) return
  const megabytes = Math.ceil(bytes / 1024 / 1024)
  throw new Refusal(
    `${source} has ${megabytes} MB; a pack has at most ${MAX_PACK_BYTES / 1024 / 1024} MB. It is not read: ask for the file that afterword handover made.`,
  )
}

function refused(source: string, why: string): Refusal {
  return new Refusal(
    `${source} is not taken: ${why}. Ask for it again, as afterword handover wrote it.`,
  )
}

function accepted<T>(checked: Checked<T>, source: string): T {
  if (checked.ok) return checked.value
  throw refused(source, checked.faults.slice(0, 3).map(saysOf).join('; '))
}

/** Returns the check with the entry's place in its faults. */
function named<T>(checked: Checked<T>, at: number): Checked<T> {
  if (checked.ok) return checked
  const faults = checked.faults.map(({ field, says }) => ({
    field,
    says: `entry ${at + 1}: ${says}`,
  }))
  return { ok: false, faults }
}

function saysOf({ says, field }: Fault): string {
  return says.includes(field) ? says : `${field} ${says}`
}

function opened(content: string, source: string): Record<string, unknown> {
  const value = accepted(parseJson(content), source) ?? {}
  const { format, version } = value as Record<string, unknown>
  if (format !== PACK_FORMAT) throw refused(source, 'it is no handover of afterword')
  if (typeof version === 'number' && version > PACK_VERSION)
    throw new Refusal(
      `${source} was written by a newer afterword (version ${version}; this one reads ${PACK_VERSION}). Update afterword.`,
    )
  return value as Record<string, unknown>
}

function refuseChanged(value: Record<string, unknown>, source: string): void {
  const { sha256, ...body } = value
  if (checksum(body) !== sha256)
    throw refused(source, 'its checksum does not fit: it was changed or damaged on the way')
}

/** Returns what no handover of ours would say, or nothing. */
function oddity(pack: Pack): string | undefined {
  const { period, entries, counts } = pack
  const weeks = weeksNamed(period)
  if (weeks === undefined) return `its period ${period.name} does not fit its days`
  if (counts.map(({ week }) => week).join() !== weeks.join()) return 'its counts are of other weeks'
  if (entries.some(({ at }) => !within(at, period))) return 'it holds a day outside its period'
  const hashes = new Set(entries.map(({ hash }) => hash))
  if (hashes.size < entries.length) return 'it holds a contact twice'
  const wrong = counts.find(
    (each) => entries.filter(({ at }) => weekOf(at).name === each.week).length !== each.entries,
  )
  return wrong && `its counts of ${wrong.week} do not fit its entries`
}

/** Returns the names of the period's weeks, or nothing where its name and its days tell two stories. */
function weeksNamed(period: Period): string[] | undefined {
  const thursday = addDays(period.from, 3)
  const named = periodOf(thursday, unitOf(period))
  const whole = wholeWeeks(named)
  const fits = whole.name === period.name && whole.from === period.from && whole.to === period.to
  return fits ? weeksOf(named).map(({ name }) => name) : undefined
}
