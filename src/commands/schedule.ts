import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { readMoment, type Scheduled } from '../model/schedule.ts'
import { readWord } from '../model/words.ts'
import { formatSchedule, SCHEDULERS } from '../pages/schedule.ts'

interface ScheduleFlags {
  readonly for?: string
  readonly at?: string
  readonly out?: string
}

/** A finished week may be compared with the one before it; Monday morning is the first time it is finished. */
const USUAL: Scheduled = { weekday: 1, time: '07:30' }

export function scheduleCommand(command: Command, ctx: Context): void {
  command
    .option('--for <scheduler>', `${SCHEDULERS.join(', ')}; what this machine has unless told`)
    .option('--at <when>', 'such as "fri 16:00", for the running week; Monday 07:30 unless told')
    .option('-o, --out <folder>', 'where the reports will be')
    .action((flags: ScheduleFlags) => runSchedule(ctx, flags))
}

async function runSchedule(ctx: Context, flags: ScheduleFlags): Promise<void> {
  const { platform, program, afterwordHome, folder } = ctx.surroundings()
  const usual = platform === 'darwin' ? 'launchd' : 'systemd'
  const { text, says } = formatSchedule({
    scheduler: flags.for === undefined ? usual : readWord('--for', SCHEDULERS, flags.for),
    when: flags.at === undefined ? USUAL : readMoment(flags.at),
    period: flags.at === undefined ? 'last' : 'this',
    folder: resolve(folder, flags.out ?? join(ctx.home.data, 'reports')),
    program,
    home: afterwordHome,
  })
  await ctx.print(text)
  ctx.note(says)
}
