import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { printEntries } from '../flows/entry-json.ts'
import { addFilterFlags, type FilterFlags, filterOf } from '../flows/filter-flags.ts'
import { plainRows, showPage } from '../flows/report.ts'
import type { Entry } from '../model/entry.ts'
import { shortestPrefixes } from '../model/ids.ts'
import { entriesPage } from '../pages/entries.ts'
import { entryRecords } from '../pages/records.ts'
import { type Filter, select } from '../queries/filter.ts'
import type { Hint } from '../store/journal.ts'

/** On a terminal `list` alone shows this many; everywhere else there is no limit. */
const ON_SCREEN = 20

interface ListFlags extends FilterFlags {
  readonly json?: boolean
  readonly plain?: boolean
}

export function listCommand(command: Command, ctx: Context): void {
  addFilterFlags(command)
    .option('--json', 'print the entries as JSON, all but what is private')
    .option('--plain', 'one entry a line, with tabs between and nothing cut')
    .action((flags: ListFlags) => runList(ctx, flags))
}

async function runList(ctx: Context, { json, plain, ...flags }: ListFlags): Promise<void> {
  const filter = await filterOf(ctx, flags)
  const alone = Object.keys(flags).length === 0 && ctx.look().terminal && !json && !plain
  const entries = alone
    ? await ctx.journal.newest(ON_SCREEN)
    : select(await ctx.journal.read(filter, hintOf(filter)), filter)
  if (json) return printEntries(ctx, entries)
  if (entries.length === 0) return ctx.note('No entries fit.')
  if (plain) return ctx.print(await plainRows(entryRecords(entries)), 'pager')
  await printRows(ctx, entries)
}

/** Whether somebody is called exactly as asked shows only among all whose name begins so, so a name goes before letters. */
function hintOf({ who, text }: Filter): Hint | undefined {
  if (who !== undefined) return { customer: who }
  return text === undefined ? undefined : { text }
}

async function printRows(ctx: Context, entries: readonly Entry[]): Promise<void> {
  const { terminal, columns } = ctx.look()
  const ids = shortestPrefixes(entries.map(({ id }) => id))
  const page = entriesPage(entries, { ids, today: await ctx.today() })
  await showPage(ctx, page, terminal ? columns : Number.POSITIVE_INFINITY)
}
