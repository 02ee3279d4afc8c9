import type { Entry } from '../model/entry.ts'
import type { FollowUpItem } from '../reports/follow-ups.ts'
import { type Page, typed } from './page.ts'

const yes = (value: boolean | undefined) => (value ? 'yes' : '')

/** Returns a page that is only a table of records, for a program: nothing put into words. */
function page(report: string, titles: readonly string[], rows: readonly string[][]): Page {
  const columns = titles.map((title) => ({ title }))
  const cells = rows.map((row) => row.map((cell) => [typed(cell)]))
  return {
    report,
    title: '',
    nodes: [{ kind: 'table', title: 'Records', columns, rows: cells, plain: true }],
    footer: [],
  }
}

const ENTRY = ['id', 'at', 'customer', 'before', 'after', 'end', 'due', 'promised', 'summary']

function entryRecord({ id, at, customer, felt, disposition, followUp, summary }: Entry): string[] {
  const due = followUp.status === 'planned' ? (followUp.due ?? '') : ''
  const promised = yes(due !== '' && followUp.promised)
  return [id, at, customer, felt.before, felt.after, disposition, due, promised, summary]
}

/** Returns the page of `list --plain`: one record an entry, whole ids and times. */
export function entryRecords(entries: readonly Entry[]): Page {
  return page('list', ENTRY, entries.map(entryRecord))
}

const ITEM = ['kind', 'id', 'customer', 'due', 'promised', 'overdue', 'felt', 'action', 'summary']

function itemRecord(item: FollowUpItem): string[] {
  const { kind, id, customer, due = '', promised, daysOverdue, felt, action = '', summary } = item
  return [kind, id, customer, due, yes(promised), `${daysOverdue}`, felt, action, summary]
}

/** Returns the page of `followups --plain`: one record for each thing still to do, `overdue` in days. */
export function followUpRecords(items: readonly FollowUpItem[]): Page {
  return page('followups', ITEM, items.map(itemRecord))
}

function fieldsIn(value: unknown, name = ''): string[][] {
  if (Array.isArray(value))
    return value.length === 0 ? [[name, '']] : value.flatMap((each) => fieldsIn(each, name))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      fieldsIn(inner, name === '' ? key : `${name}.${key}`),
    )
  if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']]
  return value === undefined ? [] : [[name, String(value)]]
}

/** Returns the page of `show --plain`: one record a field by its dotted name, of a list one for each thing on it. */
export function fieldRecords(entry: Entry): Page {
  return page('show', ['field', 'value'], fieldsIn(entry))
}
