import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Refusal } from '../errors.ts'
import { naming } from './trouble.ts'

/** A file handed in from outside. */
export interface InputFile {
  /** Whether it can be read a second time; a pipe cannot. */
  readonly again: boolean
  /** Yields its bytes from the beginning. */
  bytes(): AsyncIterable<Uint8Array>
}

/** Returns the file at a path; throws a Refusal where there is none, or a folder. Nothing is read yet. */
export async function openInput(path: string): Promise<InputFile> {
  const found = await naming(path, 'read', () => stat(path).catch(explain(path)))
  if (found.isDirectory()) throw new Refusal(`${path} is a folder. Name a file in it.`)
  return { again: found.isFile(), bytes: () => read(path) }
}

function explain(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT') throw new Refusal(`There is no file ${path}.`)
    throw error
  }
}

async function* read(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await naming(path, 'read', () => stream.next())
      if (next.done) return
      yield next.value
    }
  } finally {
    await stream.return?.()
  }
}
