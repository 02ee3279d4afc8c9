// node bench/exchange.mjs [--sizes 100000,1000000]
// Exports a journal, imports the file into an empty one, imports it once more, and takes it back: time and peak memory
// of each, once. Ends with 1 where one fails, or needs more than the budget above an empty program.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MEMORY_BUDGET } from './cases.mjs'
import { environment, PROGRAM, prepare } from './prepared.mjs'

const GNU_TIME = '/usr/bin/time'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '100000,1000000' } },
})

if (!existsSync(GNU_TIME)) throw new Error('Peak memory takes GNU time: apt-get install time')
const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'))
const note = join(folder, 'note')

/** Returns how long it took in seconds, and the peak memory in MB. */
function run(args, env) {
  const { status, stderr } = spawnSync(
    GNU_TIME,
    ['-f', '%e %M', '-o', note, process.execPath, ...args],
    { encoding: 'utf8', env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  const [seconds, kilobytes] = readFileSync(note, 'utf8').trim().split(' ').map(Number)
  return { seconds, memory: kilobytes / 1024, says: stderr }
}

function measure(size, empty) {
  const { home } = prepare(size, () => {})
  const own = join(folder, String(size))
  mkdirSync(own)
  const other = join(own, 'home')
  const steps = ['jsonl', 'csv'].flatMap((format) => {
    const file = join(own, `all.${format}`)
    return [
      [home, `export ${format}`, 'export', '--out', file],
      [other, `import ${format}`, 'import', file, '--max-size', '2000'],
      [other, `import ${format} again`, 'import', file, '--max-size', '2000'],
      [other, `undo of import ${format}`, 'undo'],
    ]
  })
  return steps.map(([where, name, ...words]) => {
    const { seconds, memory } = run([PROGRAM, ...words], environment(where))
    const above = memory - empty.memory
    const isOver = above > MEMORY_BUDGET
    if (isOver) process.exitCode = 1
    const verdict = isOver ? `missed: ${MEMORY_BUDGET} MB` : ''
    return `| ${name} | ${size.toLocaleString('en-GB')} | ${seconds.toFixed(1)} s | ${above.toFixed(0)} MB ${verdict} |`
  })
}

try {
  const empty = run(['-e', '0'], environment(folder))
  console.log(
    `| command | entries | time | peak memory above an empty program |\n|---|---|---|---|`,
  )
  for (const size of options.sizes.split(',').map(Number)) {
    for (const line of measure(size, empty)) console.log(line)
    const bytes = statSync(join(folder, String(size), 'all.jsonl')).size
    console.error(`${size} entries: ${bytes} bytes of JSON Lines`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
