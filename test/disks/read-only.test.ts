import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { anEntry } from '../helpers.ts'
import { liveIn, READS, WRITES } from './acts.ts'
import { aSmallDisk, describeDisks, mount, picture } from './mounted.ts'

/** Returns a lived-in journal on a disk that was mounted again read-only. */
function aReadOnlyHome(): string {
  const disk = aSmallDisk()
  liveIn(disk)
  mount(disk, '-o', 'remount,ro')
  return disk
}

describeDisks()('a read-only mount', () => {
  it('every change ends with 1 and names the path; every command that looks still does', () => {
    const disk = aReadOnlyHome()
    const before = picture(disk, /^$/)
    for (const [what, args] of WRITES) {
      const { status, stderr } = afterword(disk, args)
      expect(stderr, what).toMatch(
        /^afterword: \/.* is on a read-only disk \(EROFS\)\. Nothing changed\./m,
      )
      expect(stderr, what).toContain(disk)
      expect(status, what).toBe(1)
    }
    for (const args of READS) {
      const { status, stdout, stderr } = afterword(disk, args)
      expect([args, status]).toEqual([args, 0])
      expect(stdout, args.join(' ')).not.toBe('')
      expect(stderr, args.join(' ')).not.toContain('EROFS')
    }
    expect(picture(disk, /^$/)).toEqual(before)
  })

  it('what was typed for it is printed as a line to say again', () => {
    const { stderr } = afterword(aReadOnlyHome(), WRITES[0]?.[1] ?? [])
    expect(stderr).toMatch(/^afterword log --who lantern-street .* -- 'Wet splitter/m)
  })

  it('an export onto it names the file', () => {
    const [disk, home] = [aReadOnlyHome(), aFolder()]
    liveIn(home)
    const out = join(disk, 'contacts.csv')
    const { status, stderr } = afterword(home, ['export', '--out', out])
    expect(stderr).toContain(`${out} is on a read-only disk (EROFS)`)
    expect(status).toBe(1)
  })

  it('an import into it, whole or not at all, names the path', () => {
    const disk = aReadOnlyHome()
    const rows = `${JSON.stringify(anEntry())}\n`
    const { status, stderr } = afterword(disk, ['import', '-'], { input: rows })
    expect(stderr).toMatch(/^afterword: \/.* is on a read-only disk \(EROFS\)/m)
    expect(status).toBe(1)
    expect(afterword(disk, ['doctor']).status).toBe(0)
  })
})
