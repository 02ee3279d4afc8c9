import type { Context } from '../context.ts'
import type { Answers } from '../model/answers.ts'
import { composeEntry } from '../model/compose.ts'
import type { Entry } from '../model/entry.ts'
import { complete } from '../model/follow-up-change.ts'
import { DEFAULT_REP } from '../model/vocabulary.ts'
import { workDaysOf } from '../model/work-days.ts'
import type { Ask } from '../prompts/ask.ts'
import { keepingDraft } from './drafting.ts'
import { printEntries } from './entry-json.ts'
import { nudgeAbout } from './nudging.ts'
import { offerToClose } from './offers.ts'
import { reflectOn } from './reflecting.ts'
import { sayChanged } from './say.ts'
import { type Taken, takeAnswers } from './take-answers.ts'
import { understood } from './understood.ts'
import { findOpen } from './which-entry.ts'

export interface RecordOptions {
  readonly closes?: string | undefined
  readonly json?: boolean | undefined
  /** Ask the deeper questions right away. */
  readonly reflect?: boolean | undefined
  /** The id of the entry, where what it is about has one already. */
  readonly id?: string | undefined
}

/** Takes one contact from its first answer to saved, asking what is missing where somebody can be asked; returns the entry. */
export async function recordContact(
  ctx: Context,
  given: Answers,
  { closes, json, reflect, id }: RecordOptions = {},
): Promise<Entry> {
  const closing = closes === undefined ? undefined : await findOpen(ctx, closes)
  const taken = await takeAnswers(ctx, given, id)
  const entry = await keepingDraft(ctx, taken, () => save(ctx, taken, closing))
  if (json) await printEntries(ctx, entry)
  await sayChanged(ctx, entry)
  await askMore(ctx, entry, { reflect, ask: taken.ask })
  return entry
}

async function save(ctx: Context, taken: Taken, closing: Entry | undefined): Promise<Entry> {
  const { id, answers, seconds } = taken
  const [now, settings] = await Promise.all([ctx.now(), ctx.settings.read()])
  const entry = composeEntry(await understood(ctx, answers), {
    id,
    now,
    rep: settings.rep ?? DEFAULT_REP,
    workDays: workDaysOf(settings),
    ...(seconds !== undefined && { secondsToLog: seconds }),
  })
  const add = { add: entry }
  const close = closing && {
    of: closing,
    to: (current: Entry) => complete(current, { at: now, felt: entry.felt.after }),
  }
  await ctx.journal.change('log', close ? [add, close] : [add])
  return entry
}

interface More {
  readonly reflect?: boolean | undefined
  readonly ask?: Ask | undefined
}

/** What is asked once the entry is safe: about what they still had open, then the deeper questions or one nudge. */
async function askMore(ctx: Context, entry: Entry, { reflect, ask }: More): Promise<void> {
  const asking = ask ?? (reflect ? await ctx.ask() : undefined)
  if (!asking) return
  if (ask) await offerToClose(ctx, asking, entry)
  if (reflect) await reflectOn(ctx, asking, entry)
  else await nudgeAbout(ctx, asking, entry)
}
