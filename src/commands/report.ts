import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { gatherChosen } from '../flows/chosen.ts'
import { addFilterFlags, type FilterFlags } from '../flows/filter-flags.ts'
import { NAMED_REPORTS } from '../flows/named-reports.ts'
import { addReportFlags, type ReportFlags } from '../flows/report.ts'

interface NamedReportFlags extends ReportFlags, FilterFlags {}

export function reportCommand(command: Command, ctx: Context): void {
  addReportFlags(addFilterFlags(command.argument('<name>', NAMES.join(', ')))).action(
    (name: string, flags: NamedReportFlags) => runReport(ctx, name, flags),
  )
}

const NAMES = [...NAMED_REPORTS.keys()]

async function runReport(ctx: Context, name: string, flags: NamedReportFlags): Promise<void> {
  const show = NAMED_REPORTS.get(name)
  if (!show)
    throw misuse(`${JSON.stringify(name)} is not a report. There are: ${NAMES.join(', ')}.`)
  await show(ctx, await gatherChosen(ctx, flags), flags)
}
