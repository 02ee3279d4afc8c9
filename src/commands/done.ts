import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { changeOne, type Outcome } from '../flows/change-one.ts'
import { findOpen } from '../flows/which-entry.ts'
import type { Entry } from '../model/entry.ts'
import { readCustomerFeeling } from '../model/feeling-words.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import { complete } from '../model/follow-up-change.ts'
import { closedLine } from '../pages/confirmation.ts'
import { askHowTheyWere } from '../prompts/check-back.ts'

interface DoneOptions extends Outcome {
  readonly felt?: string
  readonly note?: string
}

export function doneCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name with one thing open')
    .option('-f, --felt <word>', 'how they were when you checked')
    .option('-n, --note <text>', 'what you found')
    .option('--json', 'print the entry as JSON')
    .action((id: string, options: DoneOptions) => runDone(ctx, id, options))
}

async function runDone(ctx: Context, id: string, options: DoneOptions): Promise<void> {
  const typed = options.felt === undefined ? undefined : readCustomerFeeling(options.felt)
  const entry = await findOpen(ctx, id)
  const felt = typed ?? (await askHow(ctx, entry))
  const at = await ctx.now()
  await changeOne(ctx, options, {
    word: 'done',
    entry,
    to: (current) => complete(current, { at, felt, note: options.note }),
    says: closedLine,
  })
}

async function askHow(ctx: Context, entry: Entry): Promise<CustomerFeeling | undefined> {
  const ask = await ctx.ask()
  return ask && askHowTheyWere(ask, entry.customer)
}
