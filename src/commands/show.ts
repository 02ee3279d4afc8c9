import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { printEntries, withoutDrawer } from '../flows/entry-json.ts'
import { plainRows, showPage } from '../flows/report.ts'
import { findEntry } from '../flows/which-entry.ts'
import { entryPage } from '../pages/entry.ts'
import { fieldRecords } from '../pages/records.ts'

interface ShowFlags {
  readonly json?: boolean
  readonly plain?: boolean
}

export function showCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name')
    .option('--json', 'print the entry as JSON, all but what is private')
    .option('--plain', 'one field a line, with a tab between; nothing private')
    .action((id: string, flags: ShowFlags) => runShow(ctx, id, flags))
}

async function runShow(ctx: Context, id: string, { json, plain }: ShowFlags): Promise<void> {
  const entry = await findEntry(ctx, id)
  if (json) return printEntries(ctx, entry)
  if (plain) return ctx.print(await plainRows(fieldRecords(withoutDrawer(ctx, entry))), 'pager')
  const { terminal, columns } = ctx.look()
  const shown = terminal ? entry : withoutDrawer(ctx, entry)
  const page = entryPage(shown, { shortId: entry.id.slice(0, 4), today: await ctx.today() })
  await showPage(ctx, page, terminal ? columns : Number.POSITIVE_INFINITY)
}
