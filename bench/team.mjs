// .ci/postgres.sh node bench/team.mjs [--sizes 10,100,1000,5000] [--runs 3] [--write bench/TEAM.md]
// What a team's month costs: time and bytes from the engine, against the folder where it still fits.
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { makeJournal, NOW } from './journal.mjs'
import { median } from './measure.mjs'
import { copyFolder, copyRows } from './team-copies.mjs'
import { countingProxy } from './team-proxy.mjs'

const PROGRAM = join(import.meta.dirname, '../bin/afterword.js')
const ENTRIES = 200
/** So many reps are made and pushed by the program itself; larger teams are copies of them. */
const REAL = 10
/** A thousand reps took minutes from a folder when others used the machine: above it only the engine is measured. */
const FOLDER_AT_MOST = 100
const MONTH = '2026-10'
const SPAN = { first: Date.UTC(2026, 8, 28), last: Date.UTC(2026, 10, 1) }

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,100,1000,5000' },
    runs: { type: 'string', default: '3' },
    write: { type: 'string' },
  },
})
const sizes = options.sizes.split(',').map(Number)
const runs = Number(options.runs)
const admin = process.env.TEST_POSTGRES
if (!admin) throw new Error('there is no PostgreSQL: .ci/postgres.sh node bench/team.mjs')
const sql = postgres(admin, { max: 1, onnotice: () => {} })
const scratch = mkdtempSync(join(tmpdir(), 'afterword-team-'))
const say = (text) => process.stderr.write(`${text}\n`)

try {
  process.stdout.write(await measureAll())
} finally {
  await sql.end()
  rmSync(scratch, { recursive: true, force: true })
}

async function measureAll() {
  const packs = makePacks(Math.min(REAL, Math.max(...sizes)))
  const proxy = await countingProxy(admin)
  afterword('coach', ['team', 'init', '--store', admin])
  const rows = []
  let text = ''
  // Written after each team: what was measured is kept where a larger one takes too long.
  for (const reps of sizes) {
    rows.push(await measure(reps, packs, proxy))
    text = await reportOf(rows)
    if (options.write) writeFileSync(options.write, text)
  }
  proxy.close()
  return text
}

/** Makes so many reps with a seeded journal each, and the packs the program writes of them. */
function makePacks(reps) {
  say(`making ${reps} reps with ${ENTRIES} entries each, and their packs`)
  const folder = join(scratch, 'packs')
  for (let rep = 1; rep <= reps; rep++) {
    const home = join(scratch, 'reps', String(rep))
    makeJournal(home, ENTRIES, rep, SPAN)
    writeFileSync(join(home, 'config.json'), JSON.stringify({ rep: nameOf(rep) }))
    const include = ['--include', 'customer,care.helpedBy']
    afterword(join('reps', String(rep)), ['handover', MONTH, '--yes', ...include, '--out', folder])
  }
  return folder
}

async function measure(reps, packs, proxy) {
  const team = `bench-${reps}`
  const store = `${proxy.address}?team=${team}`
  const pushed = await fill(reps, team, packs)
  await sql`VACUUM ANALYZE`
  say(`${reps} reps: the month from the engine`)
  const engine = await timed(reps, ['--store', store], 'engine', proxy)
  const folder = reps <= FOLDER_AT_MOST ? await folderOf(reps, packs) : undefined
  return { reps, ...pushed, engine, folder }
}

/** Puts the team's packs in: pushed where there are few, else copied inside the engine row by row. */
async function fill(reps, team, packs) {
  if (reps <= REAL) {
    say(`${reps} reps: pushing their packs`)
    const files = filesIn(packs).slice(0, reps)
    const began = performance.now()
    afterword('coach', ['team', 'add', ...files, '--store', `${admin}?team=${team}`])
    return { push: (performance.now() - began) / reps }
  }
  say(`${reps} reps: copying rows`)
  await copyRows(sql, { from: `bench-${REAL}`, to: team, times: reps / REAL })
  return {}
}

function folderOf(reps, packs) {
  say(`${reps} reps: the month from a folder`)
  const home = `folder-${reps}`
  const team = join(scratch, home, 'team')
  mkdirSync(team, { recursive: true })
  copyFolder(filesIn(packs).slice(0, Math.min(reps, REAL)), team, reps)
  return timed(reps, [], home)
}

