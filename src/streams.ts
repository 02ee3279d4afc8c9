import { fstatSync, statSync, writeSync } from 'node:fs'
import { platform } from 'node:process'
import type { Readable, Writable } from 'node:stream'
import { isatty } from 'node:tty'
import { Refusal } from './errors.ts'

/** One of this process's outputs: 1 is stdout, 2 stderr. */
export class Output {
  readonly #file: 1 | 2
  readonly #open: () => NodeJS.WriteStream
  #isTerminal: boolean | undefined
  #stream: NodeJS.WriteStream | undefined

  /** `open` gives Node's stream for it, which takes a while to make. */
  constructor(file: 1 | 2, open: () => NodeJS.WriteStream) {
    this.#file = file
    this.#open = open
  }

  /** Whether somebody watches it. */
  get isTerminal(): boolean {
    this.#isTerminal ??= isTerminal(this.#file)
    return this.#isTerminal
  }

  /** The terminal's size in characters; 80 by 24 where there is none, or one that nobody gave a size. */
  get size(): { readonly columns: number; readonly rows: number } {
    const { columns, rows } = this.isTerminal ? this.#whole : { columns: 0, rows: 0 }
    return { columns: columns || 80, rows: rows || 24 }
  }

  /** Writes all of a text and waits until it is out. A reader that went away is no fault; a full disk is. */
  async write(text: string): Promise<void> {
    if (this.isTerminal || this.#stream) return writeTo(this.#whole, text)
    let rest = Buffer.from(text)
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#file, rest))
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') return writeTo(this.#whole, rest)
      failUnlessGone(error)
    }
  }

  /** Node's stream, for a terminal, and for a reader that takes nothing just now. */
  get #whole(): NodeJS.WriteStream {
    this.#stream ??= this.#open()
    // Whoever writes learns of an error; nobody else needs to.
    if (this.#stream.listenerCount('error') === 0) this.#stream.on('error', () => {})
    return this.#stream
  }
}

/** Returns whether a file that is open under this number is a terminal. */
export function isTerminal(file: number): boolean {
  // To load what can tell takes longer than to see that there is nothing to tell.
  if (platform !== 'win32' && isPlainlyNone(file)) return false
  return isatty(file)
}

function isPlainlyNone(file: number): boolean {
  const stat = fstatSync(file)
  return !stat.isCharacterDevice() || stat.rdev === statSync('/dev/null').rdev
}

function writeTo(stream: Writable, text: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      try {
        if (error) failUnlessGone(error)
        resolve()
      } catch (failure) {
        reject(failure)
      }
    })
  })
}

function failUnlessGone(error: unknown): void {
  const code = codeOf(error)
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return
  if (code === 'ENOSPC') throw new Refusal('The disk is full: the output is not complete.')
  throw new Refusal(`The output could not be written (${code ?? error}).`)
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Returns everything a stream has to say, as text. */
export async function readAll(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
