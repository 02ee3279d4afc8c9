import * as v from 'valibot'
import { CUSTOMER_FEELINGS } from '../../model/feelings.ts'
import { day, feeling, group, id, oneOf, timestamp, whole } from '../../model/fields.ts'

export { day, group, id, oneOf, timestamp }

/** How often something was counted. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const words = v.string()
export const customerFeeling = feeling(CUSTOMER_FEELINGS)
/** How pleasant a feeling is. */
export const level = whole(-2, 2)
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const lift = v.pipe(v.number(), v.minValue(-4), v.maxValue(4))

/** Returns the schema of a list of any length. */
export const many = <Item extends v.GenericSchema>(item: Item) => v.array(item)

/** Returns the schema of a name that is always the same: the report's own. */
export const named = (name: string) => v.pipe(v.string(), v.metadata({ const: name }))

/** How often each word came up: the key is the word. */
export const counts = v.record(v.string(), count)

/** The range of a difference, lowest first; null where it is not compared. */
export const difference = v.nullable(v.tuple([v.number(), v.number()]))

export const share = v.pipe(
  group({
    k: count,
    n: count,
    percent: v.optional(whole(0, 100)),
    low: v.optional(fraction),
    high: v.optional(fraction),
    text: words,
  }),
  v.description('k of n; percent and the 95 % range from n = 10; text says what may be said of it'),
)

export const spread = v.pipe(
  group({
    n: count,
    median: v.optional(v.number()),
    min: v.optional(v.number()),
    max: v.optional(v.number()),
    text: words,
  }),
  v.description('The median and range of n values'),
)

export const average = v.pipe(
  group({
    n: count,
    mean: v.optional(lift),
    low: v.optional(lift),
    high: v.optional(lift),
    text: words,
  }),
  v.description('An average lift with its 95 % range, from n = 10'),
)

export const ref = v.pipe(
  group({ id, at: timestamp, customer: words, summary: words, due: v.optional(day) }),
  v.description('Enough of an entry to find it again'),
)

export const quote = v.pipe(
  group({ id, customer: words, text: words }),
  v.description('Words worth quoting, and whose contact they are about'),
)

export const groupRow = v.pipe(
  group({ name: words, entries: count, share }),
  v.description('One group of a table and its share'),
)

export const effort = group({ spread, counts: many(count) })

export const purposeTouched = group({
  answers: v.tuple([count, count, count, count]),
  touched: share,
  blocked: count,
})

export const sentence = many(group({ text: words, since: words }))

/** What several parts of a report are: named once in its JSON Schema, and referred to. */
export const SHARED = { share, spread, average, ref, quote, groupRow } as const

/** Returns the keys with which a report over chosen entries begins. */
export const chosen = <const Name extends string>(name: Name) => ({
  report: v.literal(name),
  from: v.optional(day),
  to: v.optional(day),
  entries: count,
})

/** How people arrived and left. */
export const leaving = {
  felt: count,
  arrivedUnhappyLeftWell: share,
  leftWell: share,
  slipped: share,
  arrivedAs: counts,
  leftAs: counts,
} as const
