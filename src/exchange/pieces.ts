/** The most characters one line or one element may have. */
export const LONGEST_PIECE = 1_048_576

/** One line, or one element of a list, with the number of the line it begins on. */
export interface Piece {
  readonly line: number
  /** Missing where the piece was longer than it may be. */
  readonly text?: string
  /** Set where the file ends inside it. */
  readonly cut?: true
}

/** Returns the beginning of a text, at least until `enough` says so, and the whole text to read from the start. */
export async function peek(
  chunks: AsyncIterable<string>,
  enough: (head: string) => boolean,
): Promise<{ readonly head: string; readonly all: AsyncGenerator<string> }> {
  const source = chunks[Symbol.asyncIterator]()
  let head = ''
  while (!enough(head) && head.length < LONGEST_PIECE) {
    const next = await source.next()
    if (next.done) break
    head += next.value
  }
  return { head, all: resumed(head, source) }
}

async function* resumed(head: string, source: AsyncIterator<string>): AsyncGenerator<string> {
  if (head !== '') yield head
  yield* { [Symbol.asyncIterator]: () => source }
}

/** Returns the lines of a text, CRLF and a byte order mark taken off, whatever chunks it comes in. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let rest = ''
  let line = 0
  let tooLong = false
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n')
    const texts = [rest + first, ...others]
    rest = texts.pop() ?? ''
    for (const text of texts) {
      line++
      yield pieceOf(line, text, tooLong)
      tooLong = false
    }
    // What is already too long is not kept: only its end is waited for.
    if (tooLong || rest.length > LONGEST_PIECE) {
      tooLong = true
      rest = ''
    }
  }
  if (rest !== '' || tooLong) yield pieceOf(line + 1, rest, tooLong)
}

function pieceOf(line: number, text: string, tooLong: boolean): Piece {
  if (tooLong || text.length > LONGEST_PIECE) return { line }
  const ended = text.endsWith('\r') ? text.slice(0, -1) : text
  return { line, text: line === 1 && ended.startsWith('\uFEFF') ? ended.slice(1) : ended }
}
