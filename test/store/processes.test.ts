import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { anEntry, idOf } from '../helpers.ts'
import { isWhole, leftovers } from './month-on-disk.ts'
import { buildWriter, startWriter } from './processes.ts'
import { aHome, aJournal } from './store-folder.ts'

// A busy machine takes its time over hundreds of flushes.
vi.setConfig({ testTimeout: 300_000 })

beforeAll(buildWriter)

describe('several processes on one journal', () => {
  it('habit 45: 8 processes x 50 adds leave 400 entries, and every process says so', async () => {
    const home = aHome()
    const writers = Array.from({ length: 8 }, (_, index) =>
      startWriter('add', home.data, index * 50, 50),
    )
    for (const { ended } of writers)
      expect(await ended).toEqual({ code: 0, signal: null, errors: '' })
    const entries = await aJournal(home).read()
    expect(new Set(entries.map(({ id }) => id)).size).toBe(400)
    expect(isWhole(home)).toBe(true)
    expect(leftovers(home)).toEqual([])
    const history = readFileSync(home.history, 'utf8').split('\n')
    expect(history.filter((line) => line.startsWith('{"at"'))).toHaveLength(400)
  })

  it('8 processes x 50 mixed adds, edits and removals leave exactly what they add up to', async () => {
    const home = aHome()
    await aJournal(home).change('log', [
      { add: anEntry({ id: idOf(0), at: '2026-11-01T10:00:00Z' }) },
    ])
    const writers = Array.from({ length: 8 }, (_, index) =>
      startWriter('mix', home.data, 1000 * (index + 1), 50),
    )
    for (const { ended } of writers)
      expect(await ended).toEqual({ code: 0, signal: null, errors: '' })
    const entries = await aJournal(home).read()
    const stays = (turn: number) => turn % 5 < 2
    const turns = Array.from({ length: 50 }, (_, turn) => turn).filter(stays)
    const expected = writers.flatMap((_, index) => turns.map((turn) => 1000 * (index + 1) + turn))
    expect(entries.map(({ id }) => Number(id)).toSorted((a, b) => a - b)).toEqual([0, ...expected])
    expect(entries.find(({ id }) => id === idOf(0))?.contact?.minutes).toBe(80)
    expect(isWhole(home)).toBe(true)
    expect(leftovers(home)).toEqual([])
    const lines = readFileSync(home.history, 'utf8').match(/^\{"at":/gm)
    expect(lines).toHaveLength(401)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s in the middle of a write leaves neither lock nor temporary file, and nothing saved',
    async (signal) => {
      const home = aHome()
      await aJournal(home).change('log', [{ add: anEntry({ id: idOf(7) }) }])
      const writer = startWriter('stop-before-rename', home.data, 8, 1)
      await writer.saidAtLeast(1)
      expect(leftovers(home)).toHaveLength(2)
      writer.child.kill(signal)
      expect(await writer.ended).toMatchObject({ code: null, signal })
      expect(leftovers(home)).toEqual([])
      expect(await aJournal(home).read()).toHaveLength(1)
      await aJournal(home).change('log', [{ add: anEntry({ id: idOf(9) }) }])
      expect(readFileSync(home.history, 'utf8')).not.toContain(idOf(8))
    },
  )

  it('a lock whose process was killed is taken over at once', async () => {
    const home = aHome()
    const writer = startWriter('hold-lock', home.data, 0, 60_000)
    await writer.saidAtLeast(1)
    writer.child.kill('SIGKILL')
    await writer.ended
    expect(leftovers(home)).toEqual(['lock'])
    await aJournal(home).change('log', [{ add: anEntry() }])
    expect(leftovers(home)).toEqual([])
  })
})
