import { Refusal } from '../errors.ts'
import { monthOf } from '../model/day.ts'
import { checkEntry, type Entry } from '../model/entry.ts'
import { nameOf } from './entry-name.ts'
import type { Change, Edit } from './journal.ts'
import { inOrder, insert } from './order.ts'

type LookUp = (id: string) => Entry | undefined

/** Returns the entry an edit is about. */
export function subjectOf(edit: Edit): Entry {
  if ('add' in edit) return edit.add
  return 'of' in edit ? edit.of : edit.remove
}

/**
 * Returns what the edits change, one change an entry, those that change nothing left out; throws a Refusal when an
 * entry has gone, is there already, or would not be a valid one.
 */
export function planChanges(edits: readonly Edit[], lookUp: LookUp): Change[] {
  const planned = new Map<string, Entry | undefined>()
  const current: LookUp = (id) => (planned.has(id) ? planned.get(id) : lookUp(id))
  for (const edit of edits) {
    const { id } = subjectOf(edit)
    planned.set(id, outcomeOf(edit, current(id)))
  }
  return [...planned].flatMap(([id, after]) => changeOf(lookUp(id), after))
}

function outcomeOf(edit: Edit, current: Entry | undefined): Entry | undefined {
  if ('add' in edit) return added(edit.add, current)
  if (current === undefined) throw gone(subjectOf(edit))
  return 'to' in edit ? checked(edit.to(structuredClone(current))) : undefined
}

/** The id is made once a command, so the same entry once more is a repeated save and not a second contact. */
function added(entry: Entry, current: Entry | undefined): Entry {
  const valid = checked(entry)
  if (current === undefined || isSame(current, valid)) return valid
  throw new Refusal(
    `The id ${entry.id} belongs to another entry: ${nameOf(current)}. Nothing changed.`,
  )
}

function checked(entry: Entry): Entry {
  const result = checkEntry(entry)
  if (result.ok) return result.value
  throw new Refusal(`${result.faults.map(({ says }) => says).join('; ')}. Nothing changed.`)
}

function changeOf(before: Entry | undefined, after: Entry | undefined): Change[] {
  if (isSame(before, after)) return []
  return [{ ...(before && { before }), ...(after && { after }) }]
}

/** Returns whether two entries, in stored order of keys, are equal in every field. */
export function isSame(one: Entry | undefined, other: Entry | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Returns the changes the other way round. */
export function reverse(changes: readonly Change[]): Change[] {
  return changes.map(({ before, after }) => ({
    ...(after && { before: after }),
    ...(before && { after: before }),
  }))
}

/** Throws a Refusal when an entry is not as the change left it. */
export function requireUntouched(word: string, changes: readonly Change[], lookUp: LookUp): void {
  for (const { before, after } of changes) {
    const entry = after ?? before
    if (entry === undefined || isSame(lookUp(entry.id), after)) continue
    const what = lookUp(entry.id) === undefined ? 'has gone from the journal' : 'has been changed'
    throw new Refusal(
      `${nameOf(entry)} ${what} since the last change (${word}), so that cannot be taken back. Nothing changed.`,
    )
  }
}

/** Returns each month's share of the changes; where an entry moves, the month it moves to comes first. */
export function byMonth(changes: readonly Change[]): Map<string, Change[]> {
  const shares = new Map<string, Change[]>()
  const give = (month: string, share: Change) => {
    const sharesOfMonth = shares.get(month)
    if (sharesOfMonth) sharesOfMonth.push(share)
    else shares.set(month, [share])
  }
  for (const change of changes)
    if (change.after) give(monthOf(change.after.at), withoutForeignBefore(change, change.after))
  for (const { before, after } of changes)
    if (before && (!after || monthOf(after.at) !== monthOf(before.at)))
      give(monthOf(before.at), { before })
  return shares
}

function withoutForeignBefore({ before }: Change, after: Entry): Change {
  return before && monthOf(before.at) === monthOf(after.at) ? { before, after } : { after }
}

/** Returns one change an entry again, of the shares of several months. */
export function joinShares(shares: readonly Change[]): Change[] {
  const joined = new Map<string, Change>()
  for (const share of shares) {
    const id = (share.after ?? share.before)?.id
    if (id !== undefined) joined.set(id, { ...joined.get(id), ...share })
  }
  return [...joined.values()]
}

/** Returns a month's entries after its share of the changes, in order. */
export function applyShare(entries: readonly Entry[], share: readonly Change[]): Entry[] {
  const touched = new Set(share.map(({ before, after }) => (before ?? after)?.id))
  const kept = entries.filter(({ id }) => !touched.has(id))
  const after = share.flatMap((change) => change.after ?? [])
  return after.length > 8 ? inOrder([...kept, ...after]) : after.reduce(insert, kept)
}

function gone(entry: Entry): Refusal {
  return new Refusal(
    `${nameOf(entry)} is no longer in the journal: it has been removed. Nothing changed.`,
  )
}
