/** The end of a command line that is still being typed. */
export interface Line {
  /** The words that are whole, without their quotes. */
  readonly words: readonly string[]
  /** The word at the cursor, without its quotes. */
  readonly typed: string
  /** The quote that is still open there. */
  readonly quote: Quote
  /** How much of `typed` the shell leaves as it is: it replaces only what comes after. */
  readonly kept: number
}

export type Quote = '' | '"' | "'"

/** Reads a command line up to the cursor as bash does, without expanding anything; the shell begins to replace after one of `breaks`. */
export function readLine(text: string, breaks: string): Line {
  const reader = new Reader(breaks)
  for (const sign of text) reader.take(sign)
  return reader.line()
}

class Reader {
  readonly #breaks: string
  readonly #words: string[] = []
  #typed = ''
  #begun = false
  #quote: Quote = ''
  #escaped = false
  #kept = 0

  constructor(breaks: string) {
    this.#breaks = breaks
  }

  take(sign: string): void {
    if (this.#escaped) this.#addEscaped(sign)
    else if (sign === '\\' && this.#quote !== "'") this.#escaped = true
    else if (this.#quote !== '') this.#takeQuoted(sign)
    else if (sign === '"' || sign === "'") this.#open(sign)
    else if (/\s/.test(sign)) this.#end()
    else this.#add(sign, this.#breaks.includes(sign))
  }

  line(): Line {
    const [words, typed] = [this.#words, this.#typed]
    return { words, typed, quote: this.#quote, kept: this.#kept }
  }

  /** Between double quotes a backslash stands for itself before most signs. */
  #addEscaped(sign: string): void {
    this.#escaped = false
    this.#add(this.#quote === '"' && !'"$`\\'.includes(sign) ? `\\${sign}` : sign)
  }

  #takeQuoted(sign: string): void {
    if (sign === this.#quote) this.#quote = ''
    else this.#add(sign)
  }

  #open(quote: Quote): void {
    this.#quote = quote
    this.#begun = true
    this.#kept = this.#typed.length
  }

  #add(sign: string, isBreak = false): void {
    this.#typed += sign
    this.#begun = true
    if (isBreak) this.#kept = this.#typed.length
  }

  #end(): void {
    if (this.#begun) this.#words.push(this.#typed)
    this.#typed = ''
    this.#begun = false
    this.#kept = 0
  }
}
