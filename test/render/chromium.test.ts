import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Node, Page } from '../../src/pages/page.ts'
import { weekPage } from '../../src/pages/week.ts'
import { renderHtml } from '../../src/render/html.ts'
import { emptyWeek, fullWeek, weekExtra } from '../pages/samples.ts'
import { describeWhere } from '../programs.ts'
import { Browser, findChromium, type View } from './chromium.ts'
import { aFigure, everyKind } from './every-node.ts'
import { everyPage, fortnights } from './every-page.ts'
import { HOSTILE } from './hostile.ts'

const chart: Node = {
  kind: 'run-chart',
  title: 'Left well, week by week',
  points: Array.from({ length: 12 }, (_, index) =>
    aFigure({
      figure: 'trend',
      group: `W${35 + index}`,
      label: `W${35 + index}`,
      k: 3 + (index % 5),
      n: 9,
      text: `${3 + (index % 5)} of 9`,
    }),
  ),
  median: 0.6,
  reading: 'no clear trend',
}

const charted: Page = { ...weekPage(fullWeek(), weekExtra()), nodes: [chart] }

const VIEWS: readonly View[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
]

/** A narrow and a wide view, a light and a dark one; every pair where CI is set. */
const SOME_VIEWS = process.env.CI ? VIEWS : [VIEWS[0], VIEWS[3]].flatMap((view) => view ?? [])

const PAGES: readonly (readonly [string, Page, readonly View[]])[] = [
  ['a full week', weekPage(fullWeek(), weekExtra({ questions: ['What will you try?'] })), VIEWS],
  ['an empty week', weekPage(emptyWeek(), weekExtra()), SOME_VIEWS],
  ['a run chart', charted, VIEWS],
  ['names without a blank', everyKind('灯籠通り'.repeat(16)), VIEWS],
  ['a long word', everyKind('x'.repeat(280)), VIEWS],
  ['hostile words', everyKind(HOSTILE.join(' ')), VIEWS],
  ...[...everyPage(fortnights(26))].map(([name, page]) => [name, page, SOME_VIEWS] as const),
]

/** Runs in the page: the elements that reach past its right edge. */
const OVERFLOWING = `[...document.body.querySelectorAll('*')]
  .filter((element) => !element.closest('.unseen') && element.getBoundingClientRect().right > innerWidth + 0.5)
  .map((element) => element.outerHTML.slice(0, 80))`

/** Runs in the page: texts whose colour stands out less than 4.5 to 1 from what is behind them, in drawings too, where axe does not look. */
const FAINT = `(() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number)
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const opaque = (colour) => (parse(colour)[3] ?? 1) > 0
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each)
      if (opaque(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const inDrawing = (element) => {
    const rect = element.previousElementSibling
    return rect && rect.tagName === 'rect' ? getComputedStyle(rect).fill : behind(element)
  }
  const faint = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || ['title', 'STYLE'].includes(element.tagName)) continue
    const drawn = element.tagName === 'text'
    const style = getComputedStyle(element)
    const [low, high] = [light(parse(drawn ? style.fill : style.color)), light(parse(drawn ? inDrawing(element) : behind(element)))].sort((a, b) => a - b)
    const ratio = (high + 0.05) / (low + 0.05)
    if (ratio < 4.5) faint.push(ratio.toFixed(2) + ' ' + walker.currentNode.data.slice(0, 40))
  }
  return faint
})()`

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs in the page: what axe finds wrong, with the piece of the page it is about. */
const FAULTS = `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`

async function faultsIn(browser: Browser): Promise<string[]> {
  await browser.evaluate(AXE)
  return browser.evaluate(FAULTS)
}

const chromium = findChromium()

describeWhere(chromium !== undefined, 'Chromium')('a page in a real browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = new Browser(chromium ?? '')
    await browser.open()
  })

  afterAll(() => browser.close())

  for (const [name, page, views] of PAGES)
    it.each(views)(`${name} at $width px in $scheme`, async (view) => {
      await browser.show(renderHtml(page), view)
      expect(await browser.evaluate('document.querySelectorAll("h1").length')).toBe(1)
      expect(browser.heard()).toEqual([])
      expect(await browser.evaluate(OVERFLOWING)).toEqual([])
      expect(await browser.evaluate('document.documentElement.scrollWidth')).toBe(view.width)
      expect(await browser.evaluate(FAINT)).toEqual([])
      expect(await faultsIn(browser)).toEqual([])
    })

  it('breaks no feeling on a phone', async () => {
    const left = { inconvenienced: 12, disappointed: 11 }
    const page = weekPage(fullWeek({ arrivedAs: left, leftAs: left }), weekExtra())
    await browser.show(renderHtml(page), { width: 360, scheme: 'light' })
    const rows = `[...document.querySelectorAll('.whole')].map(({ firstChild: text }) => {
      const word = document.createRange()
      word.setStart(text, 0)
      word.setEnd(text, text.data.indexOf(' '))
      return [word.toString(), word.getClientRects().length]
    })`
    const each = Object.keys(left).map((word) => [word, 1])
    expect(await browser.evaluate(rows)).toEqual([...each, ...each])
    expect(await browser.evaluate(OVERFLOWING)).toEqual([])
  })

  it('would notice a request, an overflow and faint words', async () => {
    const bad =
      '<body style="background:#fff"><p style="width:2000px;color:#ccc">faint<img src="x.png">'
    await browser.show(bad, { width: 360, scheme: 'light' })
    expect(browser.heard().length).toBeGreaterThan(0)
    expect(await browser.evaluate<string[]>(OVERFLOWING)).not.toEqual([])
    expect(await browser.evaluate<string[]>(FAINT)).not.toEqual([])
    expect(await faultsIn(browser)).toContainEqual(expect.stringContaining('color-contrast'))
  })

  it.each([
    ['a full week', 2],
    ['month', 6],
    ['feelings', 4],
    ['calendar', 5],
    ['customer', 4],
  ])('prints %s on at most %i sheets of A4', async (wanted, most) => {
    const [, page] = PAGES.find(([name]) => name === wanted) ?? []
    if (!page) throw new Error(`no page of ${wanted}`)
    await browser.show(renderHtml(page), { width: 1280, scheme: 'dark' })
    const { data } = await browser.send('Page.printToPDF', { preferCSSPageSize: true })
    const pdf = Buffer.from(String(data), 'base64').toString('latin1')
    const boxes = pdf.match(/\/MediaBox \[0 0 [\d.]+ [\d.]+\]/g) ?? []
    expect(boxes.length).toBeGreaterThan(0)
    expect(boxes.length).toBeLessThanOrEqual(most)
    for (const box of boxes) {
      const [width, height] = (box.match(/[\d.]+/g) ?? []).slice(2).map(Number)
      expect(width).toBeCloseTo(595, -1)
      expect(height).toBeCloseTo(842, -1)
    }
  })
})
