import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addEntryFlags, answersOf, type EntryFlags } from '../flows/entry-flags.ts'
import { recordContact } from '../flows/record.ts'

interface LogFlags extends EntryFlags {
  readonly closes?: string
  readonly json?: boolean
  readonly reflect?: boolean
}

export function logCommand(command: Command, ctx: Context): void {
  addEntryFlags(command.argument('[summary]', 'what happened, in one line; - reads stdin'))
    .option('--closes <id>', "also close this open follow-up, with this contact's leaving feeling")
    .option('--reflect', 'ask the deeper questions right away')
    .option('--json', 'print the entry as JSON')
    .addHelpText(
      'after',
      '\nWhat you give as flags stays in the history of your shell. To keep it out,\nanswer the questions instead (afterword), read the summary from stdin (-), or\nbegin with a space.',
    )
    .action((summary: string | undefined, flags: LogFlags) => runLog(ctx, summary, flags))
}

async function runLog(
  ctx: Context,
  summary: string | undefined,
  { closes, json, reflect, ...flags }: LogFlags,
): Promise<void> {
  const text = summary === '-' ? (await ctx.readInput('what happened')).trimEnd() : summary
  await recordContact(ctx, answersOf(flags, text), { closes, json, reflect })
}
