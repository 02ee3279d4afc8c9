import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { changeOne, type Outcome } from '../flows/change-one.ts'
import { addEntryFlags, answersOf, type EntryFlags } from '../flows/entry-flags.ts'
import { understood } from '../flows/understood.ts'
import { findEntry } from '../flows/which-entry.ts'
import { amendEntry } from '../model/compose.ts'
import { workDaysOf } from '../model/work-days.ts'
import { savedLine } from '../pages/confirmation.ts'

interface EditFlags extends EntryFlags, Outcome {
  readonly summary?: string
}

export function editCommand(command: Command, ctx: Context): void {
  addEntryFlags(command.argument('<id>', 'the beginning of an id, last, or a name'))
    .option('--summary <text>', 'what happened, in one line; - reads stdin')
    .option('--json', 'print the entry as JSON')
    .action((id: string, flags: EditFlags) => runEdit(ctx, id, flags))
}

async function runEdit(ctx: Context, id: string, { json, ...flags }: EditFlags): Promise<void> {
  if (Object.keys(flags).length === 0)
    throw misuse('edit needs what to change, such as --felt fru:gra.')
  const summary =
    flags.summary === '-' ? (await ctx.readInput('what happened')).trimEnd() : flags.summary
  const answers = await understood(ctx, answersOf(flags, summary))
  const entry = await findEntry(ctx, id)
  const [now, settings] = await Promise.all([ctx.now(), ctx.settings.read()])
  await changeOne(
    ctx,
    { json },
    {
      word: 'edit',
      entry,
      to: (current) => amendEntry(current, answers, { now, workDays: workDaysOf(settings) }),
      says: (changed, said) => savedLine(changed, { ...said, word: 'Changed' }),
    },
  )
}
