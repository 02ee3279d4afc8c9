import { describe, expect, it } from 'vitest'
import { safe, safeLine } from '../../src/model/safe.ts'
import { HOSTILE, LIVE } from './hostile.ts'

describe('safe', () => {
  it.each([
    ['a\x1b[2Jb', 'a␛[2Jb', 'a<U+001B>[2Jb'],
    ['\x07\x08\r', '␇␈␍', '<U+0007><U+0008><U+000D>'],
    ['\x7f', '␡', '<U+007F>'],
    ['\u009b31m', '<U+009B>31m', '<U+009B>31m'],
    ['in\u202Evoice', 'in<U+202E>voice', 'in<U+202E>voice'],
    ['a\u200Bb', 'a<U+200B>b', 'a<U+200B>b'],
    ['a\u200Db', 'a<U+200D>b', 'a<U+200D>b'],
    ['\uD800', '<U+D800>', '<U+D800>'],
    ['\u{E0041}', '<U+E0041>', '<U+E0041>'],
    ['a\u2028b', 'a<U+2028>b', 'a<U+2028>b'],
  ])('makes %j visible', (text, unicode, ascii) => {
    expect(safe(text)).toBe(unicode)
    expect(safe(text, false)).toBe(ascii)
  })

  it.each([
    'ordinary',
    'naïve café',
    '灯籠通り',
    'شارع الفانوس',
    'e\u0301',
    '❤\uFE0F',
    '👩🏽\u200D🔧',
    'a\nb\tc',
  ])('leaves %j as it is', (text) => expect(safe(text)).toBe(text))

  it('makes newline and tab visible where a line is one row', () => {
    expect(safeLine('a\nb\tc')).toBe('a␊b␉c')
    expect(safeLine('a\nb\tc', false)).toBe('a<U+000A>b<U+0009>c')
  })

  it.each(HOSTILE)('lets nothing of %j through', (text) => {
    expect(safeLine(text)).not.toMatch(LIVE)
    expect(safeLine(text, false)).not.toMatch(LIVE)
  })

  it('says as much as it was given: two different texts never look the same', () => {
    expect(new Set(HOSTILE.map((text) => safeLine(text))).size).toBe(HOSTILE.length)
  })
})
