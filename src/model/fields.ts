import * as v from 'valibot'
import { isDay, isTimestamp, TIMESTAMP } from './day.ts'
import { isPrivateField } from './private-fields.ts'

// Every message is the end of a sentence that begins with the field's name: "felt.after is ...".

// What is inside a group may be private, so a group is never quoted.
const quoted = (input: unknown) => {
  if (typeof input === 'string') return JSON.stringify(input.slice(0, 60))
  if (Array.isArray(input)) return 'a list'
  return typeof input === 'object' && input ? 'a group' : (JSON.stringify(input) ?? 'missing')
}

const characters = (value: string) => [...value].length
// No text has more code points than halves of them, which cost nothing to count.
const fits = (value: string, limit: number) => value.length <= limit || characters(value) <= limit

/** Returns the schema of a text of 1 to `limit` code points. A text over its limit is refused, never cut. */
export function text(limit: number) {
  return v.pipe(
    v.string((issue) => `is ${quoted(issue.input)}, not text`),
    v.check((value) => value.trim() !== '', 'is empty'),
    v.check((value) => value.isWellFormed(), 'holds half a character (a lone surrogate)'),
    v.check(
      (value) => fits(value, limit),
      (issue) => `has ${characters(issue.input)} characters; the limit is ${limit}`,
    ),
    v.metadata({ minLength: 1, maxLength: limit, pattern: '\\S' }),
  )
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words, (issue) => `is ${quoted(issue.input)}, not one of: ${words.join(', ')}`)
}

export function feeling<const Rows extends readonly { readonly word: string }[]>(rows: Rows) {
  type Word = Rows[number]['word']
  return v.picklist(
    rows.map((row) => row.word) as Word[],
    (issue) => `is ${quoted(issue.input)}, not a word on the list`,
  )
}

export function whole(low: number, high: number) {
  const message = (issue: { input: unknown }) =>
    `is ${quoted(issue.input)}, not a whole number from ${low} to ${high}`
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(low, message),
    v.maxValue(high, message),
  )
}

export function listOf<Item extends v.GenericSchema>(item: Item, limit: number) {
  return v.pipe(
    v.array(item, (issue) => `is ${quoted(issue.input)}, not a list`),
    v.maxLength(limit, (issue) => `has ${issue.input.length} items; the limit is ${limit}`),
  )
}

export function wordsOf<const Words extends readonly string[]>(words: Words) {
  return listOf(oneOf(words), words.length)
}

export const yesOrNo = v.boolean((issue) => `is ${quoted(issue.input)}, not true or false`)

export const day = v.pipe(
  v.string((issue) => `is ${quoted(issue.input)}, not a day`),
  v.check(isDay, (issue) => `is ${quoted(issue.input)}, not a day such as 2026-11-20`),
  v.metadata({ format: 'date' }),
)

export const timestamp = v.pipe(
  v.string((issue) => `is ${quoted(issue.input)}, not a time`),
  v.check(
    isTimestamp,
    (issue) => `is ${quoted(issue.input)}, not a time such as 2026-11-20T16:40:00+01:00`,
  ),
  v.metadata({ format: 'date-time', pattern: TIMESTAMP.source }),
)

export const id = v.pipe(
  v.string((issue) => `is ${quoted(issue.input)}, not an id`),
  v.regex(
    /^[0-9a-hjkmnp-tv-z]{12}$/,
    (issue) => `is ${quoted(issue.input)}, not an id (12 characters of 0-9 a-z without i l o u)`,
  ),
)

/** Returns the schema of a group of fields; a name that is not one of them is refused. */
export function group<const Fields extends v.ObjectEntries>(fields: Fields) {
  return v.strictObject(fields, (issue) =>
    issue.expected === 'never'
      ? 'is not a field afterword knows'
      : issue.input === undefined
        ? 'is missing'
        : `is ${quoted(issue.input)}, not a group of fields`,
  )
}

/** What is wrong with one field, ready to be printed: `felt.after is "cross", not a word on the list`. */
export interface Fault {
  readonly field: string
  readonly says: string
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: Fault[] }

/** Returns what the schema makes of a value from outside, or every fault found, each with its dotted field name. */
export function check<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): Checked<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value)
  if (result.success) return { ok: true, value: result.output }
  return { ok: false, faults: result.issues.map(faultOf) }
}

function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const field = v.getDotPath(issue) ?? 'the entry'
  const missing = issue.input === undefined && issue.received === 'undefined'
  return { field, says: `${field} ${missing ? 'is missing' : messageOf(issue, field)}` }
}

/** Returns what is wrong with a field: the end of a sentence, which quotes the value unless the field is private. */
export function messageOf({ input, message }: v.BaseIssue<unknown>, field: string): string {
  return isPrivateField(field) ? message.replace(`is ${quoted(input)}, `, 'is ') : message
}
