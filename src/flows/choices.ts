import type { Argument, Option } from 'commander'
import { SHELLS } from '../completion/script.ts'
import type { Context } from '../context.ts'
import type { Day } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { CUSTOMER_FEELINGS, REP_FEELINGS } from '../model/feelings.ts'
import { fieldNames, fieldOf } from '../model/fields-of-entry.ts'
import { ANON } from '../model/follow-up.ts'
import { periodOf, previousPeriod, type Unit } from '../model/period.ts'
import { safeLine } from '../model/safe.ts'
import { SETTING_KEYS } from '../model/setting-keys.ts'
import { CHANNELS, DISPOSITIONS, WORK_DAYS } from '../model/vocabulary.ts'
import { SCHEDULERS } from '../pages/schedule.ts'

/** What can be typed for an option or an argument. `open`: more may follow without a space. */
export type Choices =
  | { readonly kind: 'words' | 'open'; readonly words: readonly string[] }
  | { readonly kind: 'files' }

type Source = (ctx: Context, typed: string) => Choices | Promise<Choices>

const FILES: Choices = { kind: 'files' }
const NOTHING: Choices = { kind: 'words', words: [] }
/** So many of the newest entries name the customers of whom nothing is typed yet. */
const RECENT = 500
/** So many finished weeks or months are offered by name. */
const PERIODS = 4

const among =
  (words: readonly string[]): Source =>
  () => ({ kind: 'words', words })

const feelings = CUSTOMER_FEELINGS.map(({ word }) => word)

/** Of `fru:gra` the part that is typed is completed, behind what stands before it. */
const feltBoth: Source = (_, typed) => {
  const head = /^.*[:, ]/s.exec(typed)?.[0] ?? ''
  return { kind: head === '' ? 'open' : 'words', words: feelings.map((word) => head + word) }
}

const fieldAndValue: Source = (_, typed) => {
  const [, name] = /^([^=]+)=/.exec(typed) ?? []
  if (name === undefined) return { kind: 'open', words: fieldNames().map((each) => `${each}=`) }
  const head = /^.*[=,]/s.exec(typed)?.[0] ?? ''
  return { kind: 'words', words: (fieldOf(name)?.words ?? []).map((word) => head + word) }
}

/** A name that a line cannot show as it is, is not offered: it could only be typed wrong. */
function namesIn(entries: readonly Entry[]): string[] {
  const names = entries.toReversed().map(({ customer }) => customer)
  return [...new Set(names)].filter((name) => name !== ANON && safeLine(name) === name)
}

const customers: Source = async ({ journal }, typed) => {
  const known = typed === '' ? journal.newest(RECENT) : journal.read({}, { customer: typed })
  return { kind: 'words', words: namesIn(await known) }
}

const entries: Source = async (ctx, typed) => {
  const found = await customers(ctx, typed)
  return found.kind === 'files' ? found : { ...found, words: ['last', ...found.words] }
}

const waiting: Source = async ({ journal }) => ({
  kind: 'words',
  words: namesIn(await journal.open()),
})

const periods =
  (unit: Unit, ...also: readonly string[]): Source =>
  async (ctx) => ({
    kind: 'words',
    words: [...also, 'this', 'last', ...finished(await ctx.today(), unit)],
  })

function finished(today: Day, unit: Unit): string[] {
  const names: string[] = []
  let period = periodOf(today, unit)
  for (let at = 0; at < PERIODS; at++) {
    period = previousPeriod(period)
    names.push(period.name)
  }
  return names
}

const reportNames: Source = async () => ({
  kind: 'words',
  words: [...(await import('./named-reports.ts')).NAMED_REPORTS.keys()],
})

/** What is meant in one place only: an option or an argument of one word. */
const THERE: Readonly<Record<string, Source>> = {
  'done id': waiting,
  'later id': waiting,
  'drop id': waiting,
  'log --closes': waiting,
  'report name': reportNames,
  'schema --report': async (ctx, typed) => {
    const named = await reportNames(ctx, typed)
    const words = named.kind === 'files' ? [] : named.words
    return { kind: 'words', words: ['today', 'week', 'month', 'followups', 'customer', ...words] }
  },
  'export --format': among(['jsonl', 'csv', 'ics']),
  'review --felt': among(REP_FEELINGS.map(({ word }) => word)),
  'review --thank': among([]),
  'review period': periods('week', 'today', 'yesterday'),
  'month period': periods('month'),
  'thank --from': among([]),
  'handover period': periods('week'),
  'later when': among(['today', 'tomorrow', ...WORK_DAYS]),
  'log --next': among(['none', 'done', 'today', 'tomorrow', ...WORK_DAYS]),
  'edit --next': among(['none', 'done', 'today', 'tomorrow', ...WORK_DAYS]),
  'catchup --preset': among(['zendesk', 'hubspot']),
  'import --preset': among(['zendesk', 'hubspot']),
}

/** What is meant wherever it is asked for, by the word in the angle brackets. */
const EVERYWHERE: Readonly<Record<string, Source>> = {
  channel: among(CHANNELS),
  ending: among(DISPOSITIONS),
  'before:after': feltBoth,
  word: among(feelings),
  'field=value': fieldAndValue,
  name: customers,
  id: entries,
  period: periods('week'),
  when: among(['today', 'yesterday', ...WORK_DAYS]),
  format: among(['text', 'markdown', 'html', 'csv', 'json']),
  key: among(SETTING_KEYS.map(({ key }) => key)),
  scheduler: among(SCHEDULERS),
  shell: among(SHELLS),
  'yes|partly|no': among(['yes', 'partly', 'no']),
  file: () => FILES,
  files: () => FILES,
  dir: () => FILES,
  folder: () => FILES,
}

/** Returns what can be typed for an option or an argument of a word; `typed` is its beginning. */
export async function choicesFor(
  ctx: Context,
  word: string,
  { of, typed }: { readonly of: Option | Argument; readonly typed: string },
): Promise<Choices> {
  const isOption = 'long' in of
  const there = THERE[`${word} ${isOption ? of.long : of.name()}`]
  const source = there ?? EVERYWHERE[isOption ? valueName(of) : of.name()]
  return source ? source(ctx, typed) : NOTHING
}

function valueName({ flags }: Option): string {
  return /[<[](.+?)(?:\.\.\.)?[>\]]$/.exec(flags)?.[1] ?? ''
}
