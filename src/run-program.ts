import { spawn } from 'node:child_process'
import os from 'node:os'

/** How a program ended: the exit code a shell would report, and how long it took. */
export interface Ended {
  readonly exitCode: number
  readonly ms: number
  /** Why it did not start at all. */
  readonly trouble?: string
}

/** What runs there, besides its name and arguments. */
export interface Running {
  /** All of its stdin; this terminal's unless told. */
  readonly input?: string
  readonly env?: Readonly<Record<string, string | undefined>>
}

export const NOT_FOUND = 127
export const NOT_RUNNABLE = 126

/** Where signals are heard of: the process. */
export type Signals = Pick<NodeJS.EventEmitter, 'on' | 'off'>

/** Runs a program in this terminal, without a shell, and waits until it ends. While it runs, Ctrl+C is its own affair. */
export async function runProgram(
  signals: Signals,
  program: string,
  args: readonly string[],
  running: Running = {},
): Promise<Ended> {
  const started = performance.now()
  const leaveIt = () => {}
  signals.on('SIGINT', leaveIt)
  try {
    const ended = await finished(program, args, running)
    return { ...ended, ms: performance.now() - started }
  } finally {
    signals.off('SIGINT', leaveIt)
  }
}

function finished(program: string, args: readonly string[], { input, env }: Running) {
  return new Promise<Omit<Ended, 'ms'>>((resolve) => {
    const stdin = input === undefined ? 'inherit' : 'pipe'
    const child = spawn(program, args, { stdio: [stdin, 'inherit', 'inherit'], env })
    // Whoever has read enough need not take the rest.
    child.stdin?.on('error', () => {}).end(input)
    child.on('error', (error) => resolve(notStarted(program, error)))
    child.on('exit', (code, signal) => resolve({ exitCode: code ?? 128 + numberOf(signal) }))
  })
}

function numberOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : os.constants.signals[signal]
}

function notStarted(program: string, error: Error): Omit<Ended, 'ms'> {
  const isMissing = 'code' in error && error.code === 'ENOENT'
  const trouble = isMissing
    ? `${JSON.stringify(program)} is not a program here. Check its name, or give its path.`
    : `${JSON.stringify(program)} could not be run (${error.message}).`
  return { exitCode: isMissing ? NOT_FOUND : NOT_RUNNABLE, trouble }
}
