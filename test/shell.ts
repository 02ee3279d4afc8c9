import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, PROGRAM } from './afterword.ts'

const AFTERWORD = `exec '${process.execPath}' '${PROGRAM}' "$@"`

/** Returns a folder, to stand first on the PATH, whose `afterword` is the built program; the others are shell lines by name. */
export function aShim(folder: string, others: Readonly<Record<string, string>> = {}): string {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const [name, line] of Object.entries({ afterword: AFTERWORD, ...others })) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

export interface ShellOptions {
  readonly input?: string
  readonly env?: Record<string, string>
  /** The folder relative paths start from. */
  readonly cwd?: string
  readonly bin?: string
}

/** Runs a line in bash as somebody would type it and returns how it ended; without `bin`, `afterword` is a function. */
export function inShell(
  home: string,
  line: string,
  { input = '', env = {}, cwd = home, bin }: ShellOptions = {},
): SpawnSyncReturns<string> {
  const typed = bin ? line : `afterword() { ( ${AFTERWORD} ); }\n${line}`
  return spawnSync('bash', ['-c', typed], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: environment(home, { ...(bin && { PATH: `${bin}:${process.env.PATH}` }), ...env }),
  })
}
