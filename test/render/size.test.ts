import { expect, it } from 'vitest'
import { renderHtml } from '../../src/render/html.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { renderText } from '../../src/render/text.ts'
import { widthOf } from '../../src/render/width.ts'
import { everyPage, fortnights } from './every-page.ts'
import { aFrame } from './frame.ts'

const YEAR = everyPage(fortnights(26))
const KB = 1024

it.each([...YEAR])(
  'the HTML of %s over a year is small, whole and without an address',
  (name, page) => {
    const html = renderHtml(page)
    expect(Buffer.byteLength(html)).toBeLessThan((name === 'week' ? 40 : 120) * KB)
    expect(html).not.toMatch(/https?:|xmlns|<script|<pre|<link|<img/)
  },
)

it.each([...YEAR])('the text of %s keeps to 80 columns and five of anything', (_, page) => {
  const text = renderText(page, aFrame())
  for (const row of text.split('\n')) expect(widthOf(row)).toBeLessThanOrEqual(80)
  expect(text).not.toMatch(/because|improve|leads to|[↑↓▲▼]/)
})

it('a terminal shows five stories and says where the others are; a file shows them all', () => {
  const page = YEAR.get('stories')
  if (!page) throw new Error('no page')
  const text = renderText(page, aFrame())
  const told = (told: string) => told.match(/The first sale was my sandwich/g)?.length
  expect(told(text)).toBe(2)
  expect(text).toContain('and 73 more: afterword report stories --format markdown\n')
  expect(told(renderMarkdown(page))).toBe(26)
  expect(told(renderHtml(page))).toBe(26)
})
