import type { Counting, Counts } from '../model/counts.ts'
import type { Disk } from './disk.ts'
import { erasedOn } from './erased.ts'
import type { Home } from './home.ts'
import { NotedFile, WORTH_NOTING } from './noted-file.ts'
import { sizeIn } from './stamp.ts'

/** What was counted of months: a row of numbers each, those of the names from `first` on; all others are 0. */
interface Table {
  readonly names: readonly string[]
  readonly rows: readonly (readonly [
    month: string,
    stamp: string,
    first: number,
    ...counts: number[],
  ])[]
}

interface Row {
  readonly stamp: string
  readonly first: number
  readonly counts: readonly number[]
}

/** Raised when rows are written in another way. */
const FORMAT = 2

/** Returns where it is kept what was counted; of each counting in a file of its own. */
export function countsPath(home: Home, { name }: Pick<Counting, 'name'>): string {
  return `${home.counts}.${name}`
}

/** Returns whether the file is one of those. */
export function isCounts(home: Home, path: string): boolean {
  return path.startsWith(`${home.counts}.`)
}

/** What was counted of months, for as long as their files stay as they were then. */
export class MonthCounts {
  readonly #disk: Disk
  readonly #worthNoting: number
  readonly #file: NotedFile<Table>
  #erased: string | undefined
  #names = new Map<string, number>()
  #rows: Map<string, Row> | undefined
  #hasLearnt = false

  constructor(disk: Disk, counting: Counting, worthNoting = WORTH_NOTING) {
    this.#disk = disk
    this.#worthNoting = worthNoting
    this.#file = new NotedFile(
      disk,
      countsPath(disk.home, counting),
      `${FORMAT}.${counting.version}`,
    )
  }

  /** Returns which of the months are counted, by what their files are now. */
  async known(stamps: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
    const rows = await this.#load()
    const known = [...stamps].filter(([month, stamp]) => rows.get(month)?.stamp === stamp)
    return new Set(known.map(([month]) => month))
  }

  /** Returns what was counted of all these months together. */
  sum(months: ReadonlySet<string>): Counts {
    const rows = [...months].flatMap((month) => this.#rows?.get(month) ?? [])
    const sums = new Float64Array(this.#names.size)
    for (const { first, counts } of rows)
      for (let place = 0; place < counts.length; place++)
        sums[first + place] = (sums[first + place] ?? 0) + (counts[place] ?? 0)
    const counts = [...this.#names].map(([name, place]) => [name, sums[place] ?? 0] as const)
    return new Map(counts.filter(([, count]) => count > 0))
  }

  /** Takes down what was counted of a month, whose file had this stamp. */
  learn(month: string, stamp: string, counts: Counts): void {
    for (const name of counts.keys())
      if (!this.#names.has(name)) this.#names.set(name, this.#names.size)
    const row = [...this.#names.keys()].map((name) => counts.get(name) ?? 0)
    const [first, end] = [Math.max(0, row.findIndex(isCounted)), row.findLastIndex(isCounted) + 1]
    this.#rows?.set(month, { stamp, first, counts: row.slice(first, end) })
    this.#hasLearnt = true
  }

  /** Keeps what was learnt for the next command; `months` are all there are. */
  async keep(months: readonly string[]): Promise<void> {
    if (!this.#hasLearnt) return
    const rows = months.flatMap((month) => {
      const row = this.#rows?.get(month)
      return row ? [[month, row.stamp, row.first, ...row.counts] as const] : []
    })
    const stamps = rows.map(([, stamp]) => stamp)
    if (sizeIn(stamps) >= this.#worthNoting)
      await this.#file.save({ names: [...this.#names.keys()], rows })
    this.#hasLearnt = false
  }

  /** What was counted with another list of who was forgotten says nothing any more. */
  async #load(): Promise<Map<string, Row>> {
    const { stamp } = await erasedOn(this.#disk)
    if (this.#rows && this.#erased === stamp) return this.#rows
    const { names = [], rows = [] } = (await this.#file.load()) ?? {}
    this.#erased = stamp
    this.#names = new Map(names.map((name, place) => [name, place]))
    this.#rows = new Map(
      rows.map(([month, stamp, first, ...counts]) => [month, { stamp, first, counts }]),
    )
    return this.#rows
  }
}

function isCounted(count: number): boolean {
  return count > 0
}
