// Runs the words that are used every day once, on a made-up journal, and keeps what V8 compiled meanwhile in dist/: with it
// a command starts in half the time. What is kept can be read by the very same Node only; any other compiles for itself.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import tty from 'node:tty'
import { promisify } from 'node:util'

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

const [word] = process.argv.slice(2)
await (word === undefined ? compileAll() : compile(word))

async function compileAll() {
  const home = mkdtempSync(join(tmpdir(), 'afterword-compile-'))
  const { PATH, SystemRoot } = process.env
  const env = { PATH, SystemRoot, HOME: home, AFTERWORD_HOME: join(home, 'journal') }
  const run = (...args) => promisify(execFile)(process.execPath, args, { env })
  try {
    await run('bin/afterword.js', 'demo', '--keep', env.AFTERWORD_HOME)
    await run('bin/afterword.js', ...LINES.log.split(' '))
    for (const word of ['asked', ...EVERY_DAY, 'help']) await run('compile.mjs', word)
  } catch (error) {
    // What is built is whole without it.
    console.warn(`Commands will start slowly: nothing was compiled before. ${error.message}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function compile(word) {
  const code = codeWith(undefined)
  const terminal = word === 'asked' && pretendTerminal()
  const { run } = code.runInThisContext()(require)('main.js')
  const ended = run((LINES[word] ?? word).split(' ').filter(Boolean))
  await (terminal ? firstQuestion(terminal) : ended)
  // The program makes what it writes unreadable to others; this is for whoever may run it.
  process.umask(0o022)
  writeFileSync(compiledFile(word), code.createCachedData())
  process.exit(0)
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
