import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { customerEntries } from '../flows/customer.ts'
import { openHandles } from '../flows/handles.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import { dayOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { customerPage } from '../pages/customer.ts'
import { customerFigures } from '../reports/customer.ts'
import { type Audience, quotable } from '../reports/refs.ts'

export function customerCommand(command: Command, ctx: Context): void {
  addReportFlags(command.argument('<name>', 'a name, or the beginning of one')).action(
    (name: string, flags: ReportFlags) => runCustomer(ctx, name, flags),
  )
}

async function runCustomer(ctx: Context, name: string, flags: ReportFlags): Promise<void> {
  const { customer, entries } = await customerEntries(ctx, name)
  const now = await ctx.now()
  const handles = await openHandles(ctx)
  await showReport(ctx, flags, {
    stem: 'customer',
    figures: (audience) => {
      refuseUntold(entries, audience)
      return customerFigures({ customer, entries, now, audience })
    },
    page: (figures, audience) => customerPage(figures, { today: dayOf(now), audience, handles }),
  })
}

/** Where nothing of somebody may be told, neither may their name (rule R18). */
function refuseUntold(entries: readonly Entry[], audience: Audience): void {
  if (quotable(entries, audience).length > 0) return
  throw new Refusal(
    'Every entry with this customer is marked share: never. They are shown on a terminal only, as text.',
  )
}
