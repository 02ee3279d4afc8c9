import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { readMoment, type Scheduled } from '../model/schedule.ts'
import { readWord } from '../model/words.ts'
import { formatSchedule, SCHEDULERS } from '../pages/schedule.ts'
import { realFiles } from '../store/real-files.ts'
import { readMarker } from '../store/sealed/marker.ts'

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
  const lock = await lockOf(ctx)
  const { text, says } = formatSchedule({
    scheduler: flags.for === undefined ? usual : readWord('--for', SCHEDULERS, flags.for),
    when: flags.at === undefined ? USUAL : readMoment(flags.at),
    period: flags.at === undefined ? 'last' : 'this',
    folder: resolve(folder, flags.out ?? ctx.home.reports),
    program,
    home: afterwordHome,
    flags: lock.flags,
  })
  await ctx.print(text)
  ctx.note(says)
  if (lock.says) ctx.note(lock.says)
}

interface Lock {
  readonly flags: readonly string[]
  readonly says?: string
}

/** Nobody sits at a machine that writes by itself, so what opens an encrypted journal must be there. */
async function lockOf(ctx: Context): Promise<Lock> {
  const marker = await readMarker(realFiles, ctx.home)
  if (marker === undefined) return { flags: [] }
  const { identityFile } = marker
  if (identityFile !== undefined)
    return { flags: [], says: `The journal is encrypted: ${identityFile} must be there then.` }
  const path = ctx.passphraseFile()
  if (path !== undefined) {
    const file = resolve(ctx.surroundings().folder, path)
    const says = `The journal is encrypted: its passphrase is read from ${file}, which must be there then.`
    return { flags: ['--passphrase-file', file], says }
  }
  const says =
    'The journal is encrypted with a passphrase, and nobody is asked then: give schedule --passphrase-file FILE, or encrypt with a key file: afterword decrypt, then afterword encrypt --identity FILE.'
  return { flags: [], says }
}
