import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { keepForLater } from '../flows/drafting.ts'
import { recordContact } from '../flows/record.ts'
import type { Ended } from '../run-program.ts'

const MS_PER_MINUTE = 60_000
/** A contact of more than a day is a computer left running. */
const MOST_MINUTES = 1440

export function wrapCommand(command: Command, ctx: Context): void {
  command
    .argument('<command...>', 'what to run, after --: a softphone, ssh')
    .action((words: string[]) => runWrap(ctx, words))
}

async function runWrap(ctx: Context, [program = '', ...args]: readonly string[]): Promise<void> {
  const ended = await ctx.runProgram(program, args)
  ctx.outcome.exitCode = ended.exitCode
  if (ended.trouble !== undefined) return ctx.note(`afterword: ${ended.trouble}`)
  const given = { set: [`contact.minutes=${minutesOf(ended)}`] }
  if (ctx.canAsk()) await recordContact(ctx, given)
  else await keepForLater(ctx, given)
}

function minutesOf({ ms }: Ended): number {
  return Math.min(MOST_MINUTES, Math.round(ms / MS_PER_MINUTE))
}
