import type { Context } from '../context.ts'
import type { Answers } from '../model/answers.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
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
}

/** Gets ready to ask: says hello on the very first run, offers a draft, shows the writing on the wall once a day. */
export async function openAsking(ctx: Context, ask: Ask, given: Answers): Promise<Opening> {
  const recent = await ctx.journal.newest(REMEMBERED)
  if (recent.length === 0) await greet(ctx, ask)
  else await showPurpose(ctx, ask, recent)
  const draft = Object.values(given).every((each) => each === undefined)
    ? await offerDraft(ctx, ask)
    : undefined
  return { world: await worldOf(ctx, recent), draft }
}

async function worldOf(ctx: Context, recent: readonly Entry[]): Promise<QuickWorld> {
  const [now, settings, open] = await Promise.all([
    ctx.now(),
    ctx.settings.read(),
    ctx.journal.open(),
  ])
  const today = dayOf(now)
  return {
    known: knownCustomers([...open, ...recent]),
    today,
    dot: ctx.look().unicode ? '·' : '-',
    lastChannels: lastChannels(recent),
    commonest: commonestFeelings(recent),
    readDay: (text) => (readWhen(text, now, 'future') ?? inWords(text, now))?.day,
    checkBackDue: nextWorkDay(today, workDaysOf(settings)),
  }
}
