import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Reviews } from '../../model/review.ts'
import type { Disk } from '../disk.ts'
import { ifThere } from '../files.ts'
import { isCounts } from '../month-counts.ts'
import { openDocuments } from '../open-store.ts'
import { readStored } from '../stored-file.ts'
import { TEMP } from '../sweep.ts'
import { naming } from '../trouble.ts'
import { type Sought, seek, withoutMentions } from './mentions.ts'
import type { Mention, Rewrite } from './rewrite.ts'
import { scrubEntry } from './scrub-entry.ts'

/** What becomes of everything that is no month and no history. */
export interface Papers {
  readonly rewrites: readonly Rewrite[]
  readonly mentions: readonly Mention[]
  readonly removals: readonly string[]
  readonly drafts: number
}

/** Returns what becomes of reviews, settings, drafts, packs, originals of repairs, and what is only derived. */
export async function planPapers(disk: Disk, sought: Sought): Promise<Papers> {
  const { home } = disk
  const parts = await Promise.all([
    planReviews(disk, sought),
    planSettings(disk, sought),
    planReplies(disk, sought),
    planPacks(disk, sought),
  ])
  const drafts = await planDrafts(disk, sought)
  const originals = await mentioning(disk, home.aside, sought)
  const spare = [...(await unfinished(disk)), home.nudges, home.columns]
  // These are made anew by the next command that needs them.
  const counts = (await namesIn(disk, home.state)).filter((path) => isCounts(home, path))
  const derived = [home.statusLine, home.index, ...(await namesIn(disk, home.index)), ...counts]
  return {
    rewrites: [...parts.flatMap(({ rewrites }) => rewrites), ...drafts.rewrites],
    mentions: parts.flatMap(({ mentions }) => mentions),
    removals: [...drafts.removals, ...originals, ...(await among(disk, spare, sought)), ...derived],
    drafts: drafts.removals.length + drafts.rewrites.length,
  }
}

/** Returns the files that an afterword left half-written; inside the lock nobody is at it any more. */
async function unfinished(disk: Disk): Promise<string[]> {
  const { journal, state, data, configFolder, team } = disk.home
  const folders = [...new Set([journal, state, data, configFolder, team])]
  const names = await Promise.all(folders.map((folder) => namesIn(disk, folder)))
  return names.flat().filter((path) => TEMP.test(basename(path)))
}

/** Returns those of the files that are there and mention the name. */
export async function among(
  disk: Disk,
  paths: readonly string[],
  sought: Sought,
): Promise<string[]> {
  const mention = async (path: string) => {
    const bytes = await naming(path, 'read', () => ifThere(disk.files.read(path)))
    return bytes && isIn(bytes, sought) ? [path] : []
  }
  return (await Promise.all(paths.map(mention))).flat()
}

interface Part {
  readonly rewrites: readonly Rewrite[]
  readonly mentions: readonly Mention[]
}

const NONE: Part = { rewrites: [], mentions: [] }

async function planReviews(disk: Disk, sought: Sought): Promise<Part> {
  const stored = await readStored(disk, disk.home.reviews, { label: 'reviews.json' })
  if (stored === undefined) return NONE
  const { days, weeks, ...rest } = await openDocuments(disk).reviews.read()
  const mentions: Mention[] = []
  const scrub = <T extends Reviews['days'][number] | Reviews['weeks'][number]>(review: T): T => {
    const { entry, fields } = scrubEntry(review, sought)
    const when = 'date' in review ? review.date : review.week
    if (fields.length > 0) mentions.push({ where: `the review of ${when}`, fields })
    return entry
  }
  const scrubbed = { ...rest, days: days.map(scrub), weeks: weeks.map(scrub) }
  return mentions.length > 0 ? { rewrites: [rewriteOf(stored, scrubbed)], mentions } : NONE
}

/** A name on the list of names never to say need not be said any more. */
async function planSettings(disk: Disk, sought: Sought): Promise<Part> {
  const stored = await readStored(disk, disk.home.config, { label: 'config.json', mayLeave: true })
  if (stored === undefined) return NONE
  const settings = await openDocuments(disk).settings.read()
  const kept = settings.neverSay?.filter((name) => !sought.is(name))
  if (kept === undefined || kept.length === settings.neverSay?.length) return NONE
  const mentions = [{ where: 'the settings', fields: ['neverSay'] }]
  return { rewrites: [rewriteOf(stored, { ...settings, neverSay: kept })], mentions }
}

