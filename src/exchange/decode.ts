import { TextDecoder } from 'node:util'
import { Refusal } from '../errors.ts'

/** What a file's bytes are taken to be; `windows-1252` is what people call Latin-1. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

/** The bytes an import reads unless told otherwise. */
export const LARGEST_FILE = 256 * 1024 * 1024

/** What the person hears when a file was not UTF-8. */
export const READ_AS_LATIN_1 =
  'The file is not UTF-8; it was read as Latin-1 (Windows-1252). Look at a name with an accent before you trust it.'

const PACKED: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'is compressed with gzip. Unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive or a spreadsheet. Save it as CSV first'],
]

/** Returns the encoding of a file: UTF-8 where every byte fits, else Latin-1. Throws a Refusal for a packed file. */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const chunk of bytes) {
      if (first) refusePacked(chunk)
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      first = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

function refusePacked(chunk: Uint8Array): void {
  const packed = PACKED.find(([magic]) => magic.every((byte, at) => chunk[at] === byte))
  if (packed) throw new Refusal(`The file ${packed[1]}.`)
}

/** Returns the text of the bytes, chunk by chunk, without a byte order mark. Throws a Refusal where a byte does not fit. */
export async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let first = true
  for await (const chunk of bytes) {
    if (first) refusePacked(chunk)
    first = false
    const text = decoded(decoder, chunk)
    if (text !== '') yield text
  }
  const rest = decoded(decoder)
  if (rest !== '') yield rest
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new Refusal(
      `The text is not ${decoder.encoding.toUpperCase()}. Give it as a file, so that afterword can read it as Latin-1.`,
    )
  }
}

/** Passes the bytes on; throws a Refusal once there are more than `largest`. */
export async function* capSize(
  bytes: AsyncIterable<Uint8Array>,
  largest: number = LARGEST_FILE,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.byteLength
    if (size > largest)
      throw new Refusal(
        `The file is larger than ${Math.floor(largest / 1_048_576)} MB. Nothing was imported; --max-size takes more.`,
      )
    yield chunk
  }
}
