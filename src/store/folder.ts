import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Refusal } from '../errors.ts'
import { naming } from './trouble.ts'

/** Does the work in a new folder that is gone afterwards. */
export async function withScratchFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await naming(tmpdir(), 'write', () => mkdtemp(join(tmpdir(), 'afterword-')))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Returns the absolute path of a folder that is empty, made if missing. Throws a Refusal where something is in it. */
export async function claimFolder(path: string): Promise<string> {
  const folder = resolve(path)
  await naming(folder, 'write', () => mkdir(folder, { recursive: true, mode: 0o700 }))
  const held = await naming(folder, 'read', () => readdir(folder))
  if (held.length === 0) return folder
  throw new Refusal(`${path} is not empty. Name a new folder, or an empty one.`)
}
