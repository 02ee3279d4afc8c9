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
  '(?:\\d+ % \\()?\\d+ of \\d+(?:; likely \\d+-\\d+ %\\))?|median [^()]*\\([^()]*n=\\d+\\)|\\d+|Nobody|none'

function numbersOf(value: string): Pick<Reading, 'k' | 'n'> {
  const share = /(\d+) of (\d+)/.exec(value)
  if (share) return { k: Number(share[1]), n: Number(share[2]) }
  const spread = /n=(\d+)/.exec(value)
  if (spread) return { k: undefined, n: Number(spread[1]) }
  return { k: /^\d/.test(value) ? Number.parseInt(value, 10) : 0, n: undefined }
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// A name and its value stand side by side, in either order, with a colon or without, or a noun in between.
function sentenceOf(label: string): RegExp {
  if (label === '') return /(?<!\w)(?<value>median [^()]*\([^()]*n=\d+\))/
  const name = quoted(label)
  return new RegExp(
    `(?<!\\w)${name}:? (?<after>${VALUE})(?![\\w/])|(?<!\\w)(?<value>${VALUE})(?: (?:person|people|promises?|follow-ups?|hand-offs?))? ${name}(?!\\w)`,
  )
}

/** Returns the figures that running text tells, in the order of the glossary, and what of "k of n" is left unexplained. */
export function readSentences(
  text: string,
  glossary: Glossary,
): { found: Reading[]; left: string[] } {
  // A command is for typing, not for reading: its digits are no figures.
  let rest = text.replace(/`?afterword [^\n`]*`?/g, '|').replace(/\s+/g, ' ')
  let passed = ''
  const found = glossary.flatMap(({ figure, group = '', label }) => {
    const match = sentenceOf(label).exec(rest)
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

const isTold = (value: object): value is Told =>
  'n' in value && 'text' in value && typeof value.text === 'string'

/** Returns the shares and spreads of a report's JSON that its rules allow to tell. */
export function readJson(value: unknown, path = ''): Reading[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  if (isTold(value)) {
    const told = value.text !== 'none' && value.text !== 'too few'
    return told ? [{ figure: path, group: '', k: value.k, n: value.n }] : []
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    readJson(inner, path === '' ? key : `${path}.${key}`),
  )
}
