import type { ContactRow, Rows, TextRow, WeekCell, WeekRow } from './rows.ts'
import type { Scope } from './store.ts'
import { LEAST_ENTRIES } from './tally.ts'

/** Returns the weeks of reps that count in the scope: for each the newest pack that covers it. */
export function chooseWeeks<Cell extends WeekCell>(weeks: readonly Cell[], scope: Scope): Cell[] {
  const scopes = new Map(scope.map((each) => [each.week, each]))
  const newest = new Map<string, Cell>()
  for (const row of weeks) {
    const { by = Number.POSITIVE_INFINITY } = scopes.get(row.week) ?? { by: -1 }
    const key = JSON.stringify([row.rep, row.week])
    if (row.arrived <= by && isNewer(row, newest.get(key))) newest.set(key, row)
  }
  return [...newest.values()].filter((row) => row.entries >= (scopes.get(row.week)?.least ?? 0))
}

function isNewer(row: WeekCell, other: WeekCell | undefined): boolean {
  if (!other || row.made !== other.made) return !other || row.made > other.made
  return row.pack > other.pack
}

/** Returns those of the weeks whose rep has enough entries in all of them together to be in a figure. */
export function countedWeeks<Cell extends WeekCell>(chosen: readonly Cell[]): Cell[] {
  const entries = new Map<string, number>()
  for (const { rep, entries: own } of chosen) entries.set(rep, (entries.get(rep) ?? 0) + own)
  return chosen.filter(({ rep }) => (entries.get(rep) ?? 0) >= LEAST_ENTRIES)
}

/** Returns the contacts of the chosen weeks, each once: a contact that was moved to another week counts where it was last. */
export function contactsOf({ contacts }: Rows, chosen: readonly WeekRow[]): ContactRow[] {
  const weeks = new Map(chosen.map((row) => [`${row.pack}:${row.week}`, row]))
  const newest = new Map<string, { week: WeekRow; contact: ContactRow }>()
  for (const contact of contacts) {
    const week = weeks.get(`${contact.pack}:${contact.week}`)
    const other = newest.get(`${contact.hash}:${contact.rep}`)
    if (week && isNewer(week, other?.week))
      newest.set(`${contact.hash}:${contact.rep}`, { week, contact })
  }
  return Array.from(newest.values(), ({ contact }) => contact)
}

/** Returns the texts of the contacts. */
export function textsOf({ texts }: Rows, contacts: readonly ContactRow[]): TextRow[] {
  const chosen = new Set(contacts.map(({ pack, hash }) => `${pack}:${hash}`))
  return texts.filter(({ pack, hash }) => chosen.has(`${pack}:${hash}`))
}
