import { randomBytes } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import type { Timestamp } from '../../model/day.ts'
import { FORGET } from '../changing.ts'
import { type Disk, ensureFolder } from '../disk.ts'
import { erasedOn, freshErased } from '../erased.ts'
import { ifThere } from '../files.ts'
import { renderDone, renderLines } from '../history-line.ts'
import { readStored } from '../stored-file.ts'
import { underLock, type Work } from '../transaction.ts'
import { naming, Unconfirmed } from '../trouble.ts'
import { seek } from './mentions.ts'
import { type ForgetPlan, linesOf, planForget } from './plan.ts'
import { among, mentioning } from './plan-papers.ts'
import type { Rewrite } from './rewrite.ts'

/** What was forgotten, and which files of ours still say the name. */
export interface Forgotten extends ForgetPlan {
  readonly left: readonly string[]
}

/**
 * Erases a customer from everything on this machine, all in one step; `at` is when, by the clock a user sees. Throws
 * a Refusal when nothing changed or when it was cut short and has to be done again.
 */
export async function forget(disk: Disk, name: string, at: Timestamp): Promise<Forgotten> {
  let [plan, isRewritten]: [ForgetPlan | undefined, boolean] = [undefined, false]
  try {
    await underLock(disk, async (work) => {
      plan = await planForget(disk, name)
      await naming(disk.home.state, 'write', () => ensureFolder(disk, disk.home.state))
      const list = await listRewrite(disk, plan, at)
      isRewritten = await rewrite(work, [list, ...filesOf(disk, plan)])
      if (isRewritten) await remove(disk, plan)
      return isRewritten
    })
    await freshErased(disk)
    if (plan === undefined) throw new Error('nothing was planned')
    return { ...(plan as ForgetPlan), left: await stillThere(disk, name) }
  } catch (error) {
    throw isRewritten || error instanceof Unconfirmed ? cutShort(name) : error
  }
}

/** Who was forgotten comes first: from then on nothing of them is shown, whatever happens to the rest. */
async function listRewrite(disk: Disk, { name, ids }: ForgetPlan, at: Timestamp): Promise<Rewrite> {
  const list = (await erasedOn(disk)).with(name, at, ids)
  const stored = await readStored(disk, disk.home.erased, { label: 'state/erased.json' })
  const bytes = Buffer.from(`${JSON.stringify(list)}\n`)
  return { path: disk.home.erased, bytes, seen: stored?.bytes ?? null }
}

function filesOf(disk: Disk, plan: ForgetPlan): Rewrite[] {
  const { monthPlans, rewrites, histories } = plan
  if (monthPlans.length === 0) return [...rewrites, ...histories]
  const at = new Date(disk.machine.now()).toISOString()
  const change = randomBytes(8).toString('hex')
  const told = renderLines(linesOf(plan, { at, change, word: FORGET })) + renderDone(change)
  const older = histories.filter(({ path }) => path !== disk.home.history)
  const text = plan.history.bytes.toString('utf8')
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const bytes = Buffer.from(start + told)
  return [...monthPlans, ...rewrites, ...older, { ...plan.history, bytes }]
}

async function rewrite({ months: { write }, lock }: Work, files: readonly Rewrite[]) {
  try {
    for (const { path, bytes, seen } of files) await write.stage(path, bytes, seen)
    if (!(await write.mayCommit(lock))) return false
    await write.commit()
    return true
  } finally {
    await write.discard()
  }
}

async function remove({ files }: Disk, { removals }: ForgetPlan): Promise<void> {
  for (const path of removals) {
    const stat = await ifThere(files.lstat(path))
    if (stat?.kind === 'file') await ifThere(files.remove(path))
  }
}

/** Returns our own files that still say the name: as part of another name, or where only a person can judge. */
async function stillThere(disk: Disk, name: string): Promise<string[]> {
  const { journal, state, team, config, reviews, handover, reports } = disk.home
  const sought = seek(name)
  const inFolders = await Promise.all(
    [journal, state, team, reports].map((folder) => mentioning(disk, folder, sought)),
  )
  return [...inFolders.flat(), ...(await among(disk, [config, reviews, handover], sought))]
}

function cutShort(name: string): Refusal {
  const again = `afterword forget ${JSON.stringify(name)}`
  return new Refusal(
    `Forgetting was cut short: nothing of ${name} is shown any more, but some files may still hold the name. Check the disk, then run again: ${again}`,
  )
}
