import { dayOf, type Timestamp } from '../model/day.ts'
import { checkEntry, type Entry } from '../model/entry.ts'
import { passesOn } from '../model/settle.ts'
import type { Channel, Disposition } from '../model/vocabulary.ts'
import { nextWorkDay } from '../model/work-days.ts'
import type { Candidate } from './csv-map.ts'
import { type FieldTree, treeOf } from './field-tree.ts'
import { accepted, type Reading, rejected } from './reading.ts'

/** What an import fills in where rows are silent. */
export interface Defaults {
  readonly rep: string
  readonly now: Timestamp
  readonly channel?: Channel
  readonly disposition?: Disposition
}

/** Returns the entry a row makes for an import, feelings nobody wrote down being unknown and a nameless customer `anon`; or why it makes none. */
export function entryOf(row: Reading<Candidate>, defaults: Defaults): Reading<Entry> {
  if (!row.ok) return row
  const { id, known, faults } = row.value
  if (faults.length > 0) return rejected(row.where, faults.join('; '))
  const tree = treeOf(handoff(known, defaults), blanks(id, defaults))
  const checked = checkEntry(treeOf(known, tree))
  if (!checked.ok) return rejected(row.where, checked.faults.map(({ says }) => says).join('; '))
  if (Date.parse(checked.value.at) > Date.parse(defaults.now))
    return rejected(row.where, `at is ${checked.value.at}, which is still to come`)
  return accepted(row.where, checked.value, row.notices)
}

/** A contact passed on is to be looked back at, whoever wrote it down. */
function handoff(known: Candidate['known'], { disposition }: Defaults): [string, unknown][] {
  const [ending, at] = [known.get('disposition') ?? disposition, known.get('at')]
  if (!passesOn(ending as Disposition | undefined) || typeof at !== 'string') return []
  return [
    ['handoff.to', 'unknown'],
    ['handoff.reason', 'other'],
    ['handoff.checkBackDue', nextWorkDay(dayOf(at))],
  ]
}

// Written out: an object put together of others takes ten times as long to be filled further.
function blanks(id: string, { rep, now, channel, disposition }: Defaults): FieldTree {
  const tree: FieldTree = {
    id,
    recordedAt: now,
    rep,
    customer: 'anon',
    felt: { before: 'unknown', after: 'unknown' },
    followUp: { status: 'not-needed' },
  }
  if (channel) tree.channel = channel
  if (disposition) tree.disposition = disposition
  return tree
}
