import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { toJson } from '../flows/json.ts'
import { printPage } from '../flows/report.ts'
import { findEntry } from '../flows/which-entry.ts'
import type { Entry } from '../model/entry.ts'
import { entryPage } from '../pages/entry.ts'

interface ShowFlags {
  readonly json?: boolean
}

export function showCommand(command: Command, ctx: Context): void {
  command
    .argument('<id>', 'the beginning of an id, last, or a name')
    .option('--json', 'print the entry as JSON, whole')
    .action((id: string, flags: ShowFlags) => runShow(ctx, id, flags))
}

async function runShow(ctx: Context, id: string, { json }: ShowFlags): Promise<void> {
  const entry = await findEntry(ctx, id)
  if (json) return ctx.print(toJson(entry))
  const { terminal, columns } = ctx.look()
  const shown = terminal ? entry : withoutDrawer(ctx, entry)
  const page = entryPage(shown, { shortId: entry.id.slice(0, 4), today: await ctx.today() })
  await printPage(ctx, page, terminal ? columns : Number.POSITIVE_INFINITY)
}

function withoutDrawer(ctx: Context, entry: Entry): Entry {
  const { private: drawer, ...rest } = entry
  if (drawer) ctx.note('What is private is shown on a terminal only.')
  return rest
}
