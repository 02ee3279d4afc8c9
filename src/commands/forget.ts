import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { printPage } from '../flows/report.ts'
import { ANON } from '../model/follow-up.ts'
import { forgetPage, forgetQuestion } from '../pages/forget.ts'
import { fold, namesToSay } from '../queries/filter.ts'
import { type Disk, diskOf } from '../store/disk.ts'
import { forget } from '../store/forget/forget.ts'
import { type ForgetPlan, isNobody, planForget } from '../store/forget/plan.ts'

interface ForgetFlags {
  readonly yes?: boolean
  readonly dryRun?: boolean
}

export function forgetCommand(command: Command, ctx: Context): void {
  command
    .argument('<name>', 'the customer, by the whole name')
    .option('-y, --yes', 'do not ask')
    .option('--dry-run', 'only show what would be erased')
    .action((name: string, flags: ForgetFlags) => runForget(ctx, name, flags))
}

async function runForget(ctx: Context, name: string, { yes, dryRun }: ForgetFlags): Promise<void> {
  if (fold(name) === ANON)
    throw misuse('anon is nobody in particular, so there is nobody to forget. Name a customer.')
  if (fold(name) === '') throw misuse('Name the customer to forget.')
  const disk = diskOf(ctx.home, ctx.files)
  const plan = await planForget(disk, name)
  if (isNobody(plan)) throw await nobody(ctx, name)
  if (dryRun) return show(ctx, plan, 'would')
  if (!yes) await confirm(ctx, plan)
  await show(ctx, await forgetNow(ctx, disk, name), 'did')
}

async function forgetNow(ctx: Context, disk: Disk, name: string) {
  return forget(disk, name, await ctx.now())
}

async function confirm(ctx: Context, plan: ForgetPlan): Promise<void> {
  const ask = await ctx.ask()
  if (!ask)
    throw misuse('forget asks before it erases. Without a terminal, give --yes or --dry-run.')
  if (!(await ask.confirm(forgetQuestion(plan)))) throw new Refusal('Nobody was forgotten.')
}

async function show(
  ctx: Context,
  plan: ForgetPlan & { readonly left?: readonly string[] },
  mood: 'would' | 'did',
): Promise<void> {
  const { terminal, columns } = ctx.look()
  await printPage(ctx, forgetPage(plan, mood), terminal ? columns : Number.POSITIVE_INFINITY)
}

/** Nobody is erased by the beginning of a name: those who begin so are only named. */
async function nobody(ctx: Context, name: string): Promise<Refusal> {
  const customers = namesToSay(await ctx.journal.read(), ctx.isWatched())
  const near = [...customers].filter((each) => fold(each).startsWith(fold(name))).slice(0, 10)
  const hint = near.length > 0 ? ` The whole name is needed: ${near.join(', ')}.` : ''
  return new Refusal(`Nobody is called ${JSON.stringify(name)} here.${hint}`)
}
