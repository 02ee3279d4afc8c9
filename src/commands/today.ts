import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { extraOf, gatherPeriod } from '../flows/period.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import type { Day } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { readPeriod } from '../model/period.ts'
import { todayPage } from '../pages/today.ts'
import { todayFigures, yearBefore } from '../reports/today.ts'

export function todayCommand(command: Command, ctx: Context): void {
  addReportFlags(command).action((flags: ReportFlags) => runToday(ctx, flags))
}

async function runToday(ctx: Context, flags: ReportFlags): Promise<void> {
  const today = await ctx.today()
  const gathered = await gatherPeriod(ctx, 'today', readPeriod(today, 'day', today))
  const yearAgo = await readYearAgo(ctx, today)
  await showReport(ctx, flags, {
    stem: `today-${today}`,
    figures: (audience) => todayFigures({ ...gathered, yearAgo, audience }),
    page: (figures, audience) => todayPage(figures, extraOf(gathered, today, audience)),
  })
}

async function readYearAgo(ctx: Context, today: Day): Promise<Entry[]> {
  const day = yearBefore(today)
  return day === undefined ? [] : ctx.journal.read({ from: day, to: day })
}
