import { type Day, dayOf } from '../model/day.ts'
import { shortDate } from './dates.ts'
import { type Column, type Page, type Pieces, typed, words } from './page.ts'

/** One contact that is not written down, as far as another program tells. */
export interface Untold {
  readonly at?: string
  readonly customer?: string
  readonly ref?: string
  readonly summary?: string
}

const COLUMNS: readonly Column[] = [
  { title: 'When' },
  { title: 'Who', least: 10 },
  { title: 'Case', least: 4, spare: true },
  { title: 'What happened', least: 12 },
]

function row({ at, customer = '', ref = '', summary = '' }: Untold, today: Day): Pieces[] {
  const when = at === undefined ? '' : `${shortDate(dayOf(at), today)} ${at.slice(11, 16)}`
  return [[words(when)], [typed(customer)], [typed(ref)], [typed(summary)]]
}

/** Returns the page of `catchup`: one row a contact that is not written down yet, in the order given. */
export function catchupPage(contacts: readonly Untold[], today: Day): Page {
  const rows = contacts.map((contact) => row(contact, today))
  return {
    report: 'catchup',
    title: '',
    nodes: [{ kind: 'table', title: 'Not written down yet', columns: COLUMNS, rows, plain: true }],
    footer: [],
  }
}
