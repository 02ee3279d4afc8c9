import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import type { Entry } from '../../../src/model/entry.ts'
import { diskOf } from '../../../src/store/disk.ts'
import { FileJournal } from '../../../src/store/file-journal.ts'
import { ifThere } from '../../../src/store/files.ts'
import { type Home, resolveHome } from '../../../src/store/home.ts'
import { aFolder, afterword, environment, PROGRAM } from '../../afterword.ts'
import { filesOf, identityFile } from '../../encrypted.ts'
import { anEntry, idOf } from '../../helpers.ts'

const KILLS = process.env.AFTERWORD_TEST_LONG === '1' ? 30 : 5

vi.setConfig({ testTimeout: 600_000 })

/** Two years of months, so that a kill has something to fall into. */
const entries: Entry[] = Array.from({ length: 240 }, (_, number) =>
  anEntry({
    id: idOf(number),
    at: `${2024 + (number % 2)}-${String((number % 12) + 1).padStart(2, '0')}-12T10:00:00Z`,
    customer: `customer-${number % 30}`,
  }),
)

async function aYoungHome(): Promise<Home> {
  const home = resolveHome({ AFTERWORD_HOME: aFolder() }, 'linux')
  const edits = entries.map((add) => ({ add }))
  await new FileJournal(diskOf(home)).change('log', edits)
  return home
}

/** Everything there is, as afterword reads it. */
async function contentOf(home: Home): Promise<string> {
  const files = filesOf(home)
  const found = await new FileJournal(diskOf(home, files)).read()
  const history = await ifThere(files.read(home.history))
  return JSON.stringify([found, history?.toString('utf8')])
}

/** Runs the program and kills it a moment after it has begun to convert; returns whether it was still at it. */
async function killed(home: Home, args: readonly string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment(home.data) })
  const ended = once(child, 'close')
  while (!existsSync(home.lock) && child.exitCode === null)
    await new Promise((done) => setTimeout(done, 1))
  await new Promise((done) => setTimeout(done, afterMs))
  const wasAlive = child.kill('SIGKILL')
  const [code] = await ended
  return wasAlive && code === null
}

describe.each([
  ['encrypt', ['encrypt', '--identity', identityFile()]],
  ['decrypt', ['decrypt']],
])('%s', (word, args) => {
  it(`killed ${KILLS} times, loses nothing and ends when it is done again`, async () => {
    const seed = Date.now() % 1000
    let home: Home | undefined
    let [content, kills] = ['', 0]
    for (let round = 0; kills < KILLS && round < KILLS * 4; round++) {
      if (home === undefined) {
        home = await aYoungHome()
        content = await contentOf(home)
        if (word === 'decrypt') afterword(home.data, ['encrypt', '--identity', identityFile()])
      }
      const wasKilled = await killed(home, args, (seed * 7 + round * 37) % 300)
      if (wasKilled) kills++
      expect(await contentOf(home), `seed ${seed}, round ${round}`).toBe(content)
      if (wasKilled) continue
      // It came to its end: the next kill needs a journal with something left to convert.
      rmSync(home.data, { recursive: true })
      home = undefined
    }
    expect(kills, `seed ${seed}`).toBe(KILLS)
    if (home === undefined) return
    const { status, stderr } = afterword(home.data, args)
    expect([0, 1], stderr).toContain(status)
    expect(existsSync(home.encryption)).toBe(word === 'encrypt')
    expect(await contentOf(home)).toBe(content)
    expect(afterword(home.data, ['doctor'])).toMatchObject({ status: 0, stderr: '' })
  })
})
