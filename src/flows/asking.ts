import type { Context } from '../context.ts'
import type { Answers } from '../model/answers.ts'
import { dayOf, type Timestamp } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { DEFAULT_REP } from '../model/vocabulary.ts'
import { readWhen } from '../model/when.ts'
import { nextWorkDay, workDaysOf } from '../model/work-days.ts'
import type { Ask } from '../prompts/ask.ts'
import { askFirstRun } from '../prompts/first-run.ts'
import { commonestFeelings, knownCustomers, lastChannels } from '../prompts/known.ts'
import type { QuickWorld } from '../prompts/quick-steps.ts'
import { askResume } from '../prompts/resume.ts'
import type { Draft } from '../store/drafts.ts'
import { bothGrammars } from './understood.ts'

/** How many of the newest entries completion and habits are taken from. */
const REMEMBERED = 400

/** What the six questions begin with: what they know, and a draft to go on with. */
export interface Opening {
  readonly world: QuickWorld
  readonly draft?: Draft | undefined
  /** Loads what the later questions need; it takes a while, so the first one need not wait for it. */
  learn(): Promise<void>
}

/** Gets ready to ask: welcomes on the very first run, shows the writing on the wall once a day, offers a draft. */
export async function openAsking(ctx: Context, ask: Ask, given: Answers): Promise<Opening> {
  const recent = await ctx.journal.newest(REMEMBERED)
  if (recent.length === 0) await welcome(ctx, ask)
  await showPurpose(ctx, ask, recent)
  const isFresh = Object.values(given).every((answer) => answer === undefined)
  const draft = isFresh ? await offerDraft(ctx, ask) : undefined
  const { learn, readDay } = dayReader(await ctx.now())
  if (!isFresh || draft) await learn()
  return { world: { ...(await worldOf(ctx, recent)), readDay }, draft, learn }
}

/** Returns a reader of days that knows our own grammar, and after `learn` every other way to say a day. */
function dayReader(now: Timestamp): Pick<Opening, 'learn'> & Pick<QuickWorld, 'readDay'> {
  let read: typeof readWhen = readWhen
  return {
    learn: async () => {
      read = await bothGrammars()
    },
    readDay: (text) => read(text, now, 'future')?.day,
  }
}

async function welcome(ctx: Context, ask: Ask): Promise<void> {
  if ((await ctx.settings.read()).rep !== undefined) return
  const { rep = DEFAULT_REP, purpose } = await askFirstRun(ask, ctx.home.data)
  const own = purpose === undefined ? [] : [{ text: purpose, since: await ctx.today() }]
  await ctx.settings.change((settings) => ({
    ...settings,
    rep,
    ...(own.length > 0 && { purpose: { ...settings.purpose, own } }),
  }))
}

/** Shows the writing on the wall before the first question of a day; only who was asked has a time it took. */
async function showPurpose(ctx: Context, ask: Ask, recent: readonly Entry[]): Promise<void> {
  const [today, { purpose }] = await Promise.all([ctx.today(), ctx.settings.read()])
  const asked = recent.filter((entry) => entry.private?.secondsToLog !== undefined)
  const isFirstToday = asked.every(({ recordedAt }) => dayOf(recordedAt) !== today)
  if (purpose?.line && isFirstToday) ask.say(purpose.line, 'strong')
}

async function offerDraft(ctx: Context, ask: Ask): Promise<Draft | undefined> {
  const [draft] = await ctx.drafts.abandoned()
  if (!draft) return undefined
  const { id, savedAt, answers } = draft
  const choice = await askResume(ask, { who: answers.who, savedAt }, await ctx.today())
  if (choice === 'discard') await ctx.drafts.remove(id)
  return choice === 'go-on' ? draft : undefined
}

async function worldOf(
  ctx: Context,
  recent: readonly Entry[],
): Promise<Omit<QuickWorld, 'readDay'>> {
  const [today, settings, open] = await Promise.all([
    ctx.today(),
    ctx.settings.read(),
    ctx.journal.open(),
  ])
  return {
    known: knownCustomers([...open, ...recent]),
    today,
    dot: ctx.look().unicode ? '·' : '-',
    lastChannels: lastChannels(recent),
    commonest: commonestFeelings(recent),
    checkBackDue: nextWorkDay(today, workDaysOf(settings)),
  }
}
