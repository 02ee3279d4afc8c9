import type { Readable, Writable } from 'node:stream'
import { Refusal } from './errors.ts'

/** Writes all of a text and waits until it is out. A reader that went away is no fault; a full disk is. */
export function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      const code = error && 'code' in error ? String(error.code) : undefined
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') resolve()
      else reject(new Refusal(reasonOf(code, error)))
    })
  })
}

function reasonOf(code: string | undefined, error: Error): string {
  if (code === 'ENOSPC') return 'The disk is full: the output is not complete.'
  return `The output could not be written (${code ?? error.message}).`
}

/** Returns everything a stream has to say, as text. */
export async function readAll(stream: Readable): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}
