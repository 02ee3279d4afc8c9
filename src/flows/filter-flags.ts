import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { readCustomerFeeling } from '../model/feeling-words.ts'
import { CHANNELS, DISPOSITIONS } from '../model/vocabulary.ts'
import { readWord } from '../model/words.ts'
import type { Filter } from '../queries/filter.ts'
import { readPastDay } from './dates.ts'

/** The filters of `list`, as typed. */
export interface FilterFlags {
  readonly from?: string
  readonly to?: string
  readonly who?: string
  readonly channel?: string
  readonly felt?: string
  readonly end?: string
  readonly tag?: string
  readonly text?: string
  readonly open?: boolean
  readonly limit?: string
}

/** Adds the flags that choose entries. */
export function addFilterFlags(command: Command): Command {
  return command
    .option('--from <when>', 'from this day on: mon, 2026-11-02, "3 weeks ago"')
    .option('--to <when>', 'up to and including this day')
    .option('-w, --who <name>', 'a customer, or the beginning of a name')
    .option('-c, --channel <channel>')
    .option('-f, --felt <word>', 'how they arrived or left')
    .option('-e, --end <ending>')
    .option('--tag <tag>')
    .option('--text <words>', 'letter by letter, in what happened, tags and follow-ups')
    .option('--open', 'only entries with something open')
    .option('--limit <n>', 'only the newest n')
}

/** Returns the filter the flags mean. Throws a misuse naming the one that is not understood. */
export async function filterOf(ctx: Context, flags: FilterFlags): Promise<Filter> {
  const { from, to, who, channel, felt, end, tag, text, open, limit } = flags
  return {
    ...(from !== undefined && { from: await readPastDay(ctx, from) }),
    ...(to !== undefined && { to: await readPastDay(ctx, to) }),
    ...(who !== undefined && { who }),
    ...(channel !== undefined && { channel: readWord('--channel', CHANNELS, channel) }),
    ...(felt !== undefined && { felt: readCustomerFeeling(felt) }),
    ...(end !== undefined && { end: readWord('--end', DISPOSITIONS, end) }),
    ...(tag !== undefined && { tag }),
    ...(text !== undefined && { text }),
    ...(open && { open }),
    ...(limit !== undefined && { limit: countOf(limit) }),
  }
}

function countOf(typed: string): number {
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed)
  throw misuse(`--limit ${JSON.stringify(typed)} is not a whole number of 1 or more.`)
}
