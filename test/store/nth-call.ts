import type { Files } from '../../src/store/files.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { systemError } from './faulty-files.ts'

/** The death of the process. */
class Crash extends Error {}

/** How the call that fails does so. */
export type Fault = (
  proceed: () => Promise<unknown>,
  call: string,
  args: unknown[],
) => Promise<unknown>

/** Returns the fault that is an error of the system. */
export const failing =
  (code: string): Fault =>
  async () => {
    throw systemError(code)
  }

/** Half of it is on the disk, and the system says that all is well. */
const shortWrite: Fault = async (proceed, call, args) => {
  if (call !== 'create' && call !== 'append') return proceed()
  const [path, bytes, options] = args as [string, Buffer, { flush: boolean }]
  return realFiles[call](path, bytes.subarray(0, bytes.length >> 1), options)
}

/** The process dies before the call is made. */
export const dyingBefore: Fault = async () => {
  throw new Crash()
}
/** The process dies when the call has been made. */
export const dyingAfter: Fault = async (proceed) => {
  await proceed()
  throw new Crash()
}

export const ERRORS: [string, Fault][] = [
  ['EIO', failing('EIO')],
  ['ENOSPC', failing('ENOSPC')],
  ['EACCES', failing('EACCES')],
  ['EROFS', failing('EROFS')],
  ['a short write that reports success', shortWrite],
]
export const DEATHS: [string, Fault][] = [
  ['dying before', dyingBefore],
  ['dying after', dyingAfter],
]

/** A run of the store against a file system that fails once, or from one call on. */
export interface Attempt {
  readonly files: Files
  calls: string[]
  /** Nothing more happens once the process is dead. */
  isDead: boolean
}

/** Returns a file system whose nth call fails; with `lasting` every one after it, too. */
export function faulty(
  nth: number,
  fault: Fault,
  { lasting = false, base = realFiles } = {},
): Attempt {
  const attempt: Attempt = { files: base, calls: [], isDead: false }
  const wrap = (call: keyof Files) => {
    const real = base[call] as (...args: unknown[]) => Promise<unknown>
    return async (...args: unknown[]) => {
      if (attempt.isDead) throw new Crash()
      const number = attempt.calls.push(`${call} ${String(args[0])}`) - 1
      const isHit = lasting ? number >= nth : number === nth
      if (!isHit) return real(...args)
      return fault(() => real(...args), call, args).catch((error) => {
        attempt.isDead = error instanceof Crash
        throw error
      })
    }
  }
  const names = (Object.keys(base) as (keyof Files)[]).filter((name) => name !== 'removeNow')
  const files = {
    ...base,
    removeNow: () => {},
    ...Object.fromEntries(names.map((name) => [name, wrap(name)])),
  }
  return Object.assign(attempt, { files })
}
