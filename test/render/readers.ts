import { parse } from 'csv-parse/sync'
import type { Figure } from '../../src/pages/page.ts'

/** A figure as a reader of one format finds it. */
export interface Reading {
  readonly figure: string
  readonly group: string
  readonly k: number | undefined
  readonly n: number | undefined
}

/** What a reader knows before reading: which words stand for which figure. */
export type Glossary = readonly Pick<Figure, 'figure' | 'group' | 'label'>[]

const VALUE =
  '(?:\\d+ % \\()?\\d+ of \\d+(?:; likely \\d+-\\d+ %\\))?|(?:median |[+-]?[\\d.]+ \\(likely )[^()]*\\(?[^()]*n=\\d+\\)|\\d+|Nobody|none'

function numbersOf(value: string): Pick<Reading, 'k' | 'n'> {
  const share = /(\d+) of (\d+)/.exec(value)
  if (share) return { k: Number(share[1]), n: Number(share[2]) }
  const spread = /n=(\d+)/.exec(value)
  if (spread) return { k: undefined, n: Number(spread[1]) }
  return { k: /^\d/.test(value) ? Number.parseInt(value, 10) : 0, n: undefined }
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// What a cell says that is no figure: fewer than five, or a day of which nothing is known.
const PASSED = '(?:(?:few|·) )*'

// A name and its value stand side by side, in either order, with a colon or without, or a noun in between.
function sentenceOf(label: string): RegExp {
  if (label === '') return /(?<!\w)(?<value>median [^()]*\([^()]*n=\d+\))/
  const name = quoted(label)
  return new RegExp(
    `(?<!\\w)${name}:? ${PASSED}(?<after>${VALUE})(?![\\w/])|(?<!\\w)(?<value>${VALUE})(?: (?:person|people|promises?|follow-ups?|hand-offs?|weeks?|practices?|tr(?:y|ies)))? ${name}(?!\\w)`,
  )
}

// In a row of a table a name has several values, one after the other.
const NEXT_IN_ROW = new RegExp(`^ ${PASSED}(?<after>${VALUE})(?![\\w/])`)

type Named = Glossary[number]

const inOneRow = (a: Named | undefined, b: Named) =>
  a?.label === b.label && (a.figure !== b.figure) !== (a.group !== b.group)

// A day of a calendar is a sign and a number.
const withoutSigns = (text: string) =>
  text.replace(/(?<=\s)(?:--|\+\+|[-+o?]) (?=\d+(?:\s|$))/g, '')

/** Returns the figures that running text tells, in the order of the glossary, and what of "k of n" is left unexplained. */
export function readSentences(
  text: string,
  glossary: Glossary,
): { found: Reading[]; left: string[] } {
  // A command is for typing, not for reading: its digits are no figures.
  let rest = withoutSigns(text.replace(/`?afterword [^\n`]*`?/g, '|')).replace(/\s+/g, ' ')
  let passed = ''
  const found = glossary.flatMap((named, index) => {
    const { figure, group = '', label } = named
    const next = inOneRow(glossary[index - 1], named) ? NEXT_IN_ROW.exec(rest) : null
    const match = next ?? sentenceOf(label).exec(rest)
    if (!match) return []
    passed += rest.slice(0, match.index)
    rest = rest.slice(match.index + match[0].length)
    return [{ figure, group, ...numbersOf(match.groups?.after ?? match.groups?.value ?? '') }]
  })
  return { found, left: (passed + rest).match(/\d+ of \d+|\d+ %/g) ?? [] }
}

/** Returns Markdown as the text that a reader sees. */
export function seenMarkdown(markdown: string): string {
  return markdown.replace(/\*\*|^[>#|-]+ ?| \| /gm, ' ').replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

const unescaped = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

/** Returns the figures that are marked in an HTML page, with the numbers a person sees there. */
export function readHtml(html: string): Reading[] {
  const marked = html.matchAll(
    /<span data-figure="([^"]*)"(?: data-group="([^"]*)")?[^>]*>(.*?)<\/span>/g,
  )
  return [...marked].map(([, figure = '', group = '', inner = '']) => ({
    figure: unescaped(figure),
    group: unescaped(group),
    ...numbersOf(unescaped(inner.replace(/<[^>]*>/g, ''))),
  }))
}

const numberIn = (cell: string | undefined) => (cell === '' ? undefined : Number(cell))

/** Returns the figures of a CSV file. */
export function readCsv(csv: string): Reading[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: '\r\n' })
  return rows.map(({ figure = '', group = '', k, n }) => ({
    figure,
    group,
    k: numberIn(k),
    n: numberIn(n),
  }))
}

/** Returns the figures of plain lines. */
export function readPlain(plain: string): Reading[] {
  const rows = plain.split('\n').filter((row) => row !== '')
  return rows.map((row) => {
    const [, figure = '', group = '', k, n] = row.split('\t')
    return { figure, group, k: numberIn(k), n: numberIn(n) }
  })
}

interface Told {
  readonly k?: number
  readonly n: number
  readonly text: string
}

interface Point {
  readonly week: string
  readonly k: number
  readonly n: number
}

const isPoint = (value: object): value is Point => 'week' in value && 'n' in value

const isTold = (value: object): value is Told =>
  'n' in value && 'text' in value && typeof value.text === 'string'

const UNTOLD = ['none', 'too few', 'few']
/** The keys by which the rows of a list are told apart. */
const NAMES = ['name', 'moment', 'value', 'blocker', 'week'] as const

function nameOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  const key = NAMES.find((name) => name in row)
  return key ? String((row as Record<string, unknown>)[key]) : ''
}

/** Returns the shares, spreads and averages of a report's JSON that its rules allow to tell. */
export function readJson(value: unknown, path = '', group = ''): Reading[] {
  if (Array.isArray(value)) return value.flatMap((row) => readJson(row, path, nameOf(row)))
  if (typeof value !== 'object' || value === null) return []
  if (isTold(value))
    return UNTOLD.includes(value.text) ? [] : [{ figure: path, group, k: value.k, n: value.n }]
  if (isPoint(value)) return [{ figure: path, group, k: value.k, n: value.n }]
  return Object.entries(value).flatMap(([key, inner]) =>
    readJson(inner, path === '' ? key : `${path}.${key}`, group),
  )
}
