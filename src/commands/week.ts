import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addReportFlags, type ReportFlags } from '../flows/report.ts'
import { showWeek } from '../flows/week.ts'
import { readPeriod } from '../model/period.ts'

export function weekCommand(command: Command, ctx: Context): void {
  addReportFlags(command.argument('[period]', 'this, last, 2026-W46, or a day')).action(
    (period: string | undefined, flags: ReportFlags) => runWeek(ctx, period, flags),
  )
}

async function runWeek(ctx: Context, typed: string | undefined, flags: ReportFlags): Promise<void> {
  const period = readPeriod(typed, 'week', await ctx.today())
  await showWeek(ctx, period, flags)
}
