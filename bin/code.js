const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const DIST = join(__dirname, '../dist')
const CODE = join(DIST, 'core.js')
/** So many bytes at the beginning of a file in the person's caches say what it is. */
const STAMP = 64

/** The words of every day. Each has what was compiled for it; all others share what `help` has. */
exports.EVERY_DAY = [
  'log',
  'today',
  'week',
  'month',
  'followups',
  'status',
  'show',
  'customer',
  'list',
  'report',
  'export',
]

let core

/** Returns a part of the bundled code, run when it is first asked for. */
exports.part = (name) => {
  core ??= load(nameOf(wordIn(process.argv)))
  return core(name)
}

/** Returns where dist/ keeps what V8 made of the code for a word: the less there is, the sooner it is read. */
exports.compiledFile = (word) => join(DIST, nameOf(word))

/** Returns the code as V8 keeps it, with what was compiled before, where that is at hand. */
exports.codeWith = (cachedData) =>
  new Script(readFileSync(CODE, 'latin1'), { filename: CODE, cachedData })

/** No other Node can read what one has made. */
function nameOf(word) {
  return `compiled-${process.version}-${process.arch}-${word}.cache`
}

function wordIn([, , word]) {
  if (word === undefined) return 'asked'
  return exports.EVERY_DAY.includes(word) ? word : 'help'
}

/** What was made when afterword was built is for the Node that built it; any other finds its own among the person's caches. */
function load(name) {
  const built = readIfThere(join(DIST, name))
  return (built ? exports.codeWith(built) : learning(name)).runInThisContext()(require)
}

function learning(name) {
  const folder = cacheFolder(process.env, process.platform)
  if (!folder) return exports.codeWith(undefined)
  const file = join(folder, name)
  const kept = readIfThere(file)
  const isWhole = kept?.subarray(0, STAMP).equals(stampFor(kept.length - STAMP))
  const code = exports.codeWith(isWhole ? kept.subarray(STAMP) : undefined)
  if (!isWhole || code.cachedDataRejected)
    process.on('exit', () => keep(file, code.createCachedData()))
  return code
}

/** V8 believes what it is given, but for how long the code is: so what was kept says of which file it was made, and its length. */
function stampFor(length) {
  const { size, mtimeMs, ino } = statSync(CODE)
  return Buffer.from([size, mtimeMs, ino, length].join(' ').padEnd(STAMP)).subarray(0, STAMP)
}

/** Keeps it for the next time, where that is possible: it saves milliseconds and is not worth a word. */
function keep(file, compiled) {
  const temp = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const bytes = Buffer.concat([stampFor(compiled.length), compiled])
    // What a power cut leaves half written would end the next command at its start.
    writeFileSync(temp, bytes, { mode: 0o600, flush: true })
    renameSync(temp, file)
  } catch {
    // The next command compiles again.
  }
}

function cacheFolder({ XDG_CACHE_HOME, HOME, LOCALAPPDATA }, platform) {
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'afterword')
  if (platform === 'win32') return LOCALAPPDATA && join(LOCALAPPDATA, 'afterword', 'cache')
  return HOME && join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'afterword')
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
