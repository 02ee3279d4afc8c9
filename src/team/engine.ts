/** One row as the engine sends it: whole numbers arrive as text. */
export type Row = Readonly<Record<string, unknown>>

/** A value handed over beside the SQL, never inside it. */
export type Value = string | number | null

/** Runs one statement and returns its rows. */
export type Query = (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>

/** Something that speaks PostgreSQL's protocol. */
export interface Engine {
  /** Names it for people: host and database, never the password. */
  readonly name: string
  /** Does the work in one transaction, again from the start where the engine asks for it; throws a Refusal where it cannot be reached. */
  write<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** Does the work on the data of one moment. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** Runs the statements one by one, each on its own: not every engine changes tables inside a transaction. */
  run(statements: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** Returns a whole number the engine sent. */
export function numberOf(value: unknown): number {
  return Number(value ?? 0)
}

/** Collects the values of a statement as it is written. */
export class Values {
  readonly all: Value[] = []

  /** Adds a text and returns its place in the statement. */
  text(value: string | null): string {
    // No engine keeps the character 0 in a text.
    return this.#place(value?.replaceAll('\0', '\uFFFD') ?? null, 'TEXT')
  }

  /** Adds a whole number and returns its place in the statement. */
  number(value: number | string | null): string {
    return this.#place(value === null ? null : String(value), 'BIGINT')
  }

  #place(value: Value, type: 'TEXT' | 'BIGINT'): string {
    this.all.push(value)
    return `CAST($${this.all.length} AS ${type})`
  }
}
