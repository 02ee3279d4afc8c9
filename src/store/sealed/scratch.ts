import { createCipheriv, randomBytes } from 'node:crypto'
import type { Scratch } from '../files.ts'

const BLOCK = 16

/** Returns a scratch file whose bytes on the disk mean nothing without a key that is only in memory. */
export function sealedScratch(file: Scratch): Scratch {
  const key = randomBytes(32)
  let end = 0
  return {
    write: async (bytes) => {
      await file.write(turned(key, end, bytes))
      end += bytes.length
    },
    read: async (position, length) => turned(key, position, await file.read(position, length)),
    close: () => file.close(),
  }
}

/** To turn bytes twice gives them back. Each key is used for one file, so each block's number is used once. */
function turned(key: Buffer, position: number, bytes: Uint8Array): Buffer {
  const counter = Buffer.alloc(BLOCK)
  counter.writeBigUInt64BE(BigInt(Math.floor(position / BLOCK)), 8)
  const cipher = createCipheriv('aes-256-ctr', key, counter)
  cipher.update(Buffer.alloc(position % BLOCK))
  return cipher.update(bytes)
}
