import { LONGEST_PIECE, type Piece } from './pieces.ts'

/** Returns the values of a JSON array, or of JSON values one after the other, each as its text; none is parsed here. */
export async function* splitElements(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  const scan = new Scan()
  for await (const chunk of chunks) yield* scan.take(chunk)
  yield* scan.end()
}

/** What matters inside a text, inside a value, and before one. */
const IN_TEXT = /["\\\n]/g
const IN_VALUE = /["{}[\],\n]/g
const BEFORE = /[^\s\uFEFF]|\n/g

class Scan {
  #text = ''
  #line = 1
  #startLine = 0
  #depth = 0
  #base = 0
  #begun = false
  #closed = false
  #tooLong = false
  #inText = false
  #escaped = false;

  *take(chunk: string): Generator<Piece> {
    let from = 0
    for (let at = this.#next(chunk, 0); at < chunk.length; at = this.#next(chunk, at + 1)) {
      const sign = chunk[at] as string
      if (sign === '\n') this.#line++
      if (this.#inText) this.#insideText(sign)
      else if (this.#opensList(sign)) from = at + 1
      else if (this.#ends(sign)) {
        this.#keep(chunk.slice(from, sign === '}' ? at + 1 : at))
        from = at + 1
        yield* this.#finish()
      } else this.#begin(sign)
    }
    this.#keep(chunk.slice(from))
  }

  /** Returns where the next sign that matters stands. */
  #next(chunk: string, from: number): number {
    if (this.#escaped) return from
    const signs = this.#inText ? IN_TEXT : this.#startLine > 0 ? IN_VALUE : BEFORE
    signs.lastIndex = from
    return signs.test(chunk) ? signs.lastIndex - 1 : chunk.length
  }

  *end(): Generator<Piece> {
    const unfinished = this.#inText || this.#depth > this.#base
    yield* this.#finish(unfinished || (this.#base === 1 && !this.#closed))
    if (this.#base === 1 && !this.#closed && !unfinished)
      yield { line: this.#line, text: '', cut: true }
  }

  #insideText(sign: string): void {
    if (this.#escaped) this.#escaped = false
    else if (sign === '\\') this.#escaped = true
    else if (sign === '"') this.#inText = false
  }

  #opensList(sign: string): boolean {
    if (this.#begun || sign !== '[') return false
    this.#begun = true
    this.#base = 1
    this.#depth = 1
    return true
  }

  /** Follows the nesting; true where a value is complete. */
  #ends(sign: string): boolean {
    if (sign === ',' && this.#depth === this.#base) return true
    if (sign !== '}' && sign !== ']') return false
    const wasOpen = this.#depth > this.#base
    this.#depth = Math.max(0, this.#depth - 1)
    if (sign === ']' && !wasOpen) this.#closed = true
    return this.#depth <= this.#base && (sign === '}' || !wasOpen)
  }

  #begin(sign: string): void {
    if (sign === '\n') return
    this.#begun = true
    if (this.#startLine === 0) this.#startLine = this.#line
    if (sign === '"') this.#inText = true
    else if (sign === '{' || sign === '[') this.#depth++
  }

  #keep(text: string): void {
    if (this.#tooLong) return
    this.#text += text
    if (this.#text.length > LONGEST_PIECE) {
      this.#tooLong = true
      this.#text = ''
    }
  }

  *#finish(cut = false): Generator<Piece> {
    const text = this.#text.replace(/^[\s\uFEFF]+|\s+$/g, '')
    const line = this.#startLine || this.#line
    if (this.#tooLong) yield { line }
    else if (text !== '') yield cut ? { line, text, cut } : { line, text }
    this.#text = ''
    this.#tooLong = false
    this.#startLine = 0
  }
}
