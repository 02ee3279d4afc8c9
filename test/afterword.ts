import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ENCRYPTED, encryptHome } from './encrypted.ts'

export const PROGRAM = join(import.meta.dirname, '../bin/afterword.js')
export const NOW = '2026-11-18T12:00:00-06:00'

/** Returns a new empty folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  onTestFinished(() => removeFolder(folder))
  return folder
}

const REMOVE_FOR_MS = 10_000

/** A program whose terminal was just closed may still be keeping a draft: the folder goes once it has ended. */
async function removeFolder(folder: string): Promise<void> {
  for (const began = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50)))
    try {
      return rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (Date.now() - began > REMOVE_FOR_MS) throw error
    }
}

/** Returns the whole environment of a spawned afterword: nothing of the caller's but the path to node. */
export function environment(home: string, over: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: home, AFTERWORD_HOME: home, AFTERWORD_NOW: NOW, ...over }
}

/** Runs the built program without a terminal and returns how it ended. */
export function afterword(
  home: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): SpawnSyncReturns<string> {
  if (ENCRYPTED) encryptHome(home)
  return spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    input,
    env: environment(home, env),
  })
}

/** The flags of a complete contact, for tests that need one. */
export const CONTACT = [
  'log',
  'Wet splitter in the roof box, replaced',
  '--who',
  'lantern-street',
  '--channel',
  'on-site',
  '--felt',
  'fru:gra',
  '--end',
  'resolved',
] as const

/** Returns the command line for a contact with somebody: by phone, frustrated to grateful, resolved. */
export function contactWith(who: string, summary = 'New fuse'): string[] {
  return ['log', summary, '--who', who, '-c', 'phone', '-f', 'fru:gra', '-e', 'resolved']
}
