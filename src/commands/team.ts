import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { toJson } from '../flows/json.ts'
import { addReportFlags, type ReportFlags, showReport } from '../flows/report.ts'
import { addPacks } from '../flows/team-adding.ts'
import { teamPage } from '../flows/team-page.ts'
import { type ReplyFlags, replyTo } from '../flows/team-replying.ts'
import { coachMemory, withTeam } from '../flows/team-store.ts'
import { readable } from '../handover/readable.ts'
import type { Day } from '../model/day.ts'
import { type Period, previousPeriod, readPeriod, weekOf } from '../model/period.ts'
import { remember } from '../team/memory.ts'
import type { PackLine, TeamStore } from '../team/store.ts'

interface StoreFlag {
  readonly store?: string
}

const STORE = ['--store <address>', 'a team store, postgres://host/database?team=name'] as const
const gather = (value: string, before: readonly string[] = []) => [...before, value]

export function teamCommand(command: Command, ctx: Context): void {
  command
    .command('add <files...>')
    .description('Take packs in, from files or folders; - reads one from stdin')
    .option(...STORE)
    .action((files: string[], flags: StoreFlag) => addPacks(ctx, files, flags.store))
  addReportFlags(command.command('report [period]').description('What to fix, thank and copy'))
    .option(...STORE)
    .action((period: string | undefined, flags: ReportFlags & StoreFlag) =>
      runReport(ctx, period, flags),
    )
  command
    .command('show [pack]')
    .description('One handover, to read together with its rep; left out, the packs')
    .option(...STORE)
    .option('--json', 'the pack itself')
    .action((pack: string | undefined, flags: StoreFlag & { json?: boolean }) =>
      runShow(ctx, pack, flags),
    )
  command
    .command('reply <rep>')
    .description('Thanks and answers for one rep, as a file to give back')
    .option('--thank <words>', 'thanks, in your own words; may be given again', gather)
    .option('--answer <contact=words>', 'an answer to an ask, by the code beside it; again', gather)
    .option('-o, --out <dir>', 'the folder for the file; else where you are')
    .option(...STORE)
    .action((rep: string, flags: ReplyFlags) => replyTo(ctx, rep, flags))
  command
    .command('remove <pack>')
    .description('Take a pack out, so that a rep can withdraw')
    .option(...STORE)
    .option('--yes', 'without asking')
    .action((pack: string, flags: StoreFlag & { yes?: boolean }) => runRemove(ctx, pack, flags))
  command
    .command('init')
    .description('Make the tables and roles of a team store')
    .requiredOption(...STORE)
    .action((flags: StoreFlag) => runInit(ctx, flags.store ?? ''))
}

async function runReport(
  ctx: Context,
  typed: string | undefined,
  flags: ReportFlags & StoreFlag,
): Promise<void> {
  const { teamReport } = await import('../team/report.ts')
  const today = await ctx.today()
  const memory = coachMemory(ctx)
  const { period, report } = await withTeam(ctx, flags.store, async (store) => {
    const period = await periodOf(store, typed, today)
    return { period, report: await teamReport(store, await memory.read(), { period, today }) }
  })
  const { figures, shown } = report
  // Remembered before it is shown: a report that was seen and forgotten could be compared with the next.
  if (shown) await memory.change((current) => remember(current, shown))
  await showReport(ctx, flags, {
    stem: `team-${period.name}`,
    figures: () => figures,
    page: () => teamPage(figures, today),
  })
}

async function periodOf(store: TeamStore, typed: string | undefined, today: Day): Promise<Period> {
  if (typed !== undefined)
    return readPeriod(typed, /^\d{4}-\d{2}$/.test(typed) ? 'month' : 'week', today)
  const newest = await store.newestWeek()
  return newest === undefined ? previousPeriod(weekOf(today)) : readPeriod(newest, 'week', today)
}

async function runShow(
  ctx: Context,
  typed: string | undefined,
  { store, json }: StoreFlag & { json?: boolean },
): Promise<void> {
  await withTeam(ctx, store, async (team) => {
    if (typed === undefined) return showList(ctx, await team.list(), json)
    const pack = (await team.read(typed)) ?? (await newestOf(team, typed))
    if (!pack) throw nothingLike(typed)
    await ctx.print(json ? toJson(pack) : readable(pack), 'pager')
  })
}

async function newestOf(store: TeamStore, rep: string) {
  const line = (await store.list()).filter((each) => each.rep === rep).at(-1)
  return line && store.read(line.exportId)
}

async function showList(ctx: Context, packs: readonly PackLine[], json = false): Promise<void> {
  if (json) return ctx.print(toJson(packs), 'pager')
  if (packs.length === 0) return ctx.note('No packs yet: afterword team add FILES-or-FOLDER')
  const lines = packs.map(({ exportId, rep, period, entries }) =>
    [exportId, rep, period, `${entries} entries`].join('  '),
  )
  const { safe } = await import('../model/safe.ts')
  await ctx.print(`${safe(lines.join('\n'))}\n`)
}

function nothingLike(typed: string): Refusal {
  return new Refusal(
    `No pack and no rep is called ${JSON.stringify(typed)}. See: afterword team show`,
  )
}

async function runRemove(
  ctx: Context,
  typed: string,
  { store, yes }: StoreFlag & { yes?: boolean },
): Promise<void> {
  await withTeam(ctx, store, async (team) => {
    const pack = await team.read(typed)
    if (!pack) throw nothingLike(typed)
    const name = `the handover of ${pack.rep}, ${pack.period.name}`
    if (!(yes || (await agreed(ctx, name)))) return
    await team.withdraw(pack.exportId)
    ctx.remark(`Taken out: ${name}. It can be added again from its file.`)
  })
}

async function agreed(ctx: Context, name: string): Promise<boolean> {
  const ask = await ctx.ask()
  if (!ask) throw misuse(`Taking out ${name} needs --yes.`)
  return ask.confirm(`Take out ${name}?`)
}

async function runInit(ctx: Context, address: string): Promise<void> {
  const { openEngine } = await import('../team/postgres-engine.ts')
  const { COACH_ROLE, initTeam, REP_ROLE } = await import('../team/postgres-tables.ts')
  const engine = await openEngine(address)
  try {
    await initTeam(engine, ctx.newId())
    ctx.remark(
      `Ready: ${engine.name}. Give each rep a user of their own: CREATE ROLE name LOGIN PASSWORD '...' IN ROLE ${REP_ROLE}; the coach one IN ROLE ${COACH_ROLE}.`,
    )
  } finally {
    await engine.close()
  }
}
