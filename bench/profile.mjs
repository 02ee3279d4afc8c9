// node bench/profile.mjs [--sizes 1000,100000,1000000] [--runs 9] [--only today,week]
// How many milliseconds of a command go where: the middle of a few runs under Node's own profiler, which makes each of them
// slower by a fifth, sorted by what was on the stack.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { COMMANDS } from './cases.mjs'
import { median, runOnce } from './measure.mjs'
import { environment, PROGRAM, prepare } from './prepared.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,100000,1000000' },
    runs: { type: 'string', default: '9' },
    only: {
      type: 'string',
      default: 'log,first prompt,today,week,followups,report feelings,list --text',
    },
  },
})

/** Longer than it takes for a changed month to be noted anew. */
const SETTLED_MS = 100

/** Whether any call on the stack is one of these functions, or of this file. */
const calls =
  (...names) =>
  ({ functionName }) =>
    names.includes(functionName)
const isOf =
  (file) =>
  ({ url }) =>
    basename(url) === file || url === file

/** What the time goes to, first fit first; a sample belongs to the first of which its stack holds a call. */
const KINDS = [
  ['garbage', calls('(garbage collector)')],
  ["Node's crypto", isOf('node:crypto')],
  ['parts coming to life', calls('part')],
  ['reading back what was compiled', isOf('code.js')],
  ['looking at and reading files', isOf('node:fs')],
  ['the index', calls('load', '#load', 'noted', 'stampsOf', 'known', 'keep', 'save', '#learn')],
  ['finding entries', calls('pickFrom', '#once', '#askMonth', '#ask', 'parseMonth', 'renderMonth')],
  ['figures', calls('figures')],
  ['page and text', calls('page', 'renderText', 'print', 'showPage')],
  ['asking', calls('askQuick', 'askLine', 'linePrompt', 'createPrompt')],
  ['the command line', calls('buildProgram', '_parseCommand')],
  ['the rest of afterword', isOf('core.js')],
  ['Node itself', () => true],
]

/** Returns the milliseconds of one profile, a kind each. */
function timesIn({ nodes, samples, timeDeltas }) {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  )
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const kinds = new Map(nodes.map(({ id }) => [id, kindOf(stackOf(id, frames, parents))]))
  const times = new Map(KINDS.map(([kind]) => [kind, 0]))
  for (const [at, id] of samples.entries()) {
    const kind = kinds.get(id)
    times.set(kind, times.get(kind) + timeDeltas[at] / 1000)
  }
  return times
}

function stackOf(id, frames, parents) {
  const stack = []
  for (let at = id; at !== undefined; at = parents.get(at)) stack.push(frames.get(at))
  return stack
}

function kindOf(stack) {
  return KINDS.find(([, fits]) => stack.some(fits))[0]
}

/** Returns the profiles of a command, each run after the running month has changed. */
async function profilesOf(command, { home, named }) {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-profile-'))
  const month = join(home, 'journal', '2026-11.json')
  const flags = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder]
  try {
    for (let times = Number(options.runs); times > 0; times--) {
      utimesSync(month, new Date(), new Date())
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLED_MS)
      await runOnce({
        ...command,
        file: process.execPath,
        env: environment(home),
        args: [...flags, PROGRAM, ...command.args(named)],
      })
    }
    return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sizes = options.sizes.split(',').map(Number)
const journals = sizes.map((size) => prepare(size, () => {}))
const wanted = COMMANDS.filter(({ name }) => options.only.split(',').includes(name))
const rows = []
for (const command of wanted)
  for (const journal of journals) {
    const runs = (await profilesOf(command, journal)).map(timesIn)
    const times = KINDS.map(([kind]) => median(runs.map((one) => one.get(kind))).toFixed(0))
    rows.push([command.name, journal.size.toLocaleString('en-GB'), ...times])
  }
const head = ['command', 'entries', ...KINDS.map(([kind]) => kind)]
const lines = [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
console.log(lines.map((line) => `| ${line.join(' | ')} |`).join('\n'))
