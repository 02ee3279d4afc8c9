import { describe, expect, it } from 'vitest'
import { makeId, shortestPrefixes, shortId } from '../../src/model/ids.ts'

describe('ids', () => {
  it('are 12 characters without i, l, o and u', () => {
    for (let start = 0; start < 256; start++) {
      const bytes = Uint8Array.from({ length: 8 }, (_, at) => (start + at * 29) % 256)
      expect(makeId(bytes)).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    }
  })

  it('take their letters from the bytes, five bits each', () => {
    expect(makeId(new Uint8Array(8))).toBe('000000000000')
    expect(makeId(new Uint8Array(8).fill(255))).toBe('zzzzzzzzzzzz')
    // 00000 00001 01010 10001 10010 10100 10101 01101 10101 10111 10111 00111 and 4 bits over.
    const bytes = [0x00, 0x55, 0x19, 0x52, 0xad, 0xad, 0xee, 0x7f]
    expect(makeId(Uint8Array.from(bytes))).toBe('01ahjmndnqq7')
    expect(() => makeId(new Uint8Array(7))).toThrow('8 random bytes')
  })

  it('are shown by the shortest prefix that is theirs alone', () => {
    const ids = ['7k3q00000001', '7k3q00000002', 'abcd00000001', '7k3r00000001']
    const expected = [
      ['7k3q00000001', '7k3q00000001'],
      ['7k3q00000002', '7k3q00000002'],
      ['abcd00000001', 'abcd'],
      ['7k3r00000001', '7k3r'],
    ]
    expect([...shortestPrefixes(ids)].sort()).toEqual([...expected].sort())
    for (const [id = '', short] of expected) expect(shortId(id, ids)).toBe(short)
  })

  it('are shown by four characters where they stand alone', () => {
    expect(shortId('7k3q00000001', [])).toBe('7k3q')
    expect(shortestPrefixes(['7k3q00000001']).get('7k3q00000001')).toBe('7k3q')
  })
})
