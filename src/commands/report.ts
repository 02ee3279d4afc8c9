import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { addFilterFlags } from '../flows/filter-flags.ts'
import { NAMED_REPORTS, type NamedReportFlags } from '../flows/named-reports.ts'
import { addReportFlags } from '../flows/report.ts'

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
  await show(ctx, flags)
}
