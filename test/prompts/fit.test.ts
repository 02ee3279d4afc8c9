import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { cut, formatLabel, layAnswer, layRows, wrapUnder } from '../../src/prompts/fit.ts'

const widths = (text: string) => text.split('\n').map((row) => stringWidth(row))

describe('what fits on a line', () => {
  it.each([
    ['Who?', '? Who?                  '],
    ['Felt, before, after?', '? Felt, before, after?  '],
    ['What should reports call you?', '? What should reports call you? '],
    ['名前は?', '? 名前は?               '],
    ['x'.repeat(43), `? ${'x'.repeat(43)}\n  `],
  ])('labels %s', (text, label) => {
    expect(formatLabel(text)).toBe(label)
  })

  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 10, 'exactly...'],
    ['日本語日本語', 8, '日本...'],
    ['👨‍👩‍👧 family', 8, '👨‍👩‍👧 fa...'],
  ])('cuts %s to %d columns', (text, width, kept) => {
    expect(cut(text, width)).toBe(kept)
    expect(stringWidth(cut(text, width))).toBeLessThanOrEqual(width)
  })

  it('puts an echo in its column, close behind, or beneath', () => {
    const label = formatLabel('Who?')
    expect(layAnswer(label, 'ada', 'new', 80).echo).toBe(`${' '.repeat(23)}new`)
    expect(layAnswer(label, 'ada', 'x'.repeat(40), 80).echo).toBe(`   ${'x'.repeat(40)}`)
    expect(layAnswer(label, 'ada', 'x'.repeat(55), 80).echo).toBe(
      `\n${' '.repeat(24)}${'x'.repeat(55)}`,
    )
  })

  it.each([40, 60, 80, 120])('never fills the last column of %d', (columns) => {
    const answer = 'two words and 漢字 and another '.repeat(6)
    const laid = layAnswer(formatLabel('Who?'), answer, answer, columns)
    const text = `${formatLabel('Who?')}${laid.answer}${laid.echo}`
    for (const width of [...widths(text), ...widths(wrapUnder(answer, 2, columns))])
      expect(width).toBeLessThan(columns)
  })

  it('lines rows up by their widest value', () => {
    const rows = layRows(
      [{ value: '漢字', beside: 'a' }, { value: 'abc', beside: 'b' }, { value: 'x' }],
      80,
    )
    expect(rows.map(({ value, beside }) => value + beside)).toEqual(['漢字   a', 'abc    b', 'x'])
  })
})
