import { expect } from 'vitest'
import type { Page } from '../../src/pages/page.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { figuresOf } from '../../src/render/figures.ts'
import { renderHtml } from '../../src/render/html.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderPlain } from '../../src/render/plain.ts'
import { renderText } from '../../src/render/text.ts'
import { aFrame } from './frame.ts'
import {
  type Reading,
  readCsv,
  readHtml,
  readJson,
  readPlain,
  readSentences,
  seenMarkdown,
} from './readers.ts'

// Of nobody there is nobody: 0 of 0 is told as "none" or "Nobody".
const asSet = (readings: readonly Reading[]) =>
  [
    ...new Set(
      readings.map(({ figure, group, k, n }) => `${figure} ${group} ${k} ${n || undefined}`),
    ),
  ].sort()

const fromPage = (page: Page): Reading[] =>
  figuresOf(page).map(({ figure, group = '', k, n }) => ({ figure, group, k, n }))

/** Expects every format of the page to tell the same figures, each where its name is. */
export function expectSameFigures(page: Page): void {
  const expected = asSet(fromPage(page))
  const text = readSentences(renderText(page, aFrame()), figuresOf(page))
  const markdown = readSentences(seenMarkdown(renderMarkdown(page)), figuresOf(page))
  if (JSON.stringify(asSet(text.found)) !== JSON.stringify(expected))
    expect(asSet(text.found), 'text').toEqual(expected)
  expect(asSet(markdown.found), 'markdown').toEqual(expected)
  expect(asSet(readHtml(renderHtml(page))), 'html').toEqual(expected)
  expect(asSet(readCsv(renderCsv(page))), 'csv').toEqual(expected)
  expect(asSet(readPlain(renderPlain(page))), 'plain').toEqual(expected)
}

/** Expects the text to hold no "k of n" and no percentage that is not one of the page's figures. */
export function expectNothingElse(page: Page, besides: readonly string[] = []): void {
  const { left } = readSentences(renderText(page, aFrame()), figuresOf(page))
  expect(left.filter((piece) => !besides.includes(piece))).toEqual([])
}

/** Expects the page's shares and spreads to be those of the report's JSON; `besides` are pairs the JSON holds as two numbers. */
export function expectJsonFigures(
  page: Page,
  figures: unknown,
  besides: readonly string[] = [],
): void {
  const shown = fromPage(page).filter(({ figure, n }) => n && !besides.includes(figure))
  expect(asSet(shown)).toEqual(asSet(readJson(JSON.parse(JSON.stringify(figures)))))
}
