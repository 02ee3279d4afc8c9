import { describe, expect, it } from 'vitest'
import { guardCell, unguardCell } from '../../src/model/cell.ts'
import { line, type Page } from '../../src/pages/page.ts'
import { weekPage } from '../../src/pages/week.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { renderPlain, renderPlainRows } from '../../src/render/plain.ts'
import { fullWeek, weekExtra } from '../pages/samples.ts'
import { aFigure, everyKind } from './every-node.ts'
import { HOSTILE, LIVE } from './hostile.ts'

const pageOf = (note: string): Page => ({
  report: 'week',
  title: '',
  nodes: [line([aFigure({ note, group: note, low: 0.3542, high: 0.8794 })])],
  footer: [],
})

describe('csv', () => {
  it('holds a row a figure under the header, in lines that end as RFC 4180 wants', () => {
    const [header, ...rows] = renderCsv(weekPage(fullWeek(), weekExtra())).split('\r\n')
    expect(header).toBe('report,figure,group,k,n,low,high,note')
    expect(rows.slice(0, 4)).toEqual([
      'week,first.leftUnhappyNothingPlanned,,1,,,,',
      'week,followUps.due,,7,,,,',
      'week,followUps.kept,,5,7,,,',
      'week,followUps.late,,1,,,,',
    ])
    expect(rows).toContain('week,leftWell,,10,14,0.4535,0.8828,')
    expect(rows).toContain('week,blockers,authority,2,,,,2 customers')
    expect(rows).toContain('week,extraSteps.minutes,,,8,,,"median 4 min (1-14, n=8)"')
    expect(rows.at(-1)).toBe('')
  })

  it('quotes what has a comma, a quote or a break in it', () => {
    expect(renderCsv(pageOf('a,"b"'))).toContain(',"a,""b""",6,9,0.3542,0.8794,"a,""b"""\r\n')
  })

  it.each([
    '=1+1',
    '+46701',
    '-5',
    '@SUM(A1)',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\t=1',
    '\r=1',
    "'=1",
  ])('makes %j harmless, and its import gives it back', (text) => {
    expect(guardCell(text)).toBe(`'${text}`)
    expect(unguardCell(guardCell(text))).toBe(text)
  })

  it.each(['lantern-street', "'quoted'", "o'hara", '', '1-2', 'a=b'])('leaves %j alone', (text) => {
    expect(guardCell(text)).toBe(text)
    expect(unguardCell(text)).toBe(text)
  })

  it('never guards a number', () => {
    const page = { ...pageOf(''), nodes: [line([aFigure({ low: -0.4, high: 0.2 })])] }
    expect(renderCsv(page)).toContain('week,leftWell,,6,9,-0.4,0.2,\r\n')
  })

  it.each(HOSTILE)('shows %j harmlessly', (text) => {
    const csv = renderCsv(everyKind(text))
    expect(csv.replaceAll('\r\n', '\n')).not.toMatch(LIVE)
    expect(csv).not.toMatch(/(^|,)"?[=+@]/m)
  })
})

describe('plain', () => {
  it('holds a figure a line with tabs between', () => {
    const rows = renderPlain(weekPage(fullWeek(), weekExtra())).slice(0, -1).split('\n')
    expect(rows[2]).toBe('week\tfollowUps.kept\t\t5\t7\t\t\t')
    expect(new Set(rows.map((row) => row.split('\t').length))).toEqual(new Set([8]))
  })

  it.each(HOSTILE)('keeps one line a figure with %j', (text) => {
    const rows = renderPlain(everyKind(text)).slice(0, -1).split('\n')
    expect(rows).toHaveLength(11)
    for (const row of rows) expect(row.split('\t')).toHaveLength(8)
    expect(rows.join('').replaceAll('\t', '')).not.toMatch(LIVE)
  })

  it('gives the rows of a list as they are', () => {
    const nodes: Page['nodes'] = [
      {
        kind: 'table',
        title: '',
        columns: [{ title: 'a' }, { title: 'b' }],
        rows: [[[{ kind: 'words', text: 'one\ttwo' }], [{ kind: 'words', text: 'x'.repeat(300) }]]],
      },
    ]
    expect(renderPlainRows({ report: 'list', title: '', nodes, footer: [] })).toBe(
      `one<U+0009>two\t${'x'.repeat(300)}\n`,
    )
  })
})
