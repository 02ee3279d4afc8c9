import { misuse } from '../errors.ts'
import { type Day, formatDay } from './day.ts'

/** Question 6 understood: nothing, done on the spot, or when, promised or not, and what. */
export type Next =
  | { readonly kind: 'none' }
  | { readonly kind: 'done'; readonly action?: string }
  | {
      readonly kind: 'planned'
      readonly due: Day
      readonly promised: boolean
      readonly action?: string
    }

export interface NextWorld {
  readonly today: Day
  /** Returns the day a text means, the whole of it, or nothing. */
  readonly readDay: (text: string) => Day | undefined
  readonly promised?: boolean | undefined
  readonly do?: string | undefined
}

/** Returns the answer to question 6 with `--promised` and `--do` merged in; throws a misuse with examples where it is unread. */
export function readNext(typed: string, world: NextWorld): Next {
  const next = tryNext(typed, world)
  if (next) return next
  throw misuse(
    `${JSON.stringify(typed)} is not a follow-up: try "fri! text after the frost", "in 3 days ring them", "done" or "none".`,
  )
}

/** Returns the same as `readNext`, or nothing where no beginning of the text is a day. */
export function tryNext(typed: string, world: NextWorld): Next | undefined {
  const text = typed.trim()
  if (/^(none)?$/i.test(text)) return nothing(world)
  const done = /^done(?:[\s:,]+(.+))?$/is.exec(text)
  if (done) return { kind: 'done', ...actionOf(done[1], world) }
  const planned = readMarked(text, world) ?? readLongest(text, world)
  if (!planned) return undefined
  const { due, promised, what } = planned
  if (due < world.today)
    throw misuse(`${formatDay(due, true)} is past: a follow-up falls due today or later.`)
  const isPromise = promised || world.promised === true
  return { kind: 'planned', due, promised: isPromise, ...actionOf(what, world) }
}

interface Planned {
  readonly due: Day
  readonly promised: boolean
  readonly what: string
}

function nothing({ promised, do: action }: NextWorld): Next {
  if (!promised && action === undefined) return { kind: 'none' }
  throw misuse('--promised and --do go with a follow-up: say when with --next, such as --next fri.')
}

function actionOf(what: string | undefined, world: NextWorld): { readonly action?: string } {
  const typed = what?.trim() ?? ''
  const named = world.do?.trim() ?? ''
  if (typed !== '' && named !== '' && typed !== named)
    throw misuse(
      `What to do is said twice: ${JSON.stringify(typed)} in --next and ${JSON.stringify(named)} in --do.`,
    )
  const action = typed || named
  return action === '' ? {} : { action }
}

// An exclamation mark counts only behind the day: "fri call now!" promises nothing.
function readMarked(text: string, { readDay }: NextWorld): Planned | undefined {
  const at = text.indexOf('!')
  const due = at > 0 ? readStart(text.slice(0, at), readDay) : undefined
  return due === undefined ? undefined : { due, promised: true, what: text.slice(at + 1) }
}

function readLongest(text: string, { readDay }: NextWorld): Planned | undefined {
  const gaps = [...text.matchAll(/\s+/g)].map(({ index }) => index).reverse()
  const read = (end: number) => readStart(text.slice(0, end).replace(/[:,;]$/, ''), readDay)
  const end = [text.length, ...gaps].find((each) => read(each) !== undefined)
  if (end === undefined) return undefined
  // "fri 2 boxes": the number counts boxes unless the day needs it.
  const shorter = /\s\d{1,2}$/.test(text.slice(0, end)) ? gaps.find((gap) => gap < end) : undefined
  const cut = end < text.length && shorter && read(shorter) === read(end) ? shorter : end
  return { due: read(cut) ?? '', promised: false, what: text.slice(cut) }
}

// "2 boxes" is a number of things, not two o'clock.
function readStart(start: string, readDay: NextWorld['readDay']): Day | undefined {
  return /^\s*\d+\s*$/.test(start) ? undefined : readDay(start.trim())
}
