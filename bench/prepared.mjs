// The journals that are measured: made once, kept outside the repository, and the same again before each use.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeJournal, NOW } from './journal.mjs'

export const PROGRAM = join(import.meta.dirname, '../bin/afterword.js')
/** Raised when the generator changes, so that no old journal is measured. */
const JOURNALS = 'v1'
const THIS_MONTH = `${NOW.slice(0, 7)}.json`

/** Where all of it is kept. */
export const FOLDER = join(process.env.XDG_CACHE_HOME || tmpdir(), 'afterword-bench', JOURNALS)

/** Returns a journal of this size as it was made: made now, or brought back to that state. */
export function prepare(size, say) {
  const home = join(FOLDER, String(size))
  const note = `${home}.named.json`
  if (!existsSync(note)) {
    say(`making a journal of ${size} entries`)
    const named = makeJournal(home, size)
    copyFileSync(join(home, 'journal', THIS_MONTH), `${home}.${THIS_MONTH}`)
    writeFileSync(note, JSON.stringify(named))
  }
  rmSync(join(home, 'state'), { recursive: true, force: true })
  copyFileSync(`${home}.${THIS_MONTH}`, join(home, 'journal', THIS_MONTH))
  return { size, home, named: JSON.parse(readFileSync(note, 'utf8')) }
}

/** Returns the whole environment of a measured afterword. */
export function environment(home) {
  const cache = join(FOLDER, 'cache')
  mkdirSync(cache, { recursive: true })
  const own = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: cache, TERM: 'xterm-256color' }
  return { ...own, AFTERWORD_HOME: home, AFTERWORD_NOW: NOW }
}
