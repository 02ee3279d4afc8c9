import { describe, expect, it } from 'vitest'
import { line, type Page, typed, words } from '../../src/pages/page.ts'
import { weekPage } from '../../src/pages/week.ts'
import { renderLine, renderText } from '../../src/render/text.ts'
import { widthOf } from '../../src/render/width.ts'
import { fullWeek, weekExtra } from '../pages/samples.ts'
import { aFigure, everyKind } from './every-node.ts'
import { aFrame } from './frame.ts'
import { HOSTILE, LIVE } from './hostile.ts'

const COLOUR = /\p{Cc}\[\d+m/gu
const PLAIN = aFrame()

const pageOf = (nodes: Page['nodes']): Page => ({ report: 'x', title: '', nodes, footer: [] })

describe('text', () => {
  it('knows every kind of node', () => {
    expect(renderText(everyKind('Ab'), PLAIN)).toMatchInlineSnapshot(`
      "Ab · "Ab"
      Ab · Ab: Ab line 1 of 9                                                       Ab

      Ab                                                               Ab aside 2 of 9
        Ab   Ab · Ab field 3 of 9                                                   Ab
        Ab
          Ab Ab item 4 of 9
          Ab
        Ab      Ab
        Ab row  5 of 9
        Ab brief 6 of 9
        Ab   Ab -   Ab ·
        Ab                                                                          Ab
          Ab point 7 of 9 · Ab point 8 of 9
                 Ab  Ab    Ab
        Ab week  ·   -- 4  ? 5
        Ab
        "Ab"                                                                        Ab

      Ab · 9 of 9 at the foot
      Ab: Ab
      "
    `)
  })

  it('shows bars and strips by sign and word, in blocks or in ASCII', () => {
    const nodes: Page['nodes'] = [
      {
        kind: 'bars',
        title: 'How people left',
        brief: [],
        bars: [
          {
            label: 'Left',
            parts: [
              { label: 'unhappy', count: 1, level: -1 },
              { label: 'neither', count: 3, level: 0 },
              { label: 'very well', count: 8, level: 2 },
            ],
          },
        ],
      },
      {
        kind: 'strip',
        title: 'Days',
        cells: [
          { label: 'Mon', level: -2 },
          { label: 'Tue', level: null },
          { label: 'Wed', level: 1 },
        ],
      },
    ]
    expect(renderText(pageOf(nodes), PLAIN)).toMatchInlineSnapshot(`
      "Left
       - unhappy    1  ████
       o neither    3  ████████████
      ++ very well  8  ████████████████████████████████
      Days   Mon --   Tue ·   Wed +
      "
    `)
    expect(renderText(pageOf(nodes), aFrame({ unicode: false }))).toMatchInlineSnapshot(`
      "Left
       - unhappy    1  ####
       o neither    3  ############
      ++ very well  8  ################################
      Days   Mon --   Tue .   Wed +
      "
    `)
  })

  it('writes only ASCII of its own where the terminal shows no more', () => {
    const text = renderText(weekPage(fullWeek(), weekExtra()), aFrame({ unicode: false }))
    expect(text).toMatch(/^[\n -~]+$/)
  })

  it('colours what is bad or good, dims what stands aside, and nothing else', () => {
    const pieces = line([words('late', 'bad'), ' ', words('well', 'good')], [words('aside')])
    expect(renderLine(pieces, aFrame({ colour: true, width: 20 }))).toBe(
      '\x1b[31mlate\x1b[39m \x1b[32mwell\x1b[39m      \x1b[2maside\x1b[22m',
    )
    const page = renderText(weekPage(fullWeek(), weekExtra()), aFrame({ colour: true }))
    const codes = new Set(page.match(COLOUR))
    expect([...codes].sort()).toEqual(
      ['\x1b[1m', '\x1b[22m', '\x1b[2m', '\x1b[31m', '\x1b[39m'].sort(),
    )
  })

  it('says with colours what it says without', () => {
    const page = weekPage(fullWeek(), weekExtra())
    const coloured = renderText(page, aFrame({ colour: true }))
    expect(coloured.replace(COLOUR, '')).toBe(renderText(page, PLAIN))
  })

  it.each([
    'lantern-street',
    '灯籠通り三丁目',
    'شارع الفانوس',
    '👩🏽\u200D🔧👨\u200D👩\u200D👧',
    'e\u0301'.repeat(64),
    'x'.repeat(150),
  ])('never goes past its columns with %s', (name) => {
    for (const width of [80, 60, 40]) {
      const rows = renderText(everyKind(name), aFrame({ width })).split('\n')
      for (const row of rows) expect(widthOf(row)).toBeLessThanOrEqual(width)
    }
  })

  it.each(HOSTILE)('shows %j harmlessly wherever it stands', (text) => {
    expect(renderText(everyKind(text), PLAIN)).not.toMatch(LIVE)
    expect(renderText(everyKind(text), aFrame({ unicode: false }))).not.toMatch(LIVE)
  })

  it('keeps one row a thought when there is no width', () => {
    const long = line([typed('word '.repeat(100).trim())], [words('aside')])
    expect(renderLine(long, aFrame({ width: Number.POSITIVE_INFINITY }))).toBe(
      `${'word '.repeat(100).trim()}  aside`,
    )
  })

  it('starts a new row at a dot rather than inside the thought after it', () => {
    const pieces = [
      words('a'.repeat(30)),
      { kind: 'dot' } as const,
      words('b'.repeat(5)),
      words(' '),
      words('c'.repeat(10)),
    ]
    expect(renderLine({ kind: 'line', pieces }, aFrame({ width: 46 }))).toBe(
      `${'a'.repeat(30)}\n  ${'b'.repeat(5)} ${'c'.repeat(10)}`,
    )
  })

  it('puts an aside that fits no row under its line, read from the left', () => {
    const aside = [words('tried: partly, '), typed('word '.repeat(20).trim())]
    expect(renderLine(line([typed('You said you would: ring')], aside), PLAIN)).toBe(
      [
        'You said you would: ring',
        `  tried: partly, ${'word '.repeat(12).trim()}`,
        `    ${'word '.repeat(8).trim()}`,
      ].join('\n'),
    )
    const fields = [{ label: 'To thank', pieces: [typed('jo')], aside }]
    const rows = renderText(pageOf([{ kind: 'fields', fields }]), PLAIN).split('\n')
    expect(rows.slice(0, 2)).toEqual([
      'To thank   jo',
      `             tried: partly, ${'word '.repeat(10).trim()}`,
    ])
  })

  it('lays out as many rows as a long journal has', () => {
    const columns = [{ title: 'Who' }, { title: 'What' }]
    const rows = Array.from({ length: 200_000 }, () => [[words('ada')], [words('Rewired')]])
    const text = renderText(pageOf([{ kind: 'table', title: 'Entries', columns, rows }]), PLAIN)
    expect(text.match(/ada +Rewired/g)).toHaveLength(rows.length)
  })

  it('writes a figure by its shape', () => {
    const shapes = [undefined, 'colon', 'value-first'] as const
    expect(shapes.map((shape) => renderLine(line([aFigure({ shape })]), PLAIN))).toEqual([
      'left well 6 of 9',
      'left well: 6 of 9',
      '6 of 9 left well',
    ])
  })
})
