import { describe, expect, it } from 'vitest'
import { letters, lettersBehind } from '../../src/store/byte-pattern.ts'
import { foldName } from '../../src/store/erased.ts'

const UNICODE = 0x11_00_00

/** Every character there is, without half ones. */
function* everyCharacter(): Generator<string> {
  for (let point = 0; point < UNICODE; point++)
    if (point < 0xd8_00 || point > 0xdf_ff) yield String.fromCodePoint(point)
}

const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

describe('what is looked for in bytes', () => {
  it('finds every character of Unicode that folds into a plain one', () => {
    const patterns = new Map<string, RegExp>()
    const found: string[] = []
    for (const character of everyCharacter())
      for (const plain of character.normalize('NFC').toLowerCase().match(/[ -~]/g) ?? []) {
        const pattern = patterns.get(plain) ?? new RegExp(letters(plain))
        patterns.set(plain, pattern)
        expect(pattern.test(bytesOf(character)), `${character} as ${plain}`).toBe(true)
        if (character > '~') found.push(character)
      }
    expect(found).toEqual(['İ', '\u037E', '\u1FEF', '\u212A'])
  })

  it('finds a name behind everything that is trimmed off it', () => {
    const pattern = new RegExp(lettersBehind(['"customer":"'], 'kit'))
    const blanks = [...everyCharacter()].filter((character) => character.trim() === '')
    expect(blanks.length).toBeGreaterThan(20)
    for (const blank of blanks) {
      const line = JSON.stringify({ id: 'x', customer: `${blank}${blank}\u212Ait` })
      expect(foldName(`${blank}x`)).toBe('x')
      expect(pattern.test(bytesOf(line)), `${blank.codePointAt(0)?.toString(16)}`).toBe(true)
    }
  })

  it('finds a name at its beginning only', () => {
    const pattern = new RegExp(lettersBehind(['"customer":"'], 'kit'))
    for (const line of ['"customer":"a kit"', '"summary":"kit"', '"customer":"x","summary":"kit"'])
      expect(pattern.test(line), line).toBe(false)
  })
})