/** Runs the report several times, each time on a machine that remembers nothing. */
async function timed(reps, flags, home, proxy) {
  const [times, cpu, memories, bytes] = [[], [], [], []]
  for (let run = 0; run < (reps > FOLDER_AT_MOST ? 1 : runs); run++) {
    rmSync(join(scratch, home, 'team/coach.json'), { force: true })
    proxy?.reset()
    const { out, ms, cpuMs, megabytes } = await runBeside(
      ['team', 'report', MONTH, '--json', ...flags],
      home,
    )
    const { counted, entries } = JSON.parse(out)
    if (counted !== reps || entries !== reps * ENTRIES)
      throw new Error(`${reps} reps: the report counts ${counted} with ${entries} entries`)
    times.push(ms)
    cpu.push(cpuMs)
    memories.push(megabytes)
    bytes.push(proxy?.received())
  }
  return {
    ms: median(times),
    cpu: median(cpu),
    megabytes: median(memories),
    bytes: bytes.at(-1),
  }
}

/** Runs the program beside this process, whose proxy has to go on; returns what it printed, its time and its memory. */
function runBeside(args, home) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const time = ['-f', '%M %U %S', process.execPath, PROGRAM, ...args]
    execFile('/usr/bin/time', time, { env: envOf(home), maxBuffer: 1e8 }, (error, out, err) => {
      const ms = performance.now() - began
      if (error) return reject(new Error(`${args.join(' ')}: ${err}`))
      const [kilobytes, user, system] = err.trim().split('\n').at(-1).split(' ').map(Number)
      resolve({ out, ms, cpuMs: (user + system) * 1000, megabytes: kilobytes / 1024 })
    })
  })
}

function afterword(home, args) {
  const ran = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: envOf(home),
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`${args.join(' ').slice(0, 200)}: ${ran.stderr}`)
}

function envOf(home) {
  const path = join(scratch, home)
  return { PATH: process.env.PATH, HOME: path, AFTERWORD_HOME: path, AFTERWORD_NOW: NOW }
}

function filesIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => join(folder, name))
}

function nameOf(rep) {
  return `rep-${String(rep).padStart(3, '0')}`
}

function columnsOf(store) {
  return [`${store}, ms`, `${store}, CPU ms`, `${store}, MB`]
}

async function reportOf(rows) {
  const [{ version }] = await sql`SELECT version() AS version`
  const number = (value, digits = 0) =>
    value === undefined ? '' : value.toLocaleString('en-GB', { maximumFractionDigits: digits })
  const head = ['reps', 'entries', ...columnsOf('engine'), 'engine, bytes', ...columnsOf('folder')]
  const table = [
    [...head, 'push, ms a pack'],
    [...head, ''].map(() => '---:'),
    ...rows.map(({ reps, engine, folder, push }) => {
      const costs = [engine.ms, engine.cpu, engine.megabytes, engine.bytes]
      const ofFolder = [folder?.ms, folder?.cpu, folder?.megabytes]
      return [reps, reps * ENTRIES, ...costs, ...ofFolder, push].map((value) => number(value))
    }),
  ]
  return `# A team's month

\`.ci/postgres.sh node bench/team.mjs --runs ${runs} --write bench/TEAM.md\` made this table: \`team report ${MONTH} --json\` as a whole
process, ${runs === 1 ? 'run once' : `the middle of ${runs} runs (one above ${number(FOLDER_AT_MOST)} reps)`}, on a machine that remembers no earlier report. Bytes are those received from
the engine; CPU and MB, the peak memory, are those of the coach's process alone. ${REAL} reps are made with a seed and pushed by the program
itself; larger teams are copies of their rows under other names, made inside the engine, and of their files.
A folder was measured up to ${number(FOLDER_AT_MOST)} reps.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

What ${number(rows.reduce((sum, { reps }) => sum + reps, 0))} reps' months take on the disk, of all teams above together:

| table | rows | rows, MB | keys and indexes, MB | text set apart, MB | bytes an entry |
|---|---:|---:|---:|---:|---:|
${(await sizesOf(rows)).join('\n')}

Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()} ${arch()}. Node ${process.versions.node}. ${version.split(' on ')[0]}, as the package sets it up, on the same machine. Others were using the machine meanwhile.
`
}

async function sizesOf(rows) {
  const entries = rows.reduce((sum, { reps }) => sum + reps * ENTRIES, 0)
  const lines = []
  for (const name of ['packs', 'weeks', 'contacts', 'texts', 'reps']) {
    const table = `afterword_${name}`
    const [size] =
      await sql`SELECT (SELECT reltuples FROM pg_class WHERE relname = ${table})::BIGINT AS rows,
      pg_relation_size(${table}::regclass) AS heap, pg_indexes_size(${table}::regclass) AS indexes,
      pg_total_relation_size(${table}::regclass) AS total`
    const { heap, indexes, total } = Object.fromEntries(
      Object.entries(size).map(([key, value]) => [key, Number(value)]),
    )
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1)
    const apart = total - heap - indexes
    lines.push(
      `| \`${table}\` | ${Number(size.rows).toLocaleString('en-GB')} | ${megabytes(heap)} | ${megabytes(indexes)} | ${megabytes(apart)} | ${(total / entries).toFixed(0)} |`,
    )
  }
  return lines
}
