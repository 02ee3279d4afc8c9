import type { Command } from 'commander'
import type { Answers } from '../model/answers.ts'

/** The flags of `log` and `edit`, as commander hands them over. */
export interface EntryFlags {
  readonly who?: string
  readonly channel?: string
  readonly felt?: string
  readonly end?: string
  readonly next?: string
  readonly do?: string
  readonly promised?: boolean
  readonly passedTo?: string
  readonly at?: string
  readonly tag?: readonly string[]
  readonly set?: readonly string[]
}

const gather = (value: string, before: readonly string[] = []) => [...before, value]

/** Adds the flags that answer the six questions, and those that reach every other field. */
export function addEntryFlags(command: Command): Command {
  return command
    .option('-w, --who <name>', 'nickname or ticket number, not a full name; anon for nobody')
    .option('-c, --channel <channel>', 'phone, on-site, chat, email ... (a beginning is enough)')
    .option('-f, --felt <before:after>', 'how they felt, as fru:gra; one word for both, - unknown')
    .option('-e, --end <ending>', 'resolved, workaround, pending-us, transferred ...')
    .option('-n, --next <when>', 'none, done, or when, ! if promised, and what: "fri! text her"')
    .option('--do <what>', 'what the follow-up is')
    .option('--promised', 'the follow-up is a promise, as ! says in --next')
    .option('--passed-to <team>', 'who has it now, for transferred and escalated')
    .option('--at <when>', 'when it happened: "yesterday 16:40", fri, 2026-11-20T09:30')
    .option('--tag <tag>', 'a tag; may be given again', gather)
    .option('--set <field=value>', 'any other field, such as care.extraMinutes=5; again', gather)
}

/** Returns the answers among the flags. */
export function answersOf(flags: EntryFlags, summary?: string): Answers {
  const { who, channel, felt, end, next, passedTo, promised, at, tag, set } = flags
  return {
    who,
    channel,
    summary,
    felt,
    end,
    next,
    passedTo,
    do: flags.do,
    promised,
    at,
    tags: tag,
    set,
  }
}
