import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'

export interface Published {
  readonly title: string
  /** Parts that are named once and referred to. */
  readonly shared?: Readonly<Record<string, v.GenericSchema>>
  /** Returns what a field is called, by its dotted name, where there are words for it. */
  readonly wordsFor?: (field: string) => string | undefined
}

/** Returns the schema as JSON Schema (draft 2020-12). What only code can check, such as a day that exists, is left to its format. */
export function publishedSchema(
  schema: v.GenericSchema,
  { title, shared = {}, wordsFor }: Published,
): JsonSchema {
  const {
    $schema,
    $defs = {},
    ...made
  } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    definitions: { ...shared },
    ignoreActions: ['check'],
  })
  const described = wordsFor ? withWords(made, '', wordsFor) : made
  const parts = used($defs, described)
  return {
    ...($schema !== undefined && { $schema }),
    title,
    ...described,
    ...(Object.keys(parts).length > 0 && { $defs: parts }),
  }
}

type Parts = NonNullable<JsonSchema['$defs']>

/** Returns the parts that the schema refers to, and those that these refer to. */
function used(parts: Parts, schema: JsonSchema): Parts {
  const namedIn = (inner: unknown) => {
    const text = JSON.stringify(inner)
    return Object.keys(parts).filter((name) => text.includes(`"#/$defs/${name}"`))
  }
  const wanted = new Set(namedIn(schema))
  for (const name of wanted) for (const inner of namedIn(parts[name])) wanted.add(inner)
  return Object.fromEntries(Object.entries(parts).filter(([name]) => wanted.has(name)))
}

type WordsFor = NonNullable<Published['wordsFor']>

/** Returns the schema with a description on every field that has words, `felt.before` as well as `summary`. */
function withWords(schema: JsonSchema, field: string, wordsFor: WordsFor): JsonSchema {
  const description = wordsFor(field)
  const { properties } = schema
  return {
    ...(description !== undefined && { description }),
    ...schema,
    ...(properties && { properties: describedFields(properties, field, wordsFor) }),
  }
}

function describedFields(
  properties: NonNullable<JsonSchema['properties']>,
  group: string,
  wordsFor: WordsFor,
): NonNullable<JsonSchema['properties']> {
  const rows = Object.entries(properties).map(([key, inner]) => {
    const field = group === '' ? key : `${group}.${key}`
    return [key, typeof inner === 'boolean' ? inner : withWords(inner, field, wordsFor)] as const
  })
  return Object.fromEntries(rows)
}
