import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { capSize, decode, findEncoding, LARGEST_FILE, READ_AS_LATIN_1 } from '../exchange/decode.ts'
import { peek } from '../exchange/pieces.ts'

/** A file of another program, or stdin, about to be read. */
export interface Incoming {
  /** How people are told of it. */
  readonly name: string
  /** Its beginning, by which its kind is known. */
  readonly head: string
  /** Yields all of its text, from the beginning. */
  readonly chunks: AsyncGenerator<string>
  /** Lets go of it, read to the end or not. */
  close(): Promise<unknown>
}

const MB = 1_048_576
const HEAD = 512

/** Returns the file, or stdin for `-`, as text; throws a Refusal where it cannot be read or is too large. */
export async function openIncoming(
  ctx: Context,
  file: string,
  maxSize: string | undefined,
): Promise<Incoming> {
  const largest = maxSize === undefined ? LARGEST_FILE : sizeOf(maxSize)
  const text =
    file === '-'
      ? decode(capSize(ctx.inputBytes('JSON Lines or CSV'), largest))
      : read(ctx, file, largest)
  const { head, all } = await peek(text, (so) => so.trim().length >= HEAD)
  return {
    name: file === '-' ? 'stdin' : file,
    head,
    chunks: all,
    close: () => text.return(undefined),
  }
}

async function* read(ctx: Context, file: string, largest: number): AsyncGenerator<string> {
  const { openInput } = await import('../store/input-file.ts')
  const input = await openInput(file)
  // A pipe comes only once, so that there is no looking at all of it beforehand.
  const encoding = input.again ? await findEncoding(capSize(input.bytes(), largest)) : 'utf-8'
  if (encoding === 'windows-1252') ctx.note(READ_AS_LATIN_1)
  yield* decode(capSize(input.bytes(), largest), encoding)
}

function sizeOf(typed: string): number {
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed) * MB
  throw misuse(`--max-size ${JSON.stringify(typed)} is not a whole number of MB.`)
}
