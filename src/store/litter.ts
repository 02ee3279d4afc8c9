import type { Files } from './files.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What hears the signals here, as against whoever keeps the process going. */
const ours = new Set<unknown>()

/** What must not be left behind when a signal ends the process: files being written, and the lock. */
export class Litter {
  readonly #files: Files
  readonly #paths = new Map<string, Uint8Array | undefined>()

  constructor(files: Files) {
    this.#files = files
    ours.add(this.#stop)
  }

  /** Puts a file on the list; with `holding` it is removed only while it holds these bytes. */
  add(path: string, holding?: Uint8Array): void {
    if (this.#paths.size === 0) for (const signal of SIGNALS) process.on(signal, this.#stop)
    this.#paths.set(path, holding)
  }

  /** Takes a file off the list: it is gone, or is to stay. */
  drop(path: string): void {
    this.#paths.delete(path)
    if (this.#paths.size === 0) this.#ignoreSignals()
  }

  /** Removes every listed file, the newest first, so that no half-made file outlives the lock. */
  sweep(): void {
    for (const [path, holding] of [...this.#paths].reverse()) this.#files.removeNow(path, holding)
    this.#paths.clear()
    this.#ignoreSignals()
  }

  #ignoreSignals(): void {
    for (const signal of SIGNALS) process.off(signal, this.#stop)
  }

  readonly #stop = (signal: NodeJS.Signals): void => {
    // Where questions were asked, a closed terminal ends them and not the process: what was typed is still being kept.
    if (signal === 'SIGHUP' && process.listeners(signal).some((each) => !ours.has(each))) return
    this.sweep()
    // Nobody else listens: the process ends by the signal, so that the shell sees 130 or 143.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
}
