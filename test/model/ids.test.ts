import { describe, expect, it } from 'vitest'
import { makeId, shortestPrefixes, shortId } from '../../src/model/ids.ts'

describe('ids', () => {
  it('are 12 characters without i, l, o and u', () => {
    for (let start = 0; start < 256; start++) {
      const bytes = Uint8Array.from({ length: 12 }, (_, at) => (start + at * 29) % 256)
      expect(makeId(bytes)).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/)
    }
    expect(makeId(Uint8Array.from([0, 1, 9, 10, 17, 18, 20, 22, 27, 28, 31, 255]))).toBe(
      '019ahjmpvwzz',
    )
    expect(() => makeId(new Uint8Array(11))).toThrow('12 random bytes')
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
