import { join } from 'node:path'
import { decodeText } from './damage.ts'
import { type Disk, ensureFolder } from './disk.ts'
import { DurableWrite } from './durable-write.ts'
import { ifThere } from './files.ts'
import { readStored } from './stored-file.ts'
import { naming } from './trouble.ts'

/** A folder of text files of ours, each written whole or not at all. */
export class TextFolder {
  readonly #disk: Disk
  readonly #path: string

  constructor(disk: Disk, path: string) {
    this.#disk = disk
    this.#path = path
  }

  /** Returns the names in the folder; none where it is not there yet. */
  async names(): Promise<readonly string[]> {
    const names = await naming(this.#path, 'read', () => ifThere(this.#disk.files.list(this.#path)))
    return names ?? []
  }

  /** Returns a file's text, empty where it is gone or is no text: whoever reads it checks what it holds. */
  async read(name: string): Promise<string> {
    const stored = await readStored(this.#disk, join(this.#path, name), { label: name })
    return (stored && decodeText(stored.bytes)) ?? ''
  }

  async write(name: string, text: string): Promise<void> {
    await naming(this.#path, 'write', () => ensureFolder(this.#disk, this.#path))
    const write = new DurableWrite(this.#disk)
    try {
      await write.stage(join(this.#path, name), Buffer.from(text))
      await write.commit()
    } finally {
      await write.discard()
    }
  }

  async remove(name: string): Promise<void> {
    const path = join(this.#path, name)
    await naming(path, 'write', () => ifThere(this.#disk.files.remove(path)))
  }
}
