import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { toJson } from '../flows/json.ts'
import { showPage } from '../flows/report.ts'
import { doctorPage } from '../pages/doctor.ts'
import { diskOf } from '../store/disk.ts'
import { type Inspection, inspect } from '../store/doctor/inspect.ts'
import { repair } from '../store/doctor/repair.ts'

interface DoctorFlags {
  readonly repair?: boolean
  readonly yes?: boolean
  readonly json?: boolean
}

export function doctorCommand(command: Command, ctx: Context): void {
  command
    .option('--repair', 'mend what can be mended; originals are kept aside')
    .option('-y, --yes', 'put back what the history has and the journal lacks, without asking')
    .option('--json', 'print what was found as JSON')
    .action((flags: DoctorFlags) => runDoctor(ctx, flags))
}

async function runDoctor(ctx: Context, flags: DoctorFlags): Promise<void> {
  const disk = diskOf(ctx.home, ctx.files)
  const found = await inspect(disk)
  if (!flags.repair) return tell(ctx, flags, { found, done: [] })
  const done = await repair(disk, found, await agrees(ctx, flags, found))
  await tell(ctx, flags, { found: await inspect(disk), done })
}

async function agrees(ctx: Context, { yes }: DoctorFlags, found: Inspection): Promise<boolean> {
  const count = found.toPutBack.length
  if (yes || count === 0) return yes === true
  const ask = await ctx.ask()
  if (!ask) {
    ctx.note('To put back what the history has and the journal lacks, give --yes.')
    return false
  }
  for (const { kind, file, says } of found.findings)
    if (kind === 'lacking' || kind === 'older') ask.say(`${file} ${says}`)
  return ask.confirm(count === 1 ? 'Put it back?' : `Put these ${count} back?`)
}

interface Told {
  readonly found: Inspection
  readonly done: readonly string[]
}

async function tell(ctx: Context, { json }: DoctorFlags, { found, done }: Told): Promise<void> {
  const { folders, findings, remarks } = found
  const healthy = findings.length === 0
  if (!healthy) ctx.outcome.exitCode = 1
  if (json) return ctx.print(toJson({ healthy, folders, findings, remarks, done }))
  const { terminal, columns } = ctx.look()
  const width = terminal ? columns : Number.POSITIVE_INFINITY
  await showPage(ctx, doctorPage({ folders, findings, remarks, done }), width)
}
