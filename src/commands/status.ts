import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { toJson } from '../flows/json.ts'
import { formatStatus, statusOf } from '../model/status.ts'
import { writeStatusLine } from '../store/status-line.ts'

interface StatusFlags {
  readonly check?: boolean
  readonly json?: boolean
}

export function statusCommand(command: Command, ctx: Context): void {
  command
    .option('--check', 'end with 1 when something is overdue')
    .option('--json', 'print the numbers as JSON')
    .action((flags: StatusFlags) => runStatus(ctx, flags))
}

async function runStatus(ctx: Context, { check, json }: StatusFlags): Promise<void> {
  const status = statusOf(await ctx.journal.open(), await ctx.today())
  const line = formatStatus(status)
  // A day later the same entries wait in other words, though nothing was changed.
  await writeStatusLine(ctx.files, ctx.home, line)
  await ctx.print(json ? toJson(status) : `${line || 'Nothing is waiting.'}\n`)
  if (check && status.overdue > 0) ctx.outcome.exitCode = 1
}
