import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

/** A writer's process, what it has said, and how it ends. */
export interface Writer {
  readonly child: ChildProcess
  readonly said: string[]
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; errors: string }>
  /** Resolves when it has said this many lines. */
  saidAtLeast(count: number): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-writer-'))
const program = join(folder, 'writer.mjs')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Bundles the writer, so that a plain node can run it. */
export async function buildWriter(): Promise<void> {
  const source = new URL('./writer.ts', import.meta.url).pathname
  await build({
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: program,
    logLevel: 'error',
  })
}

/** Starts a writer. */
export function startWriter(...args: (string | number)[]): Writer {
  const child = spawn(process.execPath, [program, ...args.map(String)])
  const said: string[] = []
  let [text, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    text += chunk
    said.splice(0, said.length, ...text.split('\n').slice(0, -1))
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, errors }))
  const saidAtLeast = async (count: number) => {
    while (said.length < count && child.exitCode === null && child.signalCode === null)
      await Promise.race([once(child.stdout, 'data'), ended])
  }
  return { child, said, ended, saidAtLeast }
}
