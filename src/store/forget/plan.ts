import { join } from 'node:path'
import { Refusal } from '../../errors.ts'
import type { Timestamp } from '../../model/day.ts'
import type { Disk } from '../disk.ts'
import { erasedOn } from '../erased.ts'
import { ifThere } from '../files.ts'
import type { HistoryLine } from '../history-line.ts'
import { listMonths } from '../month-folder.ts'
import { naming } from '../trouble.ts'
import { type Sought, seek } from './mentions.ts'
import { type MonthPlan, planMonth } from './plan-month.ts'
import { planPapers } from './plan-papers.ts'
import type { Mention, Rewrite } from './rewrite.ts'
import { scrubHistory } from './scrub-history.ts'

/** What forgetting somebody would do. */
export interface ForgetPlan {
  readonly name: string
  /** How many entries of theirs the journal holds, and in which months. */
  readonly entries: number
  readonly months: readonly string[]
  /** How many states of their entries the history holds. */
  readonly images: number
  readonly mentions: readonly Mention[]
  readonly drafts: number
  /** The rewritten files, months apart: their new sums go into the history. */
  readonly rewrites: readonly Rewrite[]
  readonly monthPlans: readonly MonthPlan[]
  readonly histories: readonly Rewrite[]
  /** The newer history as it is to be, changed or not; empty where there was none. */
  readonly history: Rewrite
  readonly removals: readonly string[]
  readonly ids: readonly string[]
  /** Whether this name was forgotten before. */
  readonly isKnown: boolean
}

/** Returns what forgetting the name comes to, without changing anything; throws a Refusal where a file cannot be read whole. */
export async function planForget(disk: Disk, name: string): Promise<ForgetPlan> {
  const sought = seek(name)
  const { months, copies } = await listMonths(disk)
  await refuseCopies(disk, copies, sought)
  const all = await Promise.all(months.map((month) => planMonth(disk, month, sought)))
  const monthPlans = all.filter(({ isChanged }) => isChanged)
  const histories = await planHistories(disk, sought)
  const papers = await planPapers(disk, sought)
  return {
    name,
    entries: all.reduce((sum, { entries }) => sum + entries, 0),
    months: all.filter(({ entries }) => entries > 0).map(({ month }) => month),
    images: histories.images,
    mentions: [...all.flatMap(({ mentions }) => mentions), ...papers.mentions],
    drafts: papers.drafts,
    rewrites: papers.rewrites,
    monthPlans,
    histories: histories.rewrites.filter(({ bytes, seen }) => seen && !bytes.equals(seen)),
    history: histories.rewrites.find(({ path }) => path === disk.home.history) ?? {
      path: disk.home.history,
      bytes: Buffer.alloc(0),
      seen: null,
    },
    removals: papers.removals,
    ids: [...new Set([...all.flatMap(({ ids }) => ids), ...histories.ids])],
    isKnown: (await erasedOn(disk)).knows(name),
  }
}

/** Returns whether nobody of this name is or was a customer here. */
export function isNobody({ entries, images, drafts, isKnown }: ForgetPlan): boolean {
  return entries + images + drafts === 0 && !isKnown
}

async function refuseCopies({ files, home }: Disk, copies: readonly string[], sought: Sought) {
  for (const name of copies) {
    const path = join(home.journal, name)
    const bytes = await naming(path, 'read', () => files.read(path))
    if (sought.isIn(bytes.toString('utf8')))
      throw new Refusal(
        `journal/${name} holds that name and is no month. First run: afterword doctor --repair`,
      )
  }
}

async function planHistories({ files, home }: Disk, sought: Sought) {
  const rewrites: Rewrite[] = []
  const ids: string[] = []
  let images = 0
  for (const path of [home.olderHistory, home.history]) {
    const seen = await naming(path, 'read', () => ifThere(files.read(path)))
    if (seen === undefined) continue
    const scrubbed = scrubHistory(seen, sought)
    rewrites.push({ path, bytes: scrubbed.bytes, seen })
    ids.push(...scrubbed.ids)
    images += scrubbed.images
  }
  return { rewrites, ids, images }
}

/** Returns the lines that say in the history that months were changed by forgetting, and not a word on whom. */
export function linesOf(
  { monthPlans }: ForgetPlan,
  named: { readonly at: Timestamp; readonly change: string; readonly word: string },
): HistoryLine[] {
  return monthPlans.map(({ month, oldSum, newSum }, index) => {
    const { at, change, word } = named
    const part = { part: index + 1, of: monthPlans.length }
    return { at, change, word, ...part, month, oldSum, newSum, pairs: [] }
  })
}
