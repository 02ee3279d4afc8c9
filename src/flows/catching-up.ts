import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { type Candidate, readCandidates } from '../exchange/csv-map.ts'
import { openCsv } from '../exchange/csv-table.ts'
import { formatOf } from '../exchange/format.ts'
import { formatRejected, type Reading } from '../exchange/reading.ts'
import type { Answers } from '../model/answers.ts'
import { type Day, dayOf, instantOf } from '../model/day.ts'
import { notWrittenDown, type Told } from '../queries/written-down.ts'
import { type ColumnFlags, mappingFor } from './csv-columns.ts'
import type { Incoming } from './incoming.ts'

/** More than anybody writes down at the end of a day. */
const MOST = 2000
const SAID = 20

/** One row of a day's tickets or visits. */
export interface Ticket extends Told {
  /** Where it stands in the file. */
  readonly where: string
  readonly summary?: string
  readonly known: ReadonlyMap<string, unknown>
  readonly missing: readonly string[]
  readonly faults: readonly string[]
}

/** The rows of a file that are not written down yet, oldest first, and how many are. */
export interface Catchup {
  readonly left: readonly Ticket[]
  readonly written: number
}

/** Returns what a CSV tells of that the journal does not; says which rows it cannot read. Throws a Refusal for more rows than a day has. */
export async function findLeft(
  ctx: Context,
  incoming: Incoming,
  flags: ColumnFlags,
  day?: Day,
): Promise<Catchup> {
  if (formatOf(incoming.head) !== 'csv') throw misuse(`${incoming.name} is not a CSV.`)
  const table = await openCsv(incoming.chunks)
  const mapping = await mappingFor(ctx, table.header, flags)
  const tickets = await readTickets(ctx, readCandidates(table, mapping, await ctx.zone()), day)
  const first = tickets.map(({ at }) => at && dayOf(at)).sort()[0]
  const entries = await ctx.journal.read(first === undefined ? {} : { from: first })
  const left = notWrittenDown(tickets, entries)
  return { left: left.sort(byTime), written: tickets.length - left.length }
}

const byTime = (one: Ticket, other: Ticket) =>
  (one.at ? instantOf(one.at) : 0) - (other.at ? instantOf(other.at) : 0)

async function readTickets(
  ctx: Context,
  rows: AsyncIterable<Reading<Candidate>>,
  day: Day | undefined,
): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  const rejected: string[] = []
  const [now, ids] = [instantOf(await ctx.now()), new Set<string>()]
  let toCome = 0
  for await (const row of rows) {
    if (!row.ok) rejected.push(formatRejected(row))
    else if (isComing(row.value, now)) toCome++
    else if (isOn(row.value, day) && !ids.has(row.value.id)) {
      ids.add(row.value.id)
      tickets.push(ticketOf(row.where, row.value))
    }
    if (tickets.length > MOST || rejected.length > MOST) throw tooMany()
  }
  sayRejected(ctx, rejected)
  if (toCome > 0) ctx.note(`Left out, for they are still to come: ${toCome}.`)
  return tickets
}

function tooMany(): Refusal {
  return new Refusal(
    `There are more than ${MOST} rows, and nobody writes down so many. Choose a day with --day, or take all of them as they are: afterword import`,
  )
}

function sayRejected(ctx: Context, rejected: readonly string[]): void {
  for (const says of rejected.slice(0, SAID)) ctx.note(says)
  if (rejected.length > SAID) ctx.note(`and ${rejected.length - SAID} more rows cannot be read.`)
}

function isComing({ known }: Candidate, now: number): boolean {
  const at = known.get('at')
  return typeof at === 'string' && instantOf(at) > now
}

function isOn({ known }: Candidate, day: Day | undefined): boolean {
  const at = known.get('at')
  return day === undefined || typeof at !== 'string' || dayOf(at) === day
}

function ticketOf(where: string, { id, known, missing, faults }: Candidate): Ticket {
  const text = (name: string) => known.get(name) as string | undefined
  const [at, customer, ref] = [text('at'), text('customer'), text('contact.caseRef')]
  const summary = text('summary')
  return {
    id,
    where,
    known,
    missing,
    faults,
    ...(at !== undefined && { at }),
    ...(customer !== undefined && { customer }),
    ...(ref !== undefined && { ref }),
    ...(summary !== undefined && { summary }),
  }
}

const ANSWERED = new Set(['at', 'customer', 'channel', 'summary', 'disposition', 'tags'])

/** Returns the answers a row gives to the six questions, and what else it knows as `--set` takes it. */
export function answersFrom({ known }: Ticket): Answers {
  const text = (name: string) => known.get(name) as string | undefined
  const [before, after] = [text('felt.before'), text('felt.after')]
  const set = [...known].flatMap(([name, value]) => (isSet(name) ? [`${name}=${value}`] : []))
  return {
    who: text('customer'),
    channel: text('channel'),
    summary: text('summary'),
    // One feeling alone does not answer the question.
    felt: before && after ? `${before}:${after}` : undefined,
    end: text('disposition'),
    at: text('at'),
    tags: known.get('tags') as string[] | undefined,
    ...(set.length > 0 && { set }),
  }
}

function isSet(name: string): boolean {
  return !ANSWERED.has(name) && name !== 'felt.before' && name !== 'felt.after'
}
