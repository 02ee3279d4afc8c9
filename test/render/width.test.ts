import { describe, expect, it } from 'vitest'
import { breakLong, cut, pad, padStart, widthOf, wrap } from '../../src/render/width.ts'

describe('width', () => {
  it.each([
    ['abc', 3],
    ['灯籠', 4],
    ['👩🏽\u200D🔧', 2],
    ['e\u0301', 1],
    ['شارع', 4],
    ['\x1b[31mred\x1b[39m', 3],
  ])('%j takes %i columns', (text, columns) => expect(widthOf(text)).toBe(columns))

  it.each([
    ['灯籠通り', 6, '灯籠…'],
    ['灯籠通り', 8, '灯籠通り'],
    ['lantern-street', 8, 'lantern…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['👩🏽\u200D🔧👩🏽\u200D🔧', 3, '👩🏽\u200D🔧…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('cuts %j to %i columns', (text, columns, expected) => {
    expect(cut(text, columns, '…')).toBe(expected)
    expect(widthOf(cut(text, columns, '…'))).toBeLessThanOrEqual(columns)
  })

  it('cuts with dots where there is no ellipsis', () => {
    expect(cut('lantern-street', 8, '...')).toBe('lante...')
  })

  it('pads by columns, not by characters', () => {
    expect(`${pad('灯籠', 6)}|`).toBe('灯籠  |')
    expect(padStart('灯籠', 6)).toBe('  灯籠')
  })

  it('breaks a word wider than a row between whole signs', () => {
    expect(breakLong(`x ${'灯'.repeat(5)}`, 4)).toBe('x 灯灯\n灯灯\n灯')
    expect(breakLong('e\u0301'.repeat(3), 2)).toBe('e\u0301e\u0301\ne\u0301')
  })

  it('wraps between words, colours or not, and not at all without a limit', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
    expect(wrap('\x1b[2mone two three\x1b[22m', 8)).toEqual([
      '\x1b[2mone two\x1b[22m',
      '\x1b[2mthree\x1b[22m',
    ])
    expect(wrap('one two three', Number.POSITIVE_INFINITY)).toEqual(['one two three'])
  })
})
