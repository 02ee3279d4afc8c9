import { describe, expect, it } from 'vitest'
import { zForScan } from '../../src/reports/quantiles.ts'
import { isOutside } from '../../src/team/limits.ts'

describe('the limits of chance', () => {
  it.each([
    [{ k: 7, n: 20 }, { k: 112, n: 160, z: 2.734369 }, true],
    [{ k: 8, n: 20 }, { k: 112, n: 160, z: 2.734369 }, false],
    [{ k: 20, n: 20 }, { k: 112, n: 160, z: 2.734369 }, false],
    [{ k: 5, n: 5 }, { k: 50, n: 50, z: 2 }, false],
    [{ k: 0, n: 5 }, { k: 0, n: 50, z: 2 }, false],
    [{ k: 0, n: 200 }, { k: 14_000_000, n: 20_000_000, z: 4.5 }, true],
  ])('%j against %j: outside is %s', (own, limits, outside) => {
    expect(isOutside(own, limits)).toBe(outside)
  })

  it('let eight equal reps pass in about 19 reports of 20', () => {
    const seed = Number(process.env.SEED ?? 46)
    const next = randomFrom(seed)
    const rounds = 4000
    let alarms = 0
    for (let round = 0; round < rounds; round++) {
      const reps = Array.from({ length: 8 }, () => ({
        k: Array.from({ length: 20 }, next).filter((chance) => chance < 0.7).length,
        n: 20,
      }))
      const k = reps.reduce((sum, rep) => sum + rep.k, 0)
      if (reps.some((own) => isOutside(own, { k, n: 160, z: zForScan(8) }))) alarms++
    }
    expect(alarms / rounds, `seed ${seed}`).toBeLessThan(0.05)
    expect(alarms / rounds, `seed ${seed}`).toBeGreaterThan(0)
  })
})

/** Returns numbers from 0 to 1 that are the same for a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
