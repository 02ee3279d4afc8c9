import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Files } from '../../src/store/files.ts'
import { realFiles } from '../../src/store/real-files.ts'

type Call = keyof Files

/** One call of the store: its name and the file it is about, with `flush` where it asked for that. */
export interface Trace {
  readonly call: Call
  readonly file: string
  readonly flush: boolean
}

/** Returns the real file system, which hands every call to `around` first; what that returns is what the store gets. */
export function wrapped(
  around: (trace: Trace, proceed: () => Promise<unknown>, path: string) => unknown,
): Files {
  const wrap = (call: Call) => {
    const real = realFiles[call] as (...args: unknown[]) => Promise<unknown>
    return async (...args: unknown[]) => {
      const path = String(call === 'rename' || call === 'link' ? args[1] : args[0])
      const flush = (args[2] as { flush?: boolean })?.flush === true
      return around({ call, file: shape(path), flush }, () => real(...args), path)
    }
  }
  const calls = (Object.keys(realFiles) as Call[]).filter((call) => call !== 'removeNow')
  return { ...realFiles, ...Object.fromEntries(calls.map((call) => [call, wrap(call)])) }
}

/** A file's name without what differs from run to run. */
function shape(path: string): string {
  return basename(path)
    .replace(/^\.(.*)\.[0-9a-f]+\.tmp$/, 'temp of $1')
    .replace(/^lock\.\d+\.[0-9a-f]+$/, 'ticket')
    .replace(/^afterword-test-.*/, 'home')
}

/** Returns a system's error. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code })
}

/** Returns the real file system and the list of the calls made on it. */
export function traced(): { files: Files; traces: Trace[] } {
  const traces: Trace[] = []
  const files = wrapped((trace, proceed) => {
    traces.push(trace)
    return proceed()
  })
  return { files, traces }
}

/** A disk whose power can be cut: what was not flushed, and names whose folder was not synced, are gone then. */
export class PowerCut {
  readonly #names = new Map<string, (() => void)[]>()
  readonly #sizes = new Map<string, number>()

  readonly files: Files = {
    ...realFiles,
    create: async (path, bytes, options) => {
      await realFiles.create(path, bytes, options)
      this.#newName(path, null)
      if (!options.flush) this.#sizes.set(path, 0)
    },
    append: async (path, bytes, options) => {
      const isNew = !existsSync(path)
      const size = isNew ? 0 : readFileSync(path).length
      await realFiles.append(path, bytes, options)
      if (isNew) this.#newName(path, null)
      if (options.flush) this.#sizes.delete(path)
      else this.#sizes.set(path, Math.min(size, this.#sizes.get(path) ?? size))
    },
    rename: async (from, to) => {
      const old = existsSync(to) ? readFileSync(to) : null
      await realFiles.rename(from, to)
      this.#newName(to, old)
      const size = this.#sizes.get(from)
      if (size !== undefined) this.#sizes.set(to, size)
    },
    makeFolder: async (path) => {
      const topmost = await realFiles.makeFolder(path)
      if (topmost !== undefined) this.#newName(topmost, null)
      return topmost
    },
    syncFolder: async (path) => {
      await realFiles.syncFolder(path)
      this.#names.delete(path)
    },
  }

  cut(): void {
    for (const [path, size] of this.#sizes) if (existsSync(path)) truncateSync(path, size)
    for (const undoings of this.#names.values()) for (const undo of undoings.reverse()) undo()
  }

  #newName(path: string, old: Buffer | null): void {
    const undo = () =>
      old ? writeFileSync(path, old) : rmSync(path, { recursive: true, force: true })
    this.#names.set(dirname(path), [...(this.#names.get(dirname(path)) ?? []), undo])
  }
}
