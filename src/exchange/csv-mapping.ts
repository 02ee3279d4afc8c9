import { misuse } from '../errors.ts'
import { type Field, fieldOf } from '../model/fields-of-entry.ts'
import { formatMissing } from './csv.ts'
import type { Preset, PresetColumn } from './csv-presets.ts'

/** One mapped field: which column of the row it is read off, and how. */
export interface MappedColumn {
  readonly field: Field
  readonly at: number
  readonly words?: PresetColumn['words']
  readonly tidy?: PresetColumn['tidy']
}

/** What a CSV's columns mean, checked against its header. */
export type Mapping = readonly MappedColumn[]

const SHORT: ReadonlyMap<string, string> = new Map([
  ['who', 'customer'],
  ['end', 'disposition'],
  ['before', 'felt.before'],
  ['after', 'felt.after'],
  ['ref', 'contact.caseRef'],
  ['minutes', 'contact.minutes'],
  ['note', 'private.note'],
])
const AUTOMATIC = new Set(['id', 'recordedAt', 'updatedAt', 'private.secondsToLog'])

/** Returns `--map who=Requester,at=Created,...` checked against the header; throws a misuse naming what does not fit. */
export function mapColumns(typed: string, header: readonly string[]): Mapping {
  // A column may have commas in its name: only one before the next NAME= ends it.
  const pairs = typed.split(/,(?=\s*[a-z][\w.]*=)/i).map((pair) => pairOf(pair.trim()))
  const missing = pairs.filter(([, column]) => columnAt(header, column) < 0)
  if (missing.length > 0)
    throw misuse(
      formatMissing(
        missing.map(([, column]) => column),
        header,
      ),
    )
  return once(pairs.map(([field, column]) => ({ field, at: columnAt(header, column) })))
}

function pairOf(pair: string): [Field, string] {
  const at = pair.indexOf('=')
  const [name, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  if (at < 1 || column === '')
    throw misuse(`--map ${JSON.stringify(pair)} is not NAME=COLUMN, such as who=Requester.`)
  const field = fieldOf(SHORT.get(name) ?? name)
  if (field && !AUTOMATIC.has(field.name)) return [field, column]
  throw misuse(
    `--map ${JSON.stringify(name)} is not a field a column can fill. Names: ${[...SHORT.keys()].join(', ')}, at, channel, summary, tags, rep, or any other field by its dotted name.`,
  )
}

/** Returns the place of a column by its name, letter for letter or else whatever its case; -1 where there is none. Throws a misuse where two have the name. */
function columnAt(header: readonly string[], name: string): number {
  const exact = header.indexOf(name)
  if (exact >= 0 && header.lastIndexOf(name) !== exact)
    throw misuse(`The CSV has two columns called ${JSON.stringify(name)}: rename one of them.`)
  if (exact >= 0) return exact
  return header.findIndex((each) => each.toLowerCase() === name.toLowerCase())
}

function once(mapping: Mapping): Mapping {
  const twice = mapping.find(({ field }, at) => mapping.findIndex((m) => m.field === field) !== at)
  if (twice) throw misuse(`--map fills ${twice.field.name} from two columns: name one.`)
  return mapping
}

/** Returns a preset's columns found in the header; throws a misuse naming the required ones that are missing. */
export function mapPreset(preset: Preset, header: readonly string[]): Mapping {
  const found = preset.map((each) => ({
    ...each,
    at: each.columns.map((column) => columnAt(header, column)).find((at) => at >= 0) ?? -1,
  }))
  const missing = found.filter(({ at, required }) => required && at < 0)
  if (missing.length > 0)
    throw misuse(
      formatMissing(
        missing.map(({ columns }) => columns.join(' or ')),
        header,
      ),
    )
  return found.flatMap(({ field: name, at, words, tidy }) => {
    const field = fieldOf(name)
    return at < 0 || !field ? [] : [{ field, at, words, tidy }]
  })
}
