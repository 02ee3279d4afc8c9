import { join } from 'node:path'
import type { Context } from '../context.ts'
import { check } from '../model/fields.ts'
import { diskOf } from '../store/disk.ts'
import type { Document } from '../store/document.ts'
import { JsonDocument } from '../store/json-document.ts'
import { TextFolder } from '../store/text-folder.ts'
import { readAddress } from '../team/address.ts'
import { type CoachMemory, CoachMemorySchema, NO_MEMORY } from '../team/memory.ts'
import type { TeamStore } from '../team/store.ts'

/** Returns what this coach's machine remembers. */
export function coachMemory({
  home,
  files,
}: Pick<Context, 'home' | 'files'>): Document<CoachMemory> {
  return new JsonDocument<CoachMemory>(diskOf(home, files), {
    path: join(home.team, 'coach.json'),
    label: 'team/coach.json',
    absent: NO_MEMORY,
    version: 1,
    loadCheck: async () => (value) => check(CoachMemorySchema, value),
  })
}

/** Does the work with the team's packs: those in this machine's folder, or in the store at the address. */
export async function withTeam<T>(
  ctx: Context,
  address: string | undefined,
  work: (store: TeamStore) => Promise<T>,
): Promise<T> {
  const store = address === undefined ? await folderStore(ctx) : await postgresStore(address)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

async function folderStore(ctx: Context): Promise<TeamStore> {
  const { FolderStore } = await import('../team/folder-store.ts')
  return new FolderStore(
    new TextFolder(diskOf(ctx.home, ctx.files), ctx.home.team),
    coachMemory(ctx),
  )
}

async function postgresStore(address: string): Promise<TeamStore> {
  const { team } = readAddress(address)
  const [{ openEngine }, { PostgresStore }] = await Promise.all([
    import('../team/postgres-engine.ts'),
    import('../team/postgres-store.ts'),
  ])
  return new PostgresStore(await openEngine(address), team)
}
