import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from '../../src/store/home.ts'
import { renderMonth } from '../../src/store/month-text.ts'

/** Returns whether November is whole: it parses and its sum is right. */
export function isWhole(home: Home): boolean {
  try {
    const bytes = readFileSync(join(home.journal, '2026-11.json'))
    const { month, entries } = JSON.parse(bytes.toString())
    return renderMonth({ month, entries }).bytes.equals(bytes)
  } catch {
    return false
  }
}

/** Returns the names of temporary files and locks in the journal and the state folder. */
export function leftovers(home: Home): string[] {
  const folders = [home.journal, home.state].filter((folder) => existsSync(folder))
  const names = folders.flatMap((folder) => readdirSync(folder))
  return names.filter((name) => /\.tmp$|^lock/.test(name))
}
