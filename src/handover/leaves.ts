import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { fieldOf } from '../model/fields-of-entry.ts'
import { ruleOf } from './classes.ts'
import type { Replacement, Scrub } from './scrub.ts'

type Step = string | number

/** One value of an entry and what becomes of it: `put` leaves, unless the verdict says why not. */
export interface Leaf {
  /** The dotted name, the same for every item of a list of groups. */
  readonly path: string
  /** The way to the value, list places among it. */
  readonly steps: readonly Step[]
  readonly verdict: 'leaves' | 'not ticked' | 'never'
  readonly isText: boolean
  readonly written: unknown
  readonly put: unknown
  readonly replaced: readonly Replacement[]
}

/** What decides about the leaves of every entry in one handover. */
export interface Terms {
  readonly ticked: ReadonlySet<string>
  readonly scrub: Scrub
  readonly hashOf: (id: string) => string
  readonly codeOf: (customer: string) => string
}

/** Returns every value of the entry with its verdict, in stored order. */
export function leavesOf(entry: Entry, terms: Terms): Leaf[] {
  return valuesIn(entry, []).map(({ steps, value }) => decide(entry, steps, value, terms))
}

/** Returns whether the entry was refused for good: nothing of it may leave. */
export function isRefused({ share }: Entry): boolean {
  return share === 'never'
}

interface Value {
  readonly steps: readonly Step[]
  readonly value: unknown
}

function valuesIn(group: object, steps: readonly Step[]): Value[] {
  return Object.entries(group).flatMap(([key, value]): Value[] => {
    const inner = [...steps, key]
    if (isListOfGroups(value)) return value.flatMap((item, at) => valuesIn(item, [...inner, at]))
    if (isGroup(value)) return valuesIn(value, inner)
    return value === undefined ? [] : [{ steps: inner, value }]
  })
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfGroups(value: unknown): value is object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isGroup)
}

function decide(entry: Entry, steps: readonly Step[], value: unknown, terms: Terms): Leaf {
  const path = pathOf(steps)
  const isText = isFreeText(path)
  const { put, replaced } = isText ? scrubbed(value, terms.scrub) : disguised(path, value, terms)
  const verdict = verdictOn(entry, path, terms)
  return { path, steps, verdict, isText, written: value, put, replaced }
}

/** Returns the dotted name of a way through an entry. */
export function pathOf(steps: readonly Step[]): string {
  return steps.filter((step) => typeof step === 'string').join('.')
}

function verdictOn(entry: Entry, path: string, { ticked }: Terms): Leaf['verdict'] {
  const rule = ruleOf(path)
  if (rule === 2) return 'never'
  if (rule === 'story') return isShared(entry) ? 'leaves' : 'never'
  if (rule === 1 || rule === 'code') return ticked.has(path) ? 'leaves' : 'not ticked'
  return 'leaves'
}

function isShared({ meaning }: Entry): boolean {
  const share = meaning?.story?.share
  return share === 'coach' || share === 'team'
}

// Recognition is a list of groups, which the schema describes as one field; all its words are free text.
const RECOGNITION_TEXTS = new Set(['meaning.recognition.fromTo', 'meaning.recognition.for'])

/** Returns whether people write the field in words of their own, so that it is scrubbed. */
export function isFreeText(path: string): boolean {
  if (path === 'id' || path === 'customer') return false
  if (RECOGNITION_TEXTS.has(path)) return true
  const field = fieldOf(path)
  const isWritten = field?.kind === 'text' || (field?.kind === 'list' && !field.words)
  return isWritten && !isCalendar(field?.schema)
}

interface Described {
  readonly pipe?: readonly { readonly metadata?: { readonly format?: string } }[]
}

/** Returns whether the schema takes a day or a time: those are no words of anybody's. */
function isCalendar(schema: unknown): boolean {
  const { pipe = [] } = (schema ?? {}) as Described
  return pipe.some(({ metadata }) => metadata?.format?.startsWith('date'))
}

function scrubbed(value: unknown, scrub: Scrub): Pick<Leaf, 'put' | 'replaced'> {
  if (!Array.isArray(value)) {
    const { text, replaced } = scrub(String(value))
    return { put: text, replaced }
  }
  const parts = value.map((item) => scrub(String(item)))
  return {
    put: parts.map(({ text }) => text),
    replaced: parts.flatMap(({ replaced }) => replaced),
  }
}

function disguised(path: string, value: unknown, terms: Terms): Pick<Leaf, 'put' | 'replaced'> {
  return { put: disguise(path, value, terms), replaced: [] }
}

function disguise(path: string, value: unknown, { hashOf, codeOf }: Terms): unknown {
  const rule = ruleOf(path)
  if (rule === 'day') return dayOf(String(value))
  if (rule === 'reason') return value === 'felt-unpleasant' ? 'other' : value
  if (rule === 'hash') return hashOf(String(value))
  return rule === 'code' ? codeOf(String(value)) : value
}
