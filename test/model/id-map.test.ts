import { describe, expect, it } from 'vitest'
import { IdMap } from '../../src/model/id-map.ts'
import { makeId } from '../../src/model/ids.ts'
import { idOf } from '../helpers.ts'

const SEED = Math.floor(Math.random() * 2 ** 31)

/** Returns ids that depend on the seed alone. */
function* idsOf(count: number): Generator<string> {
  let state = SEED
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  }
  for (let at = 0; at < count; at++) yield makeId(Uint8Array.from({ length: 8 }, next))
}

describe('a map of ids', () => {
  it(`is what a Map is, for 30,000 ids of each kind (seed ${SEED})`, () => {
    const [ours, plain] = [new IdMap(), new Map<string, number>()]
    const numbered = Array.from({ length: 30_000 }, (_, at) => idOf(at))
    for (const [at, id] of [...idsOf(30_000), ...numbered].entries()) {
      const value = at % 3 === 0 ? -1 : at * 2 ** 30
      for (const map of [ours, plain]) map.set(id, value)
      if (at % 5 === 0) for (const map of [ours, plain]) map.set(id, at)
    }
    expect(ours.size).toBe(plain.size)
    for (const [id, value] of plain)
      if (ours.get(id) !== value) expect(ours.get(id), id).toBe(value)
    for (let at = 30_000; at < 60_000; at++)
      if (ours.get(idOf(at)) !== plain.get(idOf(at))) expect(at).toBe(-1)
  })

  it.each([
    '',
    '0',
    '00000000000',
    '0000000000000',
    '00000000000i',
    '00000000000\u00e9',
    '__proto__',
  ])('takes %j for itself though it is no id', (id) => {
    const map = new IdMap()
    map.set('000000000000', 1)
    expect(map.get(id)).toBeUndefined()
    map.set(id, 2)
    expect([map.get(id), map.get('000000000000'), map.size]).toEqual([2, 1, 2])
  })
})
