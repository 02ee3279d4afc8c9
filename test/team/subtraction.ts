/** A report as whoever reads all of them sees it: what it is made of, and which parts it tells. */
export interface Broken {
  /** Each pack's week in it; the first word is the rep. */
  readonly cells: readonly string[]
  readonly parts: readonly string[]
}

interface Variable<Part> {
  readonly cell: string
  readonly part: Part
  readonly count: number
}

/**
 * Returns the parts of one or two reps that some sum or difference of totals and parts comes to. A sum speaks of one
 * part where it holds nothing of the other parts, and of two reps where everybody else has no contact in it.
 */
export function smallPartsIn<Part extends string>(
  reports: readonly Broken[],
  parts: readonly Part[],
  countIn: (cell: string, part: Part) => number,
): string[] {
  const told = reports.filter((each) => each.parts.length > 0)
  const isAbsent = (cell: string, part: Part) =>
    told.some(({ cells }) => cells.includes(cell) && cells.every((each) => !countIn(each, part)))
  const cells = [...new Set(reports.flatMap((each) => each.cells))]
  const variables = cells.flatMap((cell) =>
    parts
      .filter((part) => !isAbsent(cell, part))
      .map((part) => ({ cell, part, count: countIn(cell, part) })),
  )
  const columnOf = (variable: Variable<Part>) =>
    reports.flatMap((report) => sumsWith(report, variable, parts))
  return parts.flatMap((part) =>
    pairsOf(cells)
      .filter((pair) => canBeComputed(variables, { part, pair }, columnOf))
      .map((pair) => `${part} of ${pair}`),
  )
}

/** Returns, for the total of a report and each part it tells, whether the variable is in it. */
function sumsWith<Part>(
  { cells, parts: told }: Broken,
  { cell, part }: Variable<Part>,
  parts: readonly Part[],
): number[] {
  const isIn = Number(cells.includes(cell))
  return [isIn, ...parts.map((each) => (each === part && told.includes(`${each}`) ? isIn : 0))]
}

function pairsOf(cells: readonly string[]): string[][] {
  const reps = [...new Set(cells.map(repOf))]
  return reps.flatMap((one, at) => reps.slice(at + 1).map((other) => [one, other]))
}

function repOf(cell: string): string {
  return cell.split(' ')[0] ?? ''
}

/** A sum that is nothing on all other variables and something on the pair's adds to the rank of the others. */
function canBeComputed<Part>(
  variables: readonly Variable<Part>[],
  { part, pair }: { part: Part; pair: readonly string[] },
  columnOf: (variable: Variable<Part>) => number[],
): boolean {
  const isOwn = (each: Variable<Part>) =>
    each.part === part && each.count > 0 && pair.includes(repOf(each.cell))
  const others = variables.filter((each) => !isOwn(each) && (each.part !== part || each.count > 0))
  const columns = others.map(columnOf)
  return rankOf([...columns, ...variables.filter(isOwn).map(columnOf)]) > rankOf(columns)
}

const PRIME = 1_000_003

/** Returns the rank of the vectors, reckoned modulo a prime. */
function rankOf(vectors: readonly number[][]): number {
  const base: { readonly lead: number; readonly vector: number[] }[] = []
  for (const vector of distinct(vectors)) {
    const rest = base.reduce(
      (left, { lead, vector: own }) => minus(left, own, left[lead] ?? 0),
      vector,
    )
    const lead = rest.findIndex((value) => value !== 0)
    if (lead >= 0) base.push({ lead, vector: times(rest, inverse(rest[lead] ?? 1)) })
  }
  return base.length
}

function distinct(vectors: readonly number[][]): number[][] {
  return [...new Map(vectors.map((each) => [each.join(), each])).values()]
}

function minus(left: number[], right: number[], factor: number): number[] {
  if (factor === 0) return left
  return left.map((value, at) => (value + (PRIME - factor) * (right[at] ?? 0)) % PRIME)
}

function times(vector: number[], factor: number): number[] {
  return vector.map((value) => (value * factor) % PRIME)
}

/** Fermat: a to the power of p − 2. */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}
