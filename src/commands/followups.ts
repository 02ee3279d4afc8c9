import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import { shortestPrefixes } from '../model/ids.ts'
import { followUpsPage } from '../pages/follow-ups.ts'
import { handlesOf } from '../pages/handle.ts'
import { followUpRecords } from '../pages/records.ts'
import { followUps } from '../reports/follow-ups.ts'
import { countNeverShared } from '../reports/refs.ts'

export function followupsCommand(command: Command, ctx: Context): void {
  addReportFlags(command, 'one follow-up').action((flags: ReportFlags) => runFollowups(ctx, flags))
}

async function runFollowups(ctx: Context, flags: ReportFlags): Promise<void> {
  const [open, today] = await Promise.all([ctx.journal.open(), ctx.today()])
  const handles = handlesOf(open, shortestPrefixes(open.map(({ id }) => id)))
  await showReport(ctx, flags, {
    stem: `followups-${today}`,
    figures: (audience) => followUps(open, today, audience),
    page: (items, audience) => {
      const unnamed = countNeverShared(open, audience)
      return followUpsPage(items, { today, audience, handles, unnamed })
    },
    records: followUpRecords,
  })
}
