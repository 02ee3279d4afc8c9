import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addFilterFlags, type FilterFlags, filterOf } from '../flows/filter-flags.ts'
import { toJson } from '../flows/json.ts'
import { formatEntries } from '../pages/entries.ts'
import { select } from '../queries/filter.ts'

/** On a terminal `list` alone shows this many; everywhere else there is no limit. */
const ON_SCREEN = 20

interface ListFlags extends FilterFlags {
  readonly json?: boolean
}

export function listCommand(command: Command, ctx: Context): void {
  addFilterFlags(command)
    .option('--json', 'print the entries as JSON')
    .action((flags: ListFlags) => runList(ctx, flags))
}

async function runList(ctx: Context, { json, ...flags }: ListFlags): Promise<void> {
  const filter = await filterOf(ctx, flags)
  const look = ctx.look()
  const alone = Object.keys(flags).length === 0 && look.terminal && !json
  const limit = filter.limit ?? (alone ? ON_SCREEN : undefined)
  const entries = select(await ctx.journal.read(filter), { ...filter, limit })
  if (json) return ctx.print(toJson(entries))
  if (entries.length === 0) return ctx.remark('No entries fit. Log one with: afterword')
  await ctx.print(formatEntries(entries, look))
}
