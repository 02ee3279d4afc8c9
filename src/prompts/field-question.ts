import * as v from 'valibot'
import { misuse } from '../errors.ts'
import { checkedEntry } from '../model/checked-entry.ts'
import type { Day } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { fieldOf } from '../model/fields-of-entry.ts'
import type { Question } from './ask.ts'
import { completeLast, judgeBy, listWords } from './verdict.ts'

/** A dotted field, how it is asked for, and an answer to show the way. */
export interface Part {
  readonly field: string
  readonly asks: string
  readonly such?: string
  /** Asked only along with the part before it. */
  readonly aside?: boolean
  /** A semicolon stands before its answer. */
  readonly apart?: boolean
}

/** What filling in a field may need of the day. */
export interface FillWorld {
  readonly today: Day
  /** Returns the day a text means for what is to come, or nothing. May throw a Refusal. */
  readonly readDay: (text: string) => Day | undefined
}

/** New values by their dotted field names. */
export type Values = Readonly<Record<string, unknown>>

/** Returns whether a dotted field is still to be answered. */
export type IsOpen = (field: string) => boolean

/** One line that fills one or more fields of an entry. */
export interface FieldQuestion {
  readonly parts: readonly Part[]
  readonly hint?: string
  /** Offered while typing and listed at `?`. */
  readonly words?: readonly string[]
  /** Returns what the typed text says; throws a misuse where it is not understood. */
  readonly read: (typed: string, world: FillWorld, isOpen: IsOpen) => Values
}

type Tree = { readonly [key: string]: unknown }

/** Returns the value of a dotted field, or nothing where it was not asked. */
export function valueAt(entry: Entry, field: string): unknown {
  return field.split('.').reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], entry)
}

/** Returns whether the question has nothing left to ask. */
export function isKnown({ parts }: FieldQuestion, entry: Entry): boolean {
  return parts.every(({ field, aside }) => aside || valueAt(entry, field) !== undefined)
}

/** Returns the entry with the typed answer filled in; an empty answer changes nothing. Throws a misuse where it does not fit. */
export function fill(
  question: FieldQuestion,
  entry: Entry,
  typed: string,
  world: FillWorld,
): Entry {
  if (typed.trim() === '') return entry
  const values = Object.entries(question.read(typed.trim(), world, openIn(entry)))
  const filled = values.reduce<Tree>(
    (tree, [field, value]) => put(tree, field.split('.'), valid(field, value)),
    entry,
  )
  return checkedEntry(filled)
}

function openIn(entry: Entry): IsOpen {
  return (field) => valueAt(entry, field) === undefined
}

function valid(field: string, value: unknown): unknown {
  const schema = fieldOf(field)?.schema
  const result = schema && v.safeParse(schema, value)
  if (result && !result.success) throw misuse(`It ${result.issues[0].message}.`)
  return value
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree {
  if (rest.length === 0) return { ...tree, [key]: value }
  return { ...tree, [key]: put((tree[key] ?? {}) as Tree, rest, value) }
}

/** Returns the question for what of it is not known yet. */
export function lineFor(question: FieldQuestion, entry: Entry, world: FillWorld): Question {
  const { words } = question
  const open = openParts(question, entry)
  const judge = judgeBy((typed) => {
    if (typed.trim() === '') return 'skipped'
    fill(question, entry, typed, world)
    return undefined
  })
  return {
    text: open.map(({ asks }) => asks).join(' '),
    hint: hintFor(question, open),
    ...(words && { complete: (typed: string) => completeLast(words, typed) }),
    judge: (typed) =>
      words && typed.trim() === '?'
        ? { ok: false, why: listWords(words), help: true }
        : judge(typed),
  }
}

// A question asked although it is known (a reason nobody gave yet stands as "other") is asked whole.
function openParts({ parts }: FieldQuestion, entry: Entry): readonly Part[] {
  const isOpen = openIn(entry)
  const open = parts.filter(({ field, aside }, index) => {
    const lead = aside ? parts.slice(0, index).findLast((part) => !part.aside) : undefined
    return isOpen(field) && (lead === undefined || isOpen(lead.field))
  })
  return open.length > 0 ? open : parts
}

function hintFor({ hint, words }: FieldQuestion, open: readonly Part[]): string {
  const such = open
    .filter((part) => part.such)
    .map((part, index) => (index === 0 ? '' : part.apart ? '; ' : ' ') + part.such)
    .join('')
  return [
    ...(such ? [`Such as: ${such}.`] : []),
    ...(hint ? [hint] : []),
    words ? 'Enter skips, ? lists the words.' : 'Enter skips.',
  ].join(' ')
}

/** Returns a question whose whole answer is the text of one field. */
export function textQuestion(field: string, asks: string, hint?: string): FieldQuestion {
  return {
    parts: [{ field, asks }],
    ...(hint !== undefined && { hint }),
    read: (typed) => ({ [field]: typed }),
  }
}

/** Returns the values without those that were not said: blank is "not asked", never none. */
export function said(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
