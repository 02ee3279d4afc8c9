import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { type Fortnight, fortnight } from '../demo/fortnight.ts'
import { extraOf, gatherPeriod } from '../flows/period.ts'
import { printPage } from '../flows/report.ts'
import { type Day, dayOf } from '../model/day.ts'
import { type Period, periodOf, previousPeriod } from '../model/period.ts'
import { weekPage } from '../pages/week.ts'
import { argument } from '../pages/wording.ts'
import { weekFigures } from '../reports/week.ts'
import { claimFolder, withScratchFolder } from '../store/folder.ts'

interface DemoFlags {
  readonly keep?: string
}

const COLUMNS = 80
/** A week of so many entries is worth showing. */
const TELLING = 10
const SUGGESTED = 'try-it'

export function demoCommand(command: Command, ctx: Context): void {
  command
    .option('--keep <dir>', 'leave the journal there, for AFTERWORD_HOME=<dir>')
    .action((flags: DemoFlags) => runDemo(ctx, flags))
}

async function runDemo(ctx: Context, { keep }: DemoFlags): Promise<void> {
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
  await printPage(ctx, weekPage(figures, extraOf(gathered, today, audience)), COLUMNS)
}

function nextSteps(keep: string | undefined): string {
  const home = `AFTERWORD_HOME=${argument(keep ?? SUGGESTED)}`
  const first = keep === undefined ? [`  afterword demo --keep ${SUGGESTED}`] : []
  const others = ['today', 'followups', 'log'].map((word) => `  ${home} afterword ${word}`)
  return ['', 'Made up, every word of it. To try next:', ...[...first, ...others].slice(0, 3)].join(
    '\n',
  )
}
