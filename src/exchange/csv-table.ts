import { CsvError, type Parser, parse } from 'csv-parse'
import { Refusal } from '../errors.ts'
import { LONGEST_PIECE, peek } from './pieces.ts'
import { accepted, type Reading, rejected } from './reading.ts'

const DELIMITERS = [',', ';', '\t'] as const

/** A CSV file as its header and its rows, read as they are asked for. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<Reading<readonly string[]>>
}

/** Returns a CSV file's header and rows: RFC 4180, the delimiter read off the header. Throws a Refusal for an empty file. */
export async function openCsv(chunks: AsyncIterable<string>): Promise<CsvTable> {
  const { head, all } = await peek(chunks, (text) => firstLine(text) !== undefined)
  const rows = readRows(all, delimiterOf(firstLine(head) ?? head))
  const first = await rows.next()
  if (first.done) throw new Refusal('The CSV file is empty: it has no header line.')
  if (!first.value.ok) throw new Refusal(`The CSV header ${first.value.says}.`)
  return { header: first.value.value.map((name) => name.trim()), rows }
}

/** Returns the first line that is ended and not blank. */
function firstLine(text: string): string | undefined {
  const outside = text.replace(/"[^"]*"/g, (quoted) => quoted.replace(/[\r\n]/g, ' '))
  const ended = outside.split(/[\r\n]/).slice(0, -1)
  return ended.find((line) => line.trim() !== '')?.trimStart()
}

/** Returns the delimiter a header line uses most outside quotes: a comma, a semicolon or a tab. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

async function* readRows(
  chunks: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Reading<readonly string[]>> {
  const parser = new RowParser(delimiter)
  try {
    for await (const chunk of chunks) {
      const fault = await parser.write(chunk)
      yield* parser.rows()
      if (fault) return yield parser.refusal(fault)
    }
    const fault = await parser.end()
    yield* parser.rows()
    if (fault) yield parser.refusal(fault)
  } finally {
    parser.destroy()
  }
}

type Fault = Error | null | undefined

/** csv-parse, fed chunk by chunk. As a plain stream it would drop the rows before a faulty one. */
class RowParser {
  readonly #parser: Parser
  #rows: (Reading<readonly string[]> & { readonly ok: true })[] = []
  #line = 1
  #countedTwice = 0

  constructor(delimiter: string) {
    this.#parser = parse({
      bom: true,
      delimiter,
      max_record_size: LONGEST_PIECE,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => this.#take(cells, lines),
    })
    // Faults come back from write and end; without a listener they would also end the process.
    this.#parser.on('error', () => {})
    this.#parser.resume()
  }

  write(chunk: string): Promise<Fault> {
    return new Promise((resolve) => this.#parser.write(chunk, resolve))
  }

  end(): Promise<Fault> {
    return new Promise((resolve) => this.#parser.end(resolve))
  }

  destroy(): void {
    this.#parser.destroy()
  }

  rows(): Reading<readonly string[]>[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  refusal(fault: Error): Reading<never> {
    if (!(fault instanceof CsvError)) throw fault
    return rejected(`line ${this.#line}`, formatFault(fault))
  }

  #take(cells: string[], lines: number): null {
    if (cells.some((cell) => cell !== '')) this.#rows.push(accepted(`line ${this.#line}`, cells))
    // Inside quotes csv-parse counts CRLF as two line ends.
    for (const cell of cells)
      if (cell.includes('\r\n')) this.#countedTwice += cell.split('\r\n').length - 1
    this.#line = lines - this.#countedTwice + 1
    return null
  }
}

function formatFault(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return 'opens a quote that is never closed: the file looks cut off'
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `is longer than ${LONGEST_PIECE} characters`
  return `is not CSV (${error.message})`
}
