import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'
import { isWhole } from './month-on-disk.ts'
import { startWriter, type Writer } from './processes.ts'
import { aHome, aJournal } from './store-folder.ts'

const BEFOREHAND = 300
const MAY_TAKE = 3

/** What came of killing writers. */
export interface Toll {
  kills: number
  /** How many were killed between the beginning of a write and its answer, and how many after an answer. */
  before: number
  after: number
  saved: number
  lost: number
  torn: number
}

/** Returns whether so many were killed, at least 10 of them before and 10 after their answer. */
export function isEnough({ kills, before, after }: Toll, wanted: number): boolean {
  return kills >= wanted && before >= 10 && after >= 10
}

/** Kills writers of this kind, one or three at a time, until that is enough or something is torn or lost. */
export async function killWriters(
  way: string,
  wanted: number,
  random: () => number,
): Promise<Toll> {
  const home = aHome()
  mkdirSync(home.journal)
  const path = join(home.journal, '2026-11.json')
  const entries = Array.from({ length: BEFOREHAND }, (_, number) => anEntry({ id: idOf(number) }))
  writeFileSync(path, renderMonth({ month: '2026-11', entries }).bytes)
  const toll: Toll = { kills: 0, before: 0, after: 0, saved: BEFOREHAND, lost: 0, torn: 0 }
  const saved = new Set(entries.map(({ id }) => id))
  for (let round = 1; !isEnough(toll, wanted) && toll.kills < wanted * MAY_TAKE; round++) {
    for (const writer of await writeAndDie(way, home.data, round, random)) {
      countKill(toll, writer)
      for (const id of answered(writer)) saved.add(id)
    }
    toll.saved = saved.size
    const found = idsIn(path)
    toll.torn += found === undefined || (way !== 'in-place' && !isWhole(home)) ? 1 : 0
    toll.lost += found ? [...saved].filter((id) => !found.has(id)).length : 0
    if (toll.torn + toll.lost > 0) break
    // The next contact is logged at once, whatever the dead have left.
    const next = anEntry({ id: idOf(round * 10_000 + 9999) })
    await aJournal(home).change('log', [{ add: next }])
    saved.add(next.id)
  }
  return toll
}

async function writeAndDie(way: string, folder: string, round: number, random: () => number) {
  const numbers = round % 2 ? [0] : [0, 1, 2]
  const writers = numbers.map((n) => startWriter(way, folder, round * 10_000 + n * 1000, 900))
  await Promise.all(writers.map((writer) => writer.saidAtLeast(1 + Math.floor(random() * 6))))
  await new Promise((done) => setTimeout(done, random() * 12))
  for (const { child } of writers) child.kill('SIGKILL')
  await Promise.all(writers.map(({ ended }) => ended))
  return writers
}

function answered({ said }: Writer): string[] {
  return said.filter((line) => !line.startsWith('began '))
}

function countKill(toll: Toll, { child, said }: Writer): void {
  if (child.signalCode !== 'SIGKILL') return
  toll.kills++
  if (said.at(-1)?.startsWith('began ')) toll.before++
  else if (said.length > 0) toll.after++
}

/** Returns the ids in a month's file, or nothing where it does not even parse. */
function idsIn(path: string): Set<string> | undefined {
  try {
    const { entries } = JSON.parse(readFileSync(path, 'utf8'))
    return new Set(entries.map(({ id }: { id: string }) => id))
  } catch {
    return undefined
  }
}
