const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const DIST = join(__dirname, '../dist')

let core

/** Returns a part of the bundled code, run when it is first asked for. */
exports.part = (name) => {
  core ??= load()
  return core(name)
}

/**
 * Returns where what V8 made of the code lies: for this Node alone, since another cannot read it, and for one word alone,
 * since the less there is the sooner it is read.
 */
exports.compiledFile = (word) =>
  join(DIST, `compiled-${process.version}-${process.arch}-${word}.cache`)

/** Returns the code as V8 keeps it, with what was compiled before, where that is at hand. */
exports.codeWith = (cachedData) => {
  const filename = join(DIST, 'core.js')
  return new Script(readFileSync(filename, 'latin1'), { filename, cachedData })
}

function load() {
  const cachedData = readIfThere(exports.compiledFile(wordOf(process.argv)))
  return cachedData ? exports.codeWith(cachedData).runInThisContext()(require) : loadPlain()
}

function wordOf([, , word = 'asked']) {
  return /^[a-z]+$/.test(word) ? word : 'help'
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Loads the code as Node loads any, which from Node 22 on keeps what it compiles in the person's own folder of caches. */
function loadPlain() {
  const folder = cacheFolder(process.env, process.platform)
  if (folder) require('node:module').enableCompileCache?.(folder)
  return require('../dist/core.js')(require)
}

function cacheFolder({ XDG_CACHE_HOME, HOME, LOCALAPPDATA }, platform) {
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'afterword')
  if (platform === 'win32') return LOCALAPPDATA && join(LOCALAPPDATA, 'afterword', 'cache')
  return HOME && join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'afterword')
}
