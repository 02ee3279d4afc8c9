import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Home } from '../../src/store/home.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { buildWriter, startWriter } from './processes.ts'
import { aHome, aJournal } from './store-folder.ts'

const LONG = process.env.AFTERWORD_TEST_LONG === '1'
const KILLS = LONG ? 100 : 8

// A busy machine takes its time over hundreds of flushes.
vi.setConfig({ testTimeout: LONG ? 600_000 : 120_000 })

beforeAll(buildWriter)

function leftovers(home: Home): string[] {
  const folders = [home.journal, home.state].filter((folder) => existsSync(folder))
  const names = folders.flatMap((folder) => readdirSync(folder))
  return names.filter((name) => /\.tmp$|^lock/.test(name))
}

/** Whether the month is whole: it parses and its sum is right. */
function isWhole(home: Home): boolean {
  try {
    const bytes = readFileSync(join(home.journal, '2026-11.json'))
    const { month, entries } = JSON.parse(bytes.toString())
    return renderMonth({ month, entries }).bytes.equals(bytes)
  } catch {
    return false
  }
}

function parses(home: Home): boolean {
  try {
    JSON.parse(readFileSync(join(home.journal, '2026-11.json'), 'utf8'))
    return true
  } catch {
    return false
  }
}

async function waitMs(ms: number): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
}

describe('several processes on one journal', () => {
  it('8 processes x 50 adds leave 400 entries, and every process says so', async () => {
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

  it(`kill -9 at any moment leaves the month whole and what was said saved (${KILLS} kills)`, async () => {
    const home = aHome()
    const saved = new Set<string>()
    for (let round = 0; round < KILLS; round++) {
      const writers = [startWriter('add', home.data, round * 1000, 500)]
      if (round % 2) writers.push(startWriter('add', home.data, round * 1000 + 500, 500))
      await Promise.all(writers.map((writer) => writer.saidAtLeast(1 + (round % 5))))
      await waitMs(Math.random() * 8)
      for (const { child } of writers) child.kill('SIGKILL')
      await Promise.all(writers.map(({ ended }) => ended))
      for (const { said } of writers) for (const id of said) saved.add(id)
      expect(isWhole(home)).toBe(true)
    }
    // The next add works at once, whatever the dead have left.
    await aJournal(home).change('log', [{ add: anEntry({ id: idOf(999_999) }) }])
    const ids = new Set((await aJournal(home).read()).map(({ id }) => id))
    expect([...saved].filter((id) => !ids.has(id))).toEqual([])
    expect(saved.size).toBeGreaterThan(KILLS)
  })

  it('the same loop catches a writer that writes in place (positive control)', async () => {
    const home = aHome()
    mkdirSync(home.journal)
    let caught = 0
    for (let round = 0; round < 40 && caught === 0; round++) {
      const entries = Array.from({ length: 2000 }, (_, number) => anEntry({ id: idOf(number) }))
      writeFileSync(
        join(home.journal, '2026-11.json'),
        renderMonth({ month: '2026-11', entries }).bytes,
      )
      const writer = startWriter('in-place', home.data, 5000, 500)
      await writer.saidAtLeast(1)
      await waitMs(Math.random() * 60)
      writer.child.kill('SIGKILL')
      await writer.ended
      if (!parses(home)) caught++
    }
    expect(caught).toBe(1)
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

  it.runIf(LONG)(
    'a lock of a stopped process is never taken over; the message names its pid',
    async () => {
      const home = aHome()
      const writer = startWriter('hold-lock', home.data, 0, 60_000)
      await writer.saidAtLeast(1)
      writer.child.kill('SIGSTOP')
      try {
        const adding = aJournal(home).change('log', [{ add: anEntry() }])
        await expect(adding).rejects.toThrow(
          `busy: pid ${writer.child.pid} has had the journal since`,
        )
        expect(leftovers(home)).toEqual(['lock'])
      } finally {
        writer.child.kill('SIGKILL')
        await writer.ended
      }
    },
  )
})
