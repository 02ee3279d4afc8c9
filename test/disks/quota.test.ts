import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aFolder, afterword, CONTACT, environment, PROGRAM } from '../afterword.ts'
import { liveIn } from './acts.ts'
import { describeDisks, litterIn, mount, picture, unmount } from './mounted.ts'

const NOT_KEPT = /drafts\/|^state\/status$|^ballast$/
const long = [...CONTACT, '--set', `private.note=${'Rewired the barn. '.repeat(110)}`]

/** Returns a folder on a large disk that may hold little: a subvolume of btrfs with a quota of its own. */
function aFolderWithQuota(limit: string): string {
  const room = mkdtempSync(join(tmpdir(), 'afterword-quota-'))
  const [image, disk] = [join(room, 'image'), join(room, 'disk')]
  mkdirSync(disk)
  execFileSync('truncate', ['-s', '128M', image])
  execFileSync('mkfs.btrfs', ['-q', image], { stdio: 'pipe' })
  mount(disk, '-o', 'loop', image)
  onTestFinished(() => {
    unmount(disk)
    rmSync(room, { recursive: true, force: true })
  })
  const folder = join(disk, 'home')
  execFileSync('btrfs', ['quota', 'enable', disk], { stdio: 'pipe' })
  execFileSync('btrfs', ['subvolume', 'create', folder], { stdio: 'pipe' })
  execFileSync('btrfs', ['qgroup', 'limit', limit, folder], { stdio: 'pipe' })
  return folder
}

describeDisks()('less room than there seems to be', () => {
  it('a quota that is used up is a full disk: nothing changes, nothing typed is lost', () => {
    const home = aFolderWithQuota('512k')
    liveIn(home)
    spawnSync('dd', ['if=/dev/zero', `of=${join(home, 'ballast')}`, 'bs=4k', 'count=1000'])
    const before = picture(home, NOT_KEPT)
    let failed = 0
    for (let turn = 0; turn < 3; turn++) {
      const { status, stderr } = afterword(home, long)
      if (status === 0) continue
      failed++
      expect(stderr).toMatch(/^afterword: Disk full, nothing changed: \/.*/m)
      expect(stderr).toMatch(/kept in|^afterword log /m)
      expect(litterIn(home)).toEqual([])
    }
    expect(failed).toBeGreaterThan(0)
    if (failed === 3) expect(picture(home, NOT_KEPT)).toEqual(before)
    expect(afterword(home, ['list']).stdout).toContain('lantern-street')
  })

  it('a write that a limit cuts short leaves the month as it was', () => {
    const home = aFolder()
    liveIn(home)
    const before = picture(home, NOT_KEPT)
    const limited = ['--fsize=1000', process.execPath, PROGRAM, ...long]
    const { status, stderr } = spawnSync('prlimit', limited, {
      encoding: 'utf8',
      env: environment(home),
    })
    expect(stderr).toMatch(
      /^afterword: Cannot write .*2026-11\.json \(EFBIG\)\. Nothing changed\./m,
    )
    expect(status).toBe(1)
    expect(picture(home, NOT_KEPT)).toEqual(before)
    expect(litterIn(home)).toEqual([])
  })
})
