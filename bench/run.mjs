// node bench/run.mjs [--sizes 1000,100000] [--runs 15] [--only week,log] [--no-others] [--factor 2] [--write FILE]
// Makes the journals that are missing, measures every command on them, prints the table. Ends with 1 where a budget,
// times the factor, is missed.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { budgetOf, COMMANDS, MEMORY_BUDGET } from './cases.mjs'
import { median, peakMemory, timeAll } from './measure.mjs'
import { OTHERS, versionOf } from './others.mjs'
import { environment, FOLDER, PROGRAM, prepare } from './prepared.mjs'
import { renderTable } from './table.mjs'

const MAJOR = Number(process.versions.node.split('.')[0])

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    runs: { type: 'string', default: '15' },
    only: { type: 'string' },
    others: { type: 'boolean', default: true },
    factor: { type: 'string', default: '1' },
    write: { type: 'string' },
  },
  allowNegative: true,
})
const sizes = options.sizes.split(',').map(Number)
const factor = Number(options.factor)
const say = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`)

const fresh = sizes.map((size) => prepare(size, say))
const known = wordsKnown()
const commands = COMMANDS.filter(
  ({ name, word }) =>
    (!word || known.has(word)) && (!options.only || options.only.split(',').includes(name)),
)

function wordsKnown() {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'help', 'all'], { encoding: 'utf8' })
  return new Set([...stdout.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, word]) => word))
}

function caseOf(command, { size, home, named }) {
  return {
    command,
    size,
    name: `afterword ${command.name}`,
    file: process.execPath,
    args: [PROGRAM, ...command.args(named)],
    env: environment(home),
    until: command.until,
  }
}

async function othersOf({ size, home }) {
  const cases = []
  for (const tool of options.others ? OTHERS : []) {
    if (!versionOf(tool) || size > (tool.largest ?? Number.POSITIVE_INFINITY)) continue
    const place = join(FOLDER, `${size}-${tool.name}`)
    say(`handing ${size} entries to ${tool.name}`)
    await tool.fill(home, place)
    const env = { PATH: process.env.PATH, HOME: place, ...tool.env?.(place) }
    for (const { name, args } of tool.cases(place))
      cases.push({
        command: { name: `${tool.name}: ${name}` },
        size,
        name,
        file: tool.name,
        args,
        env,
      })
  }
  return cases
}

function missesOf({ command, size }, { ms, ratio, memory }, smallest) {
  const budget = budgetOf(command, size, MAJOR)
  const flat = command.flat?.[size]
  const isOurs = command.args !== undefined
  return [
    ...(budget !== undefined && ratio > budget * factor ? [`${(budget * factor).toFixed(1)}`] : []),
    ...(flat && smallest && ms > smallest * flat * factor
      ? [`${(ms / smallest).toFixed(2)} of ${number(sizes[0])}`]
      : []),
    ...(isOurs && memory > MEMORY_BUDGET * factor ? [`${MEMORY_BUDGET} MB`] : []),
  ]
}

const number = (value) => value.toLocaleString('en-GB')

function formatBudget({ ratio = {}, flat = {} }) {
  const limits = Object.entries(ratio).map(([size, pair]) => {
    const figure = pair[MAJOR >= 22 ? 1 : 0]
    return size === '1000000' && Object.keys(ratio).length === 1
      ? `${figure}`
      : `${figure} to ${number(+size)}`
  })
  const rising = Object.entries(flat).map(
    ([size, most]) => `${most} of the smallest to ${number(+size)}`,
  )
  return [...limits, ...rising].join('; ')
}

function machine() {
  const { model } = cpus()[0]
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const tools = OTHERS.map(versionOf).filter(Boolean)
  return [
    `Node ${process.versions.node}, ${platform()} ${release().split('-')[0]} ${arch()}, ${cpus().length} x ${model}, ${memory}.`,
    ...(options.others && tools.length > 0 ? [`Side by side: ${tools.join('; ')}.`] : []),
  ].join(' ')
}

const empty = {
  command: { name: 'empty program (node -e 0)' },
  size: sizes[0],
  name: 'node',
  file: process.execPath,
}
Object.assign(empty, { args: ['-e', '0'], env: environment(FOLDER) })
// What gives a program a terminal takes its own time, which is nobody's.
const emptyOnTerminal = {
  ...empty,
  command: { name: 'empty program on a terminal (writes one word)' },
  args: [join(import.meta.dirname, 'says-who.cjs')],
  until: 'Who?',
}
const cases = [
  empty,
  emptyOnTerminal,
  ...fresh.flatMap((journal) => commands.map((command) => caseOf(command, journal))),
]
for (const journal of fresh) cases.push(...(await othersOf(journal)))
const times = await timeAll(cases, Number(options.runs), say)
const base = median(times.get(empty))

const rows = new Map()
let missed = 0
const baseMemory = await peakMemory(empty)
for (const each of cases) {
  say(`memory of ${each.name}, ${each.size} entries`)
  const { command, size } = each
  const row = rows.get(command.name) ?? {
    name: command.name,
    cells: new Map(),
    budget: formatBudget(command),
  }
  rows.set(command.name, row)
  // A ratio is taken within each round: what else the machine did then, it did to both.
  const empties = times.get(each.until === undefined ? empty : emptyOnTerminal)
  const ratio = median(times.get(each).map((ms, round) => ms / empties[round]))
  const memory = each === empty ? baseMemory : await peakMemory(each)
  const cell = { ms: median(times.get(each)), ratio, memory, timesMemory: memory / baseMemory }
  cell.misses = missesOf(each, cell, row.cells.get(sizes[0])?.ms)
  missed += cell.misses.length
  row.cells.set(size, cell)
}
say('')
const result = `${machine()} An empty program takes ${base.toFixed(0)} ms; medians of ${options.runs} interleaved runs.\n\n${renderTable(sizes, [...rows.values()])}\n`
process.stdout.write(result)
if (options.write) writeFileSync(options.write, result)
process.exitCode = missed > 0 ? 1 : 0
