import { instantOf, type Timestamp } from '../model/day.ts'
import { checkEntry, type Entry, type FollowUp, type Handoff } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { type DayWord, dayAt, type TimeWord, timeAt, type WeekOfTelling } from './calendar.ts'
import { idFrom } from './chance.ts'

/** One contact as somebody would tell it; days and hours are those of the week it is told in. */
export interface Told {
  readonly when: TimeWord
  readonly who: string
  readonly channel: Entry['channel']
  readonly what: string
  readonly felt: readonly [CustomerFeeling, CustomerFeeling, Entry['felt']['basis']?]
  readonly end: Entry['disposition']
  /** When it was written down; a few minutes after it ended, unless told. */
  readonly written?: TimeWord
  readonly next?: Next
  readonly passed?: Passed
  readonly thanks?: Thanks
  readonly tags?: readonly string[]
  readonly share?: 'never'
  readonly contact?: Entry['contact']
  readonly care?: Entry['care']
  readonly obstacles?: Entry['obstacles']
  readonly meaning?: Entry['meaning']
  readonly private?: Entry['private']
}

interface Next {
  readonly due: DayWord
  readonly promised?: boolean
  readonly action: string
  readonly done?: TimeWord
  readonly felt?: CustomerFeeling
  readonly note?: string
}

interface Passed {
  readonly to: string
  readonly reason: Handoff['reason']
  readonly warm: boolean
  readonly back: DayWord
  readonly looked?: TimeWord
}

interface Thanks {
  readonly direction: 'given' | 'received'
  readonly who: string
  readonly for: string
  readonly on: DayWord
  readonly public?: boolean
}

/** Returns the week's contacts as the journal held them at the clock: nothing that was written or done later. */
export function tellWeek(
  contacts: readonly Told[],
  rep: string,
  week: WeekOfTelling,
  now: Timestamp,
): Entry[] {
  const past = (at: Timestamp) => instantOf(at) <= instantOf(now)
  return contacts
    .map((told) => inStoredOrder(tell(soFar(told, week, past), rep, week)))
    .filter((entry) => past(entry.recordedAt))
    .sort((a, b) => instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : 1))
}

/** Returns the contact without what came of it after the clock. */
function soFar(told: Told, week: WeekOfTelling, past: (at: Timestamp) => boolean): Told {
  const { next, passed, thanks, ...rest } = told
  const ahead = (time: TimeWord | undefined) => time !== undefined && !past(timeAt(week, time))
  return {
    ...rest,
    ...(next && { next: ahead(next.done) ? without(next, 'done', 'felt', 'note') : next }),
    ...(passed && { passed: ahead(passed.looked) ? without(passed, 'looked') : passed }),
    ...(thanks && !ahead(`${thanks.on} 17:30`) && { thanks }),
  }
}

function without<T extends object>(whole: T, ...names: (keyof T)[]): T {
  const part = { ...whole }
  for (const name of names) delete part[name]
  return part
}

/** A contact may be told in any order; the journal's bytes have one. A fault is left for the tests to find. */
function inStoredOrder(entry: Entry): Entry {
  const checked = checkEntry(entry)
  return checked.ok ? checked.value : entry
}

function tell(told: Told, rep: string, week: WeekOfTelling): Entry {
  const at = timeAt(week, told.when)
  const followUp = followUpOf(told.next, week)
  const handoff = told.passed && handoffOf(told.passed, week)
  const [before, after, basis] = told.felt
  return {
    id: idFrom(`${rep} ${told.who} ${told.when} ${told.what}`),
    at,
    recordedAt: told.written ? timeAt(week, told.written) : later(at, 5 + (told.what.length % 7)),
    ...updated(followUp.completedAt, handoff?.checkedBackAt),
    rep,
    customer: told.who,
    channel: told.channel,
    summary: told.what,
    felt: { before, after, ...(basis && { basis }) },
    disposition: told.end,
    followUp,
    ...(handoff && { handoff }),
    ...(told.tags && { tags: [...told.tags] }),
    ...(told.share && { share: told.share }),
    ...(told.contact && { contact: told.contact }),
    ...(told.care && { care: told.care }),
    ...(told.obstacles && { obstacles: told.obstacles }),
    ...withThanks(told, week),
    ...(told.private && { private: told.private }),
  }
}

function followUpOf(next: Next | undefined, week: WeekOfTelling): FollowUp {
  if (!next) return { status: 'not-needed' }
  return {
    status: next.done ? 'done' : 'planned',
    action: next.action,
    due: dayAt(week, next.due),
    promised: next.promised ?? false,
    ...(next.done && { completedAt: timeAt(week, next.done) }),
    ...(next.felt && { felt: next.felt }),
    ...(next.note && { note: next.note }),
  }
}

function handoffOf({ to, reason, warm, back, looked }: Passed, week: WeekOfTelling): Handoff {
  return {
    to,
    reason,
    warm,
    checkBackDue: dayAt(week, back),
    ...(looked && { checkedBackAt: timeAt(week, looked) }),
  }
}

function withThanks({ meaning, thanks }: Told, week: WeekOfTelling): Pick<Entry, 'meaning'> {
  if (!thanks) return meaning ? { meaning } : {}
  const { direction, who, on, public: aloud = false } = thanks
  const recognition = [
    { direction, fromTo: who, public: aloud, for: thanks.for, at: dayAt(week, on) },
  ]
  return { meaning: { ...meaning, recognition } }
}

function updated(...times: (Timestamp | undefined)[]): Pick<Entry, 'updatedAt'> {
  const latest = times.filter((time) => time !== undefined).sort()
  return latest.length > 0 ? { updatedAt: latest[latest.length - 1] } : {}
}

function later(at: Timestamp, minutes: number): Timestamp {
  const total = +at.slice(11, 13) * 60 + +at.slice(14, 16) + minutes
  const clock = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0'))
  return `${at.slice(0, 11)}${clock.join(':')}:00${at.slice(19)}`
}
