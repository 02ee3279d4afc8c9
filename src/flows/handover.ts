import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import type { FieldPath } from '../handover/classes.ts'
import type { Codes } from '../handover/codes.ts'
import type { Handover, Intention, Pack } from '../handover/pack.ts'
import { formatPack, packName } from '../handover/pack-file.ts'
import { readable } from '../handover/readable.ts'
import { weeksOf, wholeWeeks } from '../handover/weeks.ts'
import type { Period } from '../model/period.ts'
import type { Reviews } from '../model/review.ts'
import { DEFAULT_REP } from '../model/vocabulary.ts'
import { handoverLog } from './handover-log.ts'

export interface Chosen {
  readonly period: Period
  readonly include: readonly FieldPath[]
  readonly team?: string | undefined
  readonly codes?: Codes
}

/** Reads once everything a handover of the period is made of. The rep's secret is made the first time. */
export async function gatherHandover(
  ctx: Context,
  { period, include, team, codes = 'numbered' }: Chosen,
): Promise<Handover> {
  const { rep = DEFAULT_REP, neverSay = [] } = await ctx.settings.read()
  const weeks = wholeWeeks(period)
  return {
    rep,
    ...(team !== undefined && { team }),
    period,
    made: await ctx.now(),
    exportId: ctx.newId(),
    include,
    secret: await secretOf(ctx),
    neverSay,
    codes,
    entries: await ctx.journal.read(weeks),
    due: await ctx.journal.due(weeks),
    tryNext: intentions(await ctx.reviews.read(), period),
  }
}

function intentions({ weeks }: Reviews, period: Period): Intention[] {
  const names = new Set(weeksOf(period).map(({ name }) => name))
  return weeks.flatMap(({ week, tryNext }) =>
    tryNext !== undefined && names.has(week) ? [{ week, text: tryNext }] : [],
  )
}

async function secretOf(ctx: Context): Promise<string> {
  const log = handoverLog(ctx)
  const known = (await log.read()).secret
  if (known !== undefined) return known
  const made = randomBytes(32).toString('hex')
  const { secret = made } = await log.change((current) => ({
    ...current,
    secret: current.secret ?? made,
  }))
  return secret
}

/** Writes the pack and the same for people to read into a folder, made if missing, and returns both paths. */
export async function writePack(ctx: Context, pack: Pack, folder: string): Promise<string[]> {
  const { writeOutput } = await import('../store/output-file.ts')
  const out = folder.endsWith('/') ? folder : `${folder}/`
  const files = [
    { name: `${packName(pack)}.json`, text: formatPack(pack) },
    { name: `${packName(pack)}.md`, text: readable(pack) },
  ]
  const paths: string[] = []
  for (const { name, text } of files)
    paths.push(await writeOutput({ out, name, force: false, home: ctx.home }, text))
  return paths
}
