import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { afterword, contactWith, environment, PROGRAM } from '../afterword.ts'
import { seeded } from '../chance.ts'
import { killWriters } from './killed.ts'
import { isWhole, leftovers } from './month-on-disk.ts'
import { buildWriter } from './processes.ts'
import { aHome } from './store-folder.ts'

const LONG = process.env.AFTERWORD_TEST_LONG === '1'
const KILLS = LONG ? 100 : 24
const PROGRAMS = LONG ? 100 : 8

// A busy machine takes its time over hundreds of flushes.
vi.setConfig({ testTimeout: 300_000 })

beforeAll(buildWriter)

it(`kill -9 at random moments loses nothing and tears nothing (${KILLS} kills)`, async () => {
  const toll = await killWriters('add-with-rests', KILLS, seeded('kill -9'))
  console.info(`kill -9: ${JSON.stringify(toll)}`)
  expect(toll).toMatchObject({ lost: 0, torn: 0 })
  expect(toll.kills).toBeGreaterThanOrEqual(KILLS)
  expect(toll.before).toBeGreaterThanOrEqual(10)
  expect(toll.after).toBeGreaterThanOrEqual(10)
})

it('the same loop catches a writer that writes in place (positive control)', async () => {
  const toll = await killWriters('in-place', 30, seeded('in place'))
  console.info(`in place: ${JSON.stringify(toll)}`)
  expect(toll.lost + toll.torn).toBeGreaterThan(0)
})

interface Logging {
  readonly who: string
  readonly child: ChildProcess
  saysSaved: boolean
  readonly ended: Promise<unknown>
}

function startLogging(home: string, who: string): Logging {
  const child = spawn(process.execPath, [PROGRAM, ...contactWith(who)], {
    env: environment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const logging = { who, child, saysSaved: false, ended: once(child, 'close') }
  child.stderr.on('data', (text) => {
    logging.saysSaved ||= String(text).includes('Saved')
  })
  return logging
}

/** Waits for the answer and a moment more, or for any moment before it may come. */
async function waitFor(logging: Logging, random: () => number, usualMs: number): Promise<void> {
  if (random() < 0.5) return new Promise((done) => setTimeout(done, random() * usualMs))
  const { child } = logging
  while (!logging.saysSaved && child.exitCode === null)
    await Promise.race([
      once(child.stderr as NonNullable<typeof child.stderr>, 'data'),
      logging.ended,
    ])
}

describe(`the built program, killed at random moments (${PROGRAMS} kills)`, () => {
  it('has saved what it said is saved; the journal is whole and doctor sweeps the rest', async () => {
    const home = aHome()
    const random = seeded('kill -9 of the program')
    const began = performance.now()
    afterword(home.data, contactWith('first'))
    const usualMs = performance.now() - began
    const said = new Set(['first'])
    const toll = { kills: 0, before: 0, after: 0, lost: 0 }
    for (let round = 0; toll.kills < PROGRAMS && round < PROGRAMS * 3; round++) {
      const loggings = (round % 2 ? [0, 1, 2] : [0]).map((n) =>
        startLogging(home.data, `caller-${round}-${n}`),
      )
      await Promise.all(
        loggings.map(async (logging) => {
          await waitFor(logging, random, usualMs)
          logging.child.kill('SIGKILL')
          await logging.ended
        }),
      )
      for (const { who, child, saysSaved } of loggings) {
        if (saysSaved) said.add(who)
        if (child.signalCode !== 'SIGKILL') continue
        toll.kills++
        toll[saysSaved ? 'after' : 'before']++
      }
      expect(isWhole(home)).toBe(true)
    }
    const found = afterword(home.data, ['list', '--json']).stdout
    toll.lost = [...said].filter((who) => !found.includes(`"${who}"`)).length
    console.info(`kill -9 of the program: ${JSON.stringify(toll)}`)
    expect(toll.lost).toBe(0)
    if (LONG)
      for (const count of [toll.before, toll.after]) expect(count).toBeGreaterThanOrEqual(10)
    afterword(home.data, contactWith('next', 'Next'))
    expect(leftovers(home).filter((name) => !/^lock\.\d+\./.test(name))).toEqual([])
    afterword(home.data, ['doctor', '--repair'])
    expect(leftovers(home)).toEqual([])
  })
})
