import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'

describe('demo', () => {
  it('prints a week with names, promises and figures, and leaves the own journal alone', () => {
    const home = aFolder()
    const { status, stdout, stderr } = afterword(home, ['demo'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Week 46, 9-15 Nov/)
    expect(stdout).toMatch(/left well \d+ % \(\d+ of \d+; likely/)
    expect(stdout).toContain('promised, due Fri')
    expect(stderr.match(/^ {2}.*afterword /gm)).toHaveLength(3)
    expect(readdirSync(home)).toEqual([])
  })

  it('prints the same bytes for the same clock', () => {
    const once = () => afterword(aFolder(), ['demo']).stdout
    expect(once()).toBe(once())
  })

  it('leaves a journal to play with, in a folder that is made', () => {
    const folder = join(aFolder(), 'deep/try-it')
    expect(afterword(aFolder(), ['demo', '--keep', folder]).status).toBe(0)
    const entries = JSON.parse(afterword(folder, ['list', '--json']).stdout)
    expect(entries.length).toBeGreaterThan(25)
    expect(afterword(folder, ['week', 'last']).stdout).toContain('Week 46')
  })

  it('refuses a folder with something in it, and leaves that alone', () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    const { status, stderr } = afterword(aFolder(), ['demo', '--keep', folder])
    expect(status).toBe(1)
    expect(stderr).toContain('is not empty')
    expect(readdirSync(folder)).toEqual(['mine.txt'])
  })

  it('makes a team, each rep with a pack, that a coach can add', () => {
    const folder = join(aFolder(), 'team')
    mkdirSync(folder)
    const coach = aFolder()
    expect(afterword(coach, ['demo', '--reps', '5', '--keep', folder]).status).toBe(0)
    expect(readdirSync(folder)).toHaveLength(5)
    expect(existsSync(join(folder, 'rep-ash/handover-rep-ash-2026-W46.json'))).toBe(true)
    expect(afterword(coach, ['team', 'add', folder]).stderr).toContain(
      '5 packs for week 46 (9-15 Nov)',
    )
    const report = JSON.parse(afterword(coach, ['team', 'report', '--json']).stdout)
    expect(report).toMatchObject({ report: 'team', reps: 5 })
    expect(report.withheld).toBeUndefined()
  })

  it.each([
    [['--reps', 'many', '--keep', 'x'], /many/],
    [['--reps', '3'], /--keep/],
  ])('%j is refused', (args, says) => {
    const { status, stderr } = afterword(aFolder(), ['demo', ...args])
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
  })
})
