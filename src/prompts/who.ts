import type { Day } from '../model/day.ts'
import { text } from '../model/fields.ts'
import { ANON } from '../model/follow-up.ts'
import { eitherOf } from '../model/words.ts'
import type { Completion, Verdict } from './ask.ts'
import { formatGlance, type KnownCustomer } from './known.ts'
import { faultIn } from './verdict.ts'

/** What the question "Who?" knows. */
export interface WhoWorld {
  readonly known: readonly KnownCustomer[]
  readonly today: Day
  readonly dot?: string
}

/** Who is meant: a customer the journal knows, a new one, or several it could be. */
export type Meant =
  | { readonly is: 'known'; readonly customer: KnownCustomer }
  | { readonly is: 'new'; readonly name: string }
  | { readonly is: 'several'; readonly names: readonly string[] }

/** Returns who is meant by the typed text: the exact name, else the one known name that begins so; a trailing `.` makes it new. */
export function findWho(typed: string, known: readonly KnownCustomer[]): Meant {
  const name = typed.trim()
  const plain = name.endsWith('.') ? name.slice(0, -1).trim() : name
  const exact = known.find((customer) => customer.name === plain)
  if (exact) return { is: 'known', customer: exact }
  const begun = name === plain ? beginning(name, known) : []
  const [customer, ...others] = begun
  if (!customer) return { is: 'new', name: plain }
  if (others.length === 0) return { is: 'known', customer }
  return { is: 'several', names: begun.map((each) => each.name) }
}

function beginning(start: string, known: readonly KnownCustomer[]): KnownCustomer[] {
  const folded = start.toLowerCase()
  return known.filter(({ name }) => name.toLowerCase().startsWith(folded))
}

/** Returns the name that the typed text stands for; the empty text stands for nobody in particular. */
export function nameOf(typed: string, known: readonly KnownCustomer[]): string {
  if (typed.trim() === '' || typed.trim() === ANON) return ANON
  const meant = findWho(typed, known)
  if (meant.is === 'known') return meant.customer.name
  return meant.is === 'new' ? meant.name : typed.trim()
}

/** Judges the answer to "Who?": a known name is shown with what to know about it. */
export function judgeWho(typed: string, { known, today, dot = '·' }: WhoWorld): Verdict {
  if (nameOf(typed, known) === ANON) return { ok: true, echo: ANON }
  const meant = findWho(typed, known)
  if (meant.is === 'several') return { ok: false, why: whichOf(typed.trim(), meant.names) }
  if (meant.is === 'known') {
    const glance = formatGlance(meant.customer, today, dot)
    const same = meant.customer.name === typed.trim()
    return { ok: true, echo: same ? glance : `${meant.customer.name} ${dot} ${glance}` }
  }
  const why = faultIn(text(64), meant.name)
  return why === undefined ? { ok: true, echo: 'new' } : { ok: false, why }
}

function whichOf(typed: string, names: readonly string[]): string {
  const some = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} more`] : names
  return `${JSON.stringify(typed)} could be ${eitherOf(some)}: type more of it, or ${typed}. for somebody new.`
}

/** Returns the known names that begin as typed, each with what to know about it. */
export function completeWho(typed: string, { known, today, dot }: WhoWorld): Completion[] {
  if (typed.trim() === '') return []
  return beginning(typed.trim(), known)
    .slice(0, 8)
    .map((customer) => ({ value: customer.name, beside: formatGlance(customer, today, dot) }))
}
