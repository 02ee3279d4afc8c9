import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { uptime } from 'node:process'

/** This machine's processes and its real clock, as one value: `AFTERWORD_NOW` has no say here. */
export interface Machine {
  readonly pid: number
  readonly uid: number | undefined
  readonly host: string
  /** The id of the running boot, where the system tells. */
  readonly boot: string | undefined
  isAlive(pid: number): boolean
  /** Returns when the process started, in the system's own units, where it tells. */
  startOf(pid: number): string | undefined
  /** Returns the wall clock in milliseconds, to be compared with file times. */
  now(): number
  /** Returns milliseconds that only ever grow, to measure a wait. */
  elapsed(): number
  wait(ms: number): Promise<void>
}

/** Who a process is, so that another can tell later whether it still runs. */
export interface Identity {
  readonly pid: number
  readonly host: string
  readonly boot?: string
  readonly started?: string
}

/** Returns the machine this process runs on. */
export function thisMachine(): Machine {
  let host: string | undefined
  return {
    pid: process.pid,
    uid: process.geteuid?.(),
    // Only who writes needs these two.
    get host() {
      host ??= hostName()
      return host
    },
    get boot() {
      return readText('/proc/sys/kernel/random/boot_id')?.trim()
    },
    isAlive,
    startOf: (pid) => procStat(pid)?.[19],
    now: () => Date.now(),
    elapsed: () => uptime() * 1000,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  }
}

/** Returns the identity of this process. */
export function identityOf(machine: Machine): Identity {
  const started = machine.startOf(machine.pid)
  return {
    pid: machine.pid,
    host: machine.host,
    ...(machine.boot && { boot: machine.boot }),
    ...(started && { started }),
  }
}

/** What became of a process. */
export type Fate = 'ended' | 'running' | 'unknown'

/** Returns whether the process has ended, is running, or cannot be judged from here. */
export function fateOf(machine: Machine, other: Identity): Fate {
  if (other.host !== machine.host) return 'unknown'
  if (other.boot && machine.boot && other.boot !== machine.boot) return 'ended'
  if (!machine.isAlive(other.pid)) return 'ended'
  const started = machine.startOf(other.pid)
  if (!started || !other.started) return 'unknown'
  if (started !== other.started) return 'ended'
  return other.boot && machine.boot ? 'running' : 'unknown'
}

/** A sandbox shares the host's name but numbers its processes itself, so the numbering is part of the name. */
function hostName(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // A killed process that nobody has waited for still answers, but will never write again.
  return !/^[ZX]$/.test(procStat(pid)?.[0] ?? '')
}

/** The fields of /proc/PID/stat from the third on: the second, the name, may hold spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  const text = readText(`/proc/${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
