import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { describeWhere } from '../programs.ts'

/** Returns `describe` in .ci/run, where root may mount file systems; elsewhere as `describeWhere`. */
export function describeDisks(): ReturnType<typeof describeWhere> {
  const isAsked = process.env.AFTERWORD_TEST_LONG === '1'
  return describeWhere(
    isAsked && mayMount(),
    'root, who may mount file systems, and AFTERWORD_TEST_LONG=1: .ci/run has both',
  )
}

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'afterword-mount-'))
  try {
    mount(folder, '-t', 'tmpfs', 'tmpfs')
    unmount(folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Mounts something on the folder; throws with what `mount` said. */
export function mount(folder: string, ...args: string[]): void {
  execFileSync('mount', [...args, folder], { stdio: 'pipe' })
}

/** Takes the mount away, even where something in it is still open. */
export function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
}

/** Returns the folder of a new disk in memory that goes when the test ends. */
export function aSmallDisk(size = '256k'): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-disk-'))
  mount(folder, '-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs')
  onTestFinished(() => {
    unmount(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Returns every file under a folder and its bytes as text, but for those whose path matches. */
export function picture(folder: string, but: RegExp): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const files = paths.filter((path) => !but.test(path) && statSync(join(folder, path)).isFile())
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'base64')]))
}

/** Returns the names of what a write must not leave behind. */
export function litterIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => /\.tmp$|(^|\/)lock/.test(path))
}
