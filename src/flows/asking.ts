import type { Context } from '../context.ts'
import type { Answers } from '../model/answers.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { nextWorkDay, workDaysOf } from '../model/work-days.ts'
import type { Ask } from '../prompts/ask.ts'
import { commonestFeelings, knownCustomers, lastChannels } from '../prompts/known.ts'
import type { QuickWorld } from '../prompts/quick-steps.ts'
import type { Draft } from '../store/drafts.ts'
import { bothGrammars } from './understood.ts'

/** How many of the newest entries completion and habits are taken from. */
const REMEMBERED = 400

/** What the six questions begin with: what they know, and a draft to go on with. */
export interface Opening {
  readonly world: QuickWorld
  readonly draft?: Draft | undefined
}

/** Gets ready to ask: says hello on the very first run, offers a draft, shows the writing on the wall once a day. */
export async function openAsking(ctx: Context, ask: Ask, given: Answers): Promise<Opening> {
  const recent = await ctx.journal.newest(REMEMBERED)
  await showPurpose(ctx, ask, recent)
  const draft = undefined
  return { world: await worldOf(ctx, recent), draft }
}

async function worldOf(ctx: Context, recent: readonly Entry[]): Promise<QuickWorld> {
  const [now, settings, open] = await Promise.all([
    ctx.now(),
    ctx.settings.read(),
    ctx.journal.open(),
  ])
  const today = dayOf(now)
  const both = await bothGrammars()
  return {
    known: knownCustomers([...open, ...recent]),
    today,
    dot: ctx.look().unicode ? '·' : '-',
    lastChannels: lastChannels(recent),
    commonest: commonestFeelings(recent),
    readDay: (text) => both(text, now, 'future')?.day,
    checkBackDue: nextWorkDay(today, workDaysOf(settings)),
  }
}

/** Shows the writing on the wall before the first question of a day. */
async function showPurpose(ctx: Context, ask: Ask, recent: readonly Entry[]): Promise<void> {
  const [today, { purpose }] = await Promise.all([ctx.today(), ctx.settings.read()])
  const loggedToday = recent.some(({ recordedAt }) => dayOf(recordedAt) === today)
  if (purpose?.line && !loggedToday) ask.say(purpose.line, 'strong')
}
