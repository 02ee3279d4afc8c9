import { expect } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aStoredWorld } from '../stored-world.ts'

/** Somebody who left unhappy and whose follow-up is late, in more words than a screen is wide. */
export const WORK = anEntry({
  id: idOf(1),
  at: '2026-11-18T09:00:00-06:00',
  customer: 'the-long-house-behind-the-mill',
  summary: 'word '.repeat(50).trim(),
  felt: { before: 'angry', after: 'upset' },
  followUp: { status: 'planned', due: '2026-11-17', action: 'ring' },
})

/** Returns a new home whose journal holds these entries. */
export async function aHomeWith(entries: readonly Entry[]): Promise<string> {
  const lines = entries.map((entry) => JSON.stringify(entry)).join('\n')
  const world = await aStoredWorld({ input: lines })
  expect(await world.run('import', '-'), world.err()).toBe(0)
  return world.ctx.home.data
}

export const aHomeWithWork = () => aHomeWith([WORK])

/** Returns a new home with so many plain entries. */
export function aHomeWithMany(count: number): Promise<string> {
  return aHomeWith(Array.from({ length: count }, (_, at) => anEntry({ id: idOf(at) })))
}
