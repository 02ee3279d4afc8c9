import { join } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { type Fortnight, fortnight } from '../demo/fortnight.ts'
import { reps } from '../demo/reps.ts'
import { misuse } from '../errors.ts'
import { gatherHandover, writePack } from '../flows/handover.ts'
import { extraOf, gatherPeriod } from '../flows/period.ts'
import { showPage } from '../flows/report.ts'
import { makePack } from '../handover/pack.ts'
import { type Day, dayOf } from '../model/day.ts'
import { type Period, periodOf, previousPeriod } from '../model/period.ts'
import { weekPage } from '../pages/week.ts'
import { argument } from '../pages/wording.ts'
import { weekFigures } from '../reports/week.ts'
import { claimFolder, withScratchFolder } from '../store/folder.ts'

interface DemoFlags {
  readonly keep?: string
  readonly reps?: string
}

const COLUMNS = 80
/** A week of so many entries is worth showing. */
const TELLING = 10
const SUGGESTED = 'try-it'

export function demoCommand(command: Command, ctx: Context): void {
  command
    .option('--keep <dir>', 'leave the journal there, for AFTERWORD_HOME=<dir>')
    .option('--reps <n>', 'a made-up team instead: so many reps under DIR/REP/, each with its pack')
    .action((flags: DemoFlags) => runDemo(ctx, flags))
}

async function runDemo(ctx: Context, { keep, reps: team }: DemoFlags): Promise<void> {
  if (team !== undefined) return showTeam(ctx, countOf(team), keep)
  if (keep === undefined) await withScratchFolder((folder) => showDemo(ctx, folder))
  else await showDemo(ctx, await claimFolder(keep))
  ctx.note(nextSteps(keep))
}

async function showDemo(ctx: Context, folder: string): Promise<void> {
  const made = fortnight(await ctx.now())
  const there = { ...ctx, ...ctx.storeAt(folder) }
  await fill(there, made)
  await showWeek(there, tellingWeek(made, await ctx.today()))
}

function countOf(typed: string): number {
  if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed)
  throw misuse(`--reps ${JSON.stringify(typed)} is not a whole number from 1 to 9999.`)
}

async function showTeam(ctx: Context, count: number, keep: string | undefined): Promise<void> {
  if (keep === undefined) throw misuse('--reps needs --keep DIR: the folder where the team stays.')
  const folder = await claimFolder(keep)
  for (const made of reps(await ctx.now(), count)) await makeRep(ctx, join(folder, made.rep), made)
  const add = `afterword team add ${argument(keep)}`
  ctx.note(
    `${count} made-up reps, each with a pack. As their coach:\n  ${add}\n  afterword team report`,
  )
}

/** Makes one rep's home in a folder of its own, with the pack of their newest finished week beside it. */
async function makeRep(ctx: Context, folder: string, made: Fortnight): Promise<void> {
  const there = { ...ctx, ...ctx.storeAt(folder) }
  await fill(there, made)
  const period = previousPeriod(periodOf(await ctx.today(), 'week'))
  const pack = makePack(await gatherHandover(there, { period, include: [] }))
  // The pack lies beside the rep's files, where only a demo may put it.
  await writePack(ctx, pack, folder)
}

async function fill(ctx: Context, { entries, reviews, settings }: Fortnight): Promise<void> {
  await ctx.journal.change(
    'demo',
    entries.map((add) => ({ add })),
  )
  await ctx.reviews.change(() => reviews)
  await ctx.settings.change(() => settings)
}

/** Returns the newest week with enough entries to show every figure. */
function tellingWeek({ entries }: Fortnight, today: Day): Period {
  const running = periodOf(today, 'week')
  const count = entries.filter(({ at }) => dayOf(at) >= running.from).length
  return count >= TELLING ? running : previousPeriod(running)
}

async function showWeek(ctx: Context, period: Period): Promise<void> {
  const today = await ctx.today()
  const gathered = await gatherPeriod(ctx, 'week', period)
  const audience = ctx.look().terminal ? 'terminal' : 'elsewhere'
  const figures = weekFigures({ ...gathered, audience })
  await showPage(ctx, weekPage(figures, extraOf(gathered, today, audience)), COLUMNS)
}

function nextSteps(keep: string | undefined): string {
  const home = `AFTERWORD_HOME=${argument(keep ?? SUGGESTED)}`
  const first = keep === undefined ? [`  afterword demo --keep ${SUGGESTED}`] : []
  const others = ['today', 'followups', 'log'].map((word) => `  ${home} afterword ${word}`)
  return ['', 'Made up, every word of it. To try next:', ...[...first, ...others].slice(0, 3)].join(
    '\n',
  )
}
