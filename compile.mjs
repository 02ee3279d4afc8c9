// Runs the words that are used every day once, on a made-up journal, and keeps what V8 compiled meanwhile in dist/: with it
// a command starts in half the time. What is kept can be read by the very same Node only; any other compiles for itself.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import fs, { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import tty from 'node:tty'
import { promisify } from 'node:util'
import { setFlagsFromString } from 'node:v8'

const require = createRequire(import.meta.url)
const { codeWith, compiledFile, EVERY_DAY } = require('./bin/code.js')

/** What is typed for a word, where the word alone will not do. */
const LINES = {
  asked: '',
  log: 'log Rewired -w ada -c phone -f fru:gra -e resolved',
  show: 'show last',
  customer: 'customer ada',
  list: 'list --text wired',
  report: 'report feelings',
}

/** What one day has to tell another has not. */
const DAYS = ['2026-11-18T12:00:00Z', '2026-11-16T18:00:00Z']

const [word] = process.argv.slice(2)
await (word === undefined ? compileAll() : compile(word))

async function compileAll() {
  const home = mkdtempSync(join(tmpdir(), 'afterword-compile-'))
  const { PATH, SystemRoot } = process.env
  const env = {
    PATH,
    SystemRoot,
    HOME: home,
    AFTERWORD_HOME: join(home, 'journal'),
    AFTERWORD_NOW: DAYS[0],
  }
  const run = (...args) =>
    promisify(execFile)(process.execPath, args, { env, maxBuffer: 50_000_000 })
  try {
    await run('bin/afterword.js', 'demo', '--keep', env.AFTERWORD_HOME)
    await run('bin/afterword.js', 'import', await pastFortnights(run, home))
    await run('bin/afterword.js', ...LINES.log.split(' '))
    for (const word of ['asked', ...EVERY_DAY, 'help']) await run('compile.mjs', word)
  } catch (error) {
    // What is built is whole without it.
    console.warn(`Commands will start slowly: nothing was compiled before. ${error.message}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Returns a file with the demo's fortnight many times over, further and further back: a long journal is read in other ways. */
async function pastFortnights(run, home) {
  const { stdout } = await run('bin/afterword.js', 'export', '--format', 'jsonl', '--out', '-')
  const lines = stdout.trim().split('\n')
  const past = Array.from({ length: 40 }, (_, index) => 14 * (index + 1))
  const file = join(home, 'past.jsonl')
  writeFileSync(file, past.flatMap((days) => lines.map((line) => earlier(line, days))).join('\n'))
  return file
}

function earlier(line, days) {
  const { id, ...entry } = JSON.parse(line)
  return JSON.stringify(entry).replace(/\d{4}-\d\d-\d\d/g, (day) =>
    new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10),
  )
}

async function compile(word) {
  // What was not used for a while would be thrown away.
  setFlagsFromString('--no-flush-bytecode')
  const code = codeWith(undefined)
  const terminal = word === 'asked' && pretendTerminal()
  const { run } = code.runInThisContext()(require)('main.js')
  const line = (LINES[word] ?? word).split(' ').filter(Boolean)
  if (terminal) {
    run(line)
    await firstQuestion(terminal)
  } else for (const now of DAYS) await runAt(now, () => run(line))
  setFlagsFromString('--flush-bytecode')
  // The program makes what it writes unreadable to others; this is for whoever may run it.
  process.umask(0o022)
  writeFileSync(compiledFile(word), code.createCachedData())
  process.exit(0)
}

/** Runs a word at another time, on a month that has changed since the last command. */
async function runAt(now, run) {
  const { AFTERWORD_HOME } = process.env
  const changed = new Date(Date.now() - 10_000 * Math.random() - 1000)
  utimesSync(join(AFTERWORD_HOME, 'journal', `${now.slice(0, 7)}.json`), changed, changed)
  process.env.AFTERWORD_NOW = now
  await run()
}

/** Makes this process believe that somebody sits before it. */
function pretendTerminal() {
  const size = { isTTY: true, columns: 80, rows: 24, setRawMode: () => undefined }
  const [stdin, stderr] = [0, 0].map(() => Object.assign(new PassThrough(), size))
  Object.defineProperties(process, { stdin: { value: stdin }, stderr: { value: stderr } })
  tty.isatty = () => true
  fs.fstatSync = () => ({ isCharacterDevice: () => true })
  return { stdin, stderr }
}

async function firstQuestion({ stdin, stderr }) {
  for (let seen = ''; !seen.includes('Who?'); ) seen += (await once(stderr, 'data')).toString()
  stdin.write('a')
  await once(stderr, 'data')
}
