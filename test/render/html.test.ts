import { describe, expect, it } from 'vitest'
import { weekPage } from '../../src/pages/week.ts'
import { renderHtml } from '../../src/render/html.ts'
import { el, escapeHtml } from '../../src/render/html-element.ts'
import { STYLE } from '../../src/render/html-style.ts'
import { fullWeek, weekExtra } from '../pages/samples.ts'
import { everyKind } from './every-node.ts'
import { HOSTILE, LIVE } from './hostile.ts'

const week = renderHtml(
  weekPage(fullWeek(), weekExtra({ audience: 'elsewhere', questions: ['What next?'] })),
)
const every = renderHtml(everyKind('Ab'))

const TAGS =
  'html head meta title style body main header footer section h1 h2 p ul ol li dl dt dd div span b i bdi code blockquote figure figcaption table caption thead tbody tr th td svg rect text line circle'.split(
    ' ',
  )
const ATTRIBUTES =
  'lang charset name content http-equiv class dir role scope data-figure data-group x y width height x1 x2 y1 y2 cx cy r'.split(
    ' ',
  )

const withoutStyle = (html: string) => html.replace(STYLE, '')

function tagsOf(html: string): string[] {
  return [...withoutStyle(html).matchAll(/<\/?([^\s>]+)/g)].map(([, name = '']) => name)
}

function attributesOf(html: string): string[] {
  const tags = withoutStyle(html).match(/<[a-z][^>]*>/g) ?? []
  return tags.flatMap((tag) =>
    [...tag.matchAll(/\s([a-zA-Z0-9-]+)="/g)].map(([, name = '']) => name),
  )
}

describe('html', () => {
  it.each([
    ['the week', week],
    ['every kind of node', every],
  ])('of %s is one file that needs and reaches nothing else', (_, html) => {
    expect(html).not.toMatch(
      /https?:|\/\/|xmlns|url\(|@import|@font-face|src=|href=|<script|<pre|javascript:/i,
    )
    expect(html).toContain(
      '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;">',
    )
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
    expect(html).toContain('Made offline. Nothing was sent.')
  })

  it('stays small', () => expect(Buffer.byteLength(week)).toBeLessThan(40_000))

  it('has the sections of the text report in its order', () => {
    const titles = [...week.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)
    expect(titles).toEqual([
      'First',
      'How people left',
      'What landed, in your words',
      'Close the week',
    ])
    expect(week.indexOf('class="cards"')).toBeLessThan(week.indexOf('<h2>First'))
    expect(week.match(/<ul class="cards">(<li>.*?<\/li>){4}<\/ul>/)).not.toBeNull()
  })

  it('gives every drawing a title with its numbers and a table of the same', () => {
    const drawings = week.match(/<svg [^>]*role="img"[^>]*>.*?<\/svg>/g) ?? []
    expect(drawings.map((svg) => /<title>(.*?)<\/title>/.exec(svg)?.[1])).toEqual([
      'Arrived: very unhappy 5, unhappy 4, neither 4, well 1',
      'Left: very unhappy 2, unhappy 1, neither 1, well 7, very well 3',
    ])
    for (const cell of [
      '<td>5<span class="dim"> (<span class="whole">frustrated 4</span>, <span class="whole">angry 1</span>)</span></td>',
      '<td>0</td>',
    ])
      expect(week).toContain(cell)
    for (const svg of every.match(/<svg .*?<\/svg>/g) ?? [])
      expect(svg).toMatch(/^<svg [^>]*><title>[^<]+</)
    expect(every.split('<svg').length - 1).toBe(2)
    expect(every.match(/<div class="chart[^"]*">.*?<table>/gs)).toHaveLength(2)
  })

  it('fills the whole bar, whatever the counts', () => {
    for (const svg of week.match(/<svg .*?<\/svg>/g) ?? []) {
      const rects = [...svg.matchAll(/<rect [^>]*x="([\d.]+)%" width="([\d.]+)%"/g)]
      const ends = rects.map(([, x, width]) => Number(x) + Number(width))
      expect(ends.at(-1)).toBeCloseTo(100, 1)
      for (const [index, [, x]] of rects.entries())
        expect(Number(x)).toBeCloseTo(ends[index - 1] ?? 0, 1)
    }
  })

  it.each(HOSTILE)('lets nothing of %j become markup', (text) => {
    const html = renderHtml(everyKind(text))
    expect(tagsOf(html).filter((tag) => !TAGS.includes(tag) && tag !== '!doctype')).toEqual([])
    expect(attributesOf(html).filter((name) => !ATTRIBUTES.includes(name))).toEqual([])
    expect(tagsOf(html).length).toBe(
      tagsOf(renderHtml(everyKind('Ab'))).length + extraParagraphs(text),
    )
    expect(html).not.toMatch(LIVE)
  })

  it('escapes in elements and attributes, and takes markup only from itself', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;')
    expect(el('p', { class: '"><x>' }, '<b>', el('i', {}, '&')).html).toBe(
      '<p class="&quot;&gt;&lt;x&gt;">&lt;b&gt;<i>&amp;</i></p>',
    )
  })

  it('lets words in any script stand by themselves', () => {
    const html = renderHtml(everyKind('شارع الفانوس'))
    expect(html).toContain('<bdi>شارع الفانوس</bdi>')
    expect(html).toContain('<blockquote dir="auto">')
  })
})

// A quote keeps its paragraphs.
function extraParagraphs(text: string): number {
  return 2 * (text.split('\n').filter((row) => row.trim() !== '').length - 1)
}

type Colours = Readonly<Record<string, string>>

function coloursIn(rule: string): Colours {
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z0-9]+):(#[0-9a-f]{3,6})/g)].map(([, name, hex]) => [name, hex]),
  )
}

function luminance(hex: string): number {
  const full =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const THEMES = STYLE.match(/:root\{[^}]*\}/g) ?? []
const PAIRS = ['ink', 'soft', 'bad', 'good']
  .flatMap((ink) => [
    [ink, 'ground'],
    [ink, 'sheet'],
  ])
  .concat([
    ['m2t', 'm2'],
    ['m1t', 'm1'],
    ['zt', 'z'],
    ['p1t', 'p1'],
    ['p2t', 'p2'],
  ])

describe('contrast', () => {
  it('is measured as it is defined', () => expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5))

  it.each(['light', 'dark', 'print'].map((name, index) => [name, index] as const))(
    'is at least 4.5 to 1 in %s',
    (_, index) => {
      const colours = coloursIn(THEMES[index] ?? '')
      for (const [ink = '', ground = ''] of PAIRS) {
        const ratio = contrast(colours[ink] ?? '#000', colours[ground] ?? '#000')
        expect(ratio, `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    },
  )
})
