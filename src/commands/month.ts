import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { countTrail, extraOf, gatherPeriod } from '../flows/period.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import { readPeriod } from '../model/period.ts'
import { monthPage } from '../pages/month.ts'
import { returnDays } from '../reports/first-contact.ts'
import { monthFigures } from '../reports/month.ts'

export function monthCommand(command: Command, ctx: Context): void {
  addReportFlags(command.argument('[period]', 'this, last, 2026-10, or a day')).action(
    (period: string | undefined, flags: ReportFlags) => runMonth(ctx, period, flags),
  )
}

async function runMonth(
  ctx: Context,
  typed: string | undefined,
  flags: ReportFlags,
): Promise<void> {
  const today = await ctx.today()
  const period = readPeriod(typed, 'month', today)
  const gathered = await gatherPeriod(ctx, 'month', period)
  const later = await ctx.journal.read(returnDays(period.to))
  const trail = await countTrail(ctx, period)
  await showReport(ctx, flags, {
    stem: `month-${period.name}`,
    figures: (audience) => monthFigures({ ...gathered, later, trail, audience }),
    page: (figures, audience) => monthPage(figures, extraOf(gathered, today, audience)),
  })
}
