import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { readReplies } from '../flows/handover-log.ts'
import { countWeekTrail, extraOf, gatherPeriod } from '../flows/period.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import { readPeriod } from '../model/period.ts'
import { weekPage } from '../pages/week.ts'
import { weekFigures } from '../reports/week.ts'

export function weekCommand(command: Command, ctx: Context): void {
  addReportFlags(command.argument('[period]', 'this, last, 2026-W46, or a day')).action(
    (period: string | undefined, flags: ReportFlags) => runWeek(ctx, period, flags),
  )
}

async function runWeek(ctx: Context, typed: string | undefined, flags: ReportFlags): Promise<void> {
  const today = await ctx.today()
  const gathered = await gatherPeriod(ctx, 'week', readPeriod(typed, 'week', today))
  const trail = await countWeekTrail(ctx, gathered)
  const replies = await readReplies(ctx, gathered.period)
  await showReport(ctx, flags, {
    stem: `week-${gathered.period.name}`,
    figures: (audience) => weekFigures({ ...gathered, ...(trail && { trail }), audience }),
    page: (figures, audience) => weekPage(figures, extraOf(gathered, today, audience, replies)),
  })
}
