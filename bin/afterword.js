#!/usr/bin/env node
const { join } = require('node:path')

/** Returns where compiled code is kept between runs, in the person's own folder of caches, or nothing where none is known. */
function compiledFolder({ XDG_CACHE_HOME, HOME, LOCALAPPDATA }, platform) {
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'afterword')
  if (platform === 'win32') return LOCALAPPDATA && join(LOCALAPPDATA, 'afterword', 'cache')
  return HOME && join(HOME, platform === 'darwin' ? 'Library/Caches' : '.cache', 'afterword')
}

const hasCompileCache = Number.parseInt(process.versions.node, 10) >= 22
const folder = hasCompileCache && compiledFolder(process.env, process.platform)
if (folder) require('node:module').enableCompileCache?.(folder)

const { start } = require('../dist/start.js')

start(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode
})
