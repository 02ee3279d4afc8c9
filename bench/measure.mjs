// Times whole processes: every case once a round, so that a busy moment falls on all of them alike.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const GNU_TIME = '/usr/bin/time'
const MEMORY_RUNS = 3

/** One program to run: its file, arguments, whole environment, and for a prompt the text to wait for. */
/** @typedef {{ name: string, file: string, args: string[], env: Record<string, string>, until?: string, input?: string }} Case */

/** Returns the middle of the values. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs every case `runs` times, interleaved; returns each one's times in milliseconds. Throws where a case fails. */
export async function timeAll(cases, runs, say) {
  const times = new Map(cases.map((each) => [each, []]))
  for (const each of cases) await runOnce(each)
  for (let run = 1; run <= runs; run++) {
    for (const each of cases) times.get(each).push(await runOnce(each))
    say(`round ${run} of ${runs}`)
  }
  return times
}

/** Runs a case to its end, or until its text has appeared; returns how many milliseconds that took. Throws where it fails. */
export function runOnce(each) {
  return each.until === undefined ? runToEnd(each) : runUntil(each)
}

function runToEnd({ name, file, args, env, input }) {
  const began = process.hrtime.bigint()
  const { status, stderr, error } = spawnSync(file, args, {
    env,
    input,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
  })
  const took = Number(process.hrtime.bigint() - began) / 1e6
  if (status === 0) return took
  throw new Error(`${name} ended with ${status}: ${error ?? stderr}`)
}

/** Starts the program on a terminal of its own (`script`) and stops it when the text has appeared. */
function runUntil({ name, file, args, env, until }) {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint()
    const line = [file, ...args].map((part) => `'${part}'`).join(' ')
    const child = spawn('script', ['-qec', `exec ${line}`, '/dev/null'], { env })
    let seen = ''
    let took
    child.stdout.on('data', (part) => {
      seen += part
      if (took !== undefined || !seen.includes(until)) return
      took = Number(process.hrtime.bigint() - began) / 1e6
      child.stdin.write('\x03')
    })
    child.on('error', reject)
    child.on('close', () => {
      if (took === undefined) reject(new Error(`${name} never showed ${until}: ${seen}`))
      else resolve(took)
    })
  })
}

/** Returns the peak resident memory in MB, the middle of three runs, or nothing where GNU time is not installed. */
export async function peakMemory(each) {
  if (!existsSync(GNU_TIME)) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'))
  const note = join(folder, 'rss')
  const args = ['-f', '%M', '-o', note, each.file, ...each.args]
  const peaks = []
  try {
    while (peaks.length < MEMORY_RUNS) {
      await runOnce({ ...each, file: GNU_TIME, args })
      peaks.push(Number(readFileSync(note, 'utf8').trim().split('\n').at(-1)) / 1024)
    }
    return median(peaks)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
