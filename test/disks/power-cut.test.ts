import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { Home } from '../../src/store/home.ts'
import { seeded } from '../chance.ts'
import { anEntry, idOf } from '../helpers.ts'
import { isWhole } from '../store/month-on-disk.ts'
import { buildWriter, startWriter } from '../store/processes.ts'
import { aHome, aJournal } from '../store/store-folder.ts'
import { describeDisks, mount, unmount } from './mounted.ts'

const ROUNDS = 60
const CONTROLS = 5
// Nothing reaches the image by itself within a round, so a copy of it is what a power cut leaves. Nor does ext4 make good,
// as it usually would, for a program that renames a file over another one without a flush.
const NEVER_BY_ITSELF = 'loop,commit=300,noauto_da_alloc'

vi.setConfig({ testTimeout: 300_000 })

/** An ext4 in a file, whose power can be cut. */
class Machine {
  readonly #room = mkdtempSync(
    join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'afterword-ext4-'),
  )
  readonly folder = join(this.#room, 'disk')
  #image = join(this.#room, 'image-0')
  #cuts = 0

  constructor() {
    mkdirSync(this.folder)
    execFileSync('truncate', ['-s', '16M', this.#image])
    const whole = 'lazy_itable_init=0,lazy_journal_init=0'
    execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-E', whole, this.#image])
    mount(this.folder, '-o', NEVER_BY_ITSELF, this.#image)
    onTestFinished(() => {
      unmount(this.folder)
      rmSync(this.#room, { recursive: true, force: true })
    })
  }

  /** Goes on with what the image holds at this moment: all that was only in memory is lost. */
  cut(): void {
    const [old, left] = [this.#image, join(this.#room, `image-${++this.#cuts}`)]
    copyFileSync(old, left)
    unmount(this.folder)
    rmSync(old)
    this.#image = left
    mount(this.folder, '-o', NEVER_BY_ITSELF, left)
  }
}

/** A machine takes longer to start again than the 2 s after which an empty lock file is stale. */
function restart({ lock }: Home): void {
  if (existsSync(lock)) utimesSync(lock, Date.now() / 1000 - 10, Date.now() / 1000 - 10)
}

interface Outcome {
  /** How many entries somebody was told are saved. */
  saved: number
  lost: number
  torn: number
  /** Saved, and not in the history: undo and repair would not know of it. */
  unrecorded: number
}

/** Cuts the power again and again, each time while writers are at it who flush all but this. */
async function live(unflushed: string, rounds: number, random: () => number): Promise<Outcome> {
  const machine = new Machine()
  const home = aHome(machine.folder)
  const said = new Set<string>()
  const outcome: Outcome = { saved: 0, lost: 0, torn: 0, unrecorded: 0 }
  for (let round = 0; round < rounds; round++) {
    for (const id of await writeAndDie(home, unflushed, round, random)) said.add(id)
    machine.cut()
    restart(home)
    if (!isWhole(home)) return { ...outcome, saved: said.size, torn: 1 }
    const [found, history] = [await idsIn(home), readFileSync(home.history, 'utf8')]
    outcome.unrecorded += [...said].filter((id) => !history.includes(id)).length
    const missing = [...said].filter((id) => !found.has(id))
    outcome.lost += missing.length
    for (const id of missing) said.delete(id)
    outcome.saved = said.size
    if (missing.length === 0) await addOne(home, round, said)
  }
  return outcome
}

/** Returns what one or three writers have said to be saved until they are killed. */
async function writeAndDie(home: Home, unflushed: string, round: number, random: () => number) {
  const numbers = round % 2 ? [0, 1, 2] : [0]
  const writers = numbers.map((n) =>
    startWriter('add-unflushed', home.data, round * 3000 + n * 1000, 500, unflushed),
  )
  await Promise.all(writers.map((writer) => writer.saidAtLeast(1 + Math.floor(random() * 4))))
  await new Promise((done) => setTimeout(done, random() * 10))
  for (const { child } of writers) child.kill('SIGKILL')
  await Promise.all(writers.map(({ ended }) => ended))
  return writers.flatMap(({ said }) => said)
}

async function idsIn(home: Home): Promise<Set<string>> {
  return new Set((await aJournal(home).read()).map(({ id }) => id))
}

/** The next contact is logged after the power is back, and must outlive the next cut. */
async function addOne(home: Home, round: number, said: Set<string>): Promise<void> {
  const entry = anEntry({ id: idOf(round * 3000 + 2999) })
  await aJournal(home).change('log', [{ add: entry }])
  said.add(entry.id)
}

describeDisks()(
  'the power fails (ext4 in a file, writers killed, the file copied unsynced)',
  () => {
    beforeAll(buildWriter)

    it(`${ROUNDS} times: every entry that was said to be saved is there, and none is torn`, async () => {
      const outcome = await live('nothing', ROUNDS, seeded('power cuts'))
      console.info(`${ROUNDS} power cuts: ${JSON.stringify(outcome)}`)
      expect(outcome).toMatchObject({ lost: 0, torn: 0, unrecorded: 0 })
      expect(outcome.saved).toBeGreaterThan(ROUNDS * 2)
    })

    it.each(['everything', 'the new file', 'the folder', 'the history'])(
      'a writer that does not flush %s is caught (positive control)',
      async (unflushed) => {
        const outcome = await live(unflushed, CONTROLS, seeded(unflushed))
        console.info(`${unflushed} not flushed: ${JSON.stringify(outcome)}`)
        expect(outcome.lost + outcome.torn + outcome.unrecorded).toBeGreaterThan(0)
      },
    )
  },
)