/** What came back from a coach may speak of a customer. */
async function planReplies(disk: Disk, sought: Sought): Promise<Part> {
  const stored = await readStored(disk, disk.home.handover, { label: 'handover.json' })
  const log = stored && parsed<{ replies?: unknown }>(stored.bytes)
  if (!stored || !Array.isArray(log?.replies)) return NONE
  const scrubbed = log.replies.map((reply: object) => scrubEntry({ ...reply }, sought))
  const fields = [...new Set(scrubbed.flatMap((each) => each.fields))]
  if (fields.length === 0) return NONE
  const replies = scrubbed.map(({ entry }) => entry)
  return {
    rewrites: [rewriteOf(stored, { ...log, replies })],
    mentions: [{ where: 'the replies of a coach', fields }],
  }
}

/** A pack is sealed by a sum of all it says, which is made anew; who wrote it stays. */
async function planPacks(disk: Disk, sought: Sought): Promise<Part> {
  const rewrites: Rewrite[] = []
  const mentions: Mention[] = []
  for (const path of await mentioning(disk, disk.home.team, sought)) {
    const seen = await disk.files.read(path)
    const pack = readPack(seen)
    if (pack === undefined) continue
    const scrubbed = pack.entries.map((entry) => scrubEntry(entry, sought))
    const { sha256: _, ...head } = pack.head
    const body = { ...head, entries: scrubbed.map(({ entry }) => entry) }
    const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    rewrites.push({ path, bytes: Buffer.from(`${JSON.stringify({ ...body, sha256 })}\n`), seen })
    const fields = [...new Set(scrubbed.flatMap((each) => each.fields))]
    mentions.push({ where: `a pack (${path.slice(disk.home.team.length + 1)})`, fields })
  }
  return { rewrites, mentions }
}

function readPack(bytes: Buffer) {
  try {
    const head: Record<string, unknown> = JSON.parse(bytes.toString('utf8'))
    const { entries } = head
    if (!Array.isArray(entries) || typeof head.sha256 !== 'string') return undefined
    return { head, entries: entries as Record<string, unknown>[] }
  } catch {
    return undefined
  }
}

async function planDrafts(disk: Disk, sought: Sought) {
  const rewrites: Rewrite[] = []
  const removals: string[] = []
  for (const path of await mentioning(disk, disk.home.drafts, sought)) {
    const seen = await disk.files.read(path)
    const draft = parsed<{ answers?: object }>(seen)
    const answers = draft?.answers
    const who = typeof answers === 'object' && answers !== null && 'who' in answers && answers.who
    if (!draft || !answers || (typeof who === 'string' && sought.is(who))) removals.push(path)
    else
      rewrites.push({
        path,
        bytes: Buffer.from(
          `${JSON.stringify({ ...draft, answers: scrubAnswers(answers, sought) })}\n`,
        ),
        seen,
      })
  }
  return { rewrites, removals }
}

function parsed<T>(bytes: Buffer): T | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) ?? undefined
  } catch {
    return undefined
  }
}

function scrubAnswers(answers: object, sought: Sought): object {
  const kept = Object.entries(answers).map(([key, answer]) => {
    if (Array.isArray(answer)) return [key, answer.filter((each) => !sought.isIn(String(each)))]
    return [key, typeof answer === 'string' ? withoutMentions(answer, sought) : answer]
  })
  return Object.fromEntries(kept)
}

/** Returns the files in a folder and below that mention the name. */
export async function mentioning(disk: Disk, folder: string, sought: Sought): Promise<string[]> {
  const found: string[] = []
  for (const path of await namesIn(disk, folder)) {
    const { kind } = await disk.files.lstat(path)
    if (kind === 'folder') found.push(...(await mentioning(disk, path, sought)))
    else if (kind === 'file' && isIn(await disk.files.read(path), sought)) found.push(path)
  }
  return found
}

/** A name with a quote or a control character in it looks different in JSON. */
function isIn(bytes: Buffer, sought: Sought): boolean {
  const text = bytes.toString('utf8')
  return sought.isIn(text) || seek(JSON.stringify(sought.name).slice(1, -1)).isIn(text)
}

async function namesIn({ files }: Disk, folder: string): Promise<string[]> {
  const names = await files.list(folder).catch(() => [])
  return names.sort().map((name) => join(folder, name))
}

function rewriteOf({ path, bytes }: { path: string; bytes: Buffer }, value: object): Rewrite {
  return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`), seen: bytes }
}
