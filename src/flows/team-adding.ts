import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Pack } from '../handover/pack.ts'
import { readPack, refuseLarge } from '../handover/read-pack.ts'
import type { Day } from '../model/day.ts'
import { readPeriod } from '../model/period.ts'
import { periodWords } from '../pages/dates.ts'
import { counted } from '../pages/wording.ts'
import { type InputFile, inputFiles } from '../store/input-files.ts'
import type { Added, TeamStore } from '../team/store.ts'
import { withTeam } from './team-store.ts'

/** Takes in every pack that is sound and says of each other one why not; throws a Refusal where any was refused. */
export async function addPacks(
  ctx: Context,
  paths: readonly string[],
  address?: string,
): Promise<void> {
  const files = await packFiles(ctx, paths)
  if (files.length === 0) throw new Refusal(`No handover-*.json in ${paths.join(', ')}.`)
  const { added, refused } = await withTeam(ctx, address, (store) => addAll(store, files))
  for (const text of summaries(added, await ctx.today())) ctx.remark(text)
  for (const why of refused.slice(0, -1)) ctx.note(why)
  const last = refused.at(-1)
  if (last !== undefined) throw new Refusal(last)
}

async function packFiles(ctx: Context, paths: readonly string[]): Promise<InputFile[]> {
  const named = paths.filter((path) => path !== '-')
  const files = await inputFiles(named, (name) => /^handover-.*\.json$/.test(name))
  return named.length < paths.length ? [...files, await packFromInput(ctx)] : files
}

async function packFromInput(ctx: Context): Promise<InputFile> {
  const text = await ctx.readInput('a pack')
  return { path: 'stdin', bytes: Buffer.byteLength(text), text: async () => text }
}

async function addAll(store: TeamStore, files: readonly InputFile[]) {
  const added: Added[] = []
  const refused: string[] = []
  for (const file of files) {
    try {
      added.push(...(await store.add([await packIn(file)])))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push(error.message)
    }
  }
  return { added, refused }
}

async function packIn({ path, bytes, text }: InputFile): Promise<Pack> {
  refuseLarge(bytes, path)
  return readPack(await text(), path)
}

const SAID: Readonly<Record<Added['outcome'], string>> = {
  added: '',
  replaced: ', in place of an older one',
  known: ', here already',
  older: ', left out: a newer one is here',
}

/** Returns one line a period and outcome: `5 packs for week 46 (9-15 Nov)`. */
function summaries(added: readonly Added[], today: Day): string[] {
  const counts = new Map<string, number>()
  for (const { pack, outcome } of added) {
    const key = `for ${periodWords(packPeriod(pack, today), today)}${SAID[outcome]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Array.from(counts, ([key, count]) => `${counted(count, 'pack')} ${key}`)
}

function packPeriod({ period }: Added['pack'], today: Day) {
  const unit = period.includes('W') ? 'week' : 'month'
  return { ...readPeriod(period, unit, today), soFar: false }
}
