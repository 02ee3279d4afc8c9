import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { man } from '../../package.json'
import { WORDS } from '../../src/words.ts'
import { environment } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aWorld } from '../world.ts'

const path = join(import.meta.dirname, '../..', man)

/** Returns what a person reads, without line breaks, and what man had to say about it. */
function read(columns: number) {
  const env = environment('/nowhere', { LANG: 'C.UTF-8', MANWIDTH: `${columns}`, MANPAGER: 'cat' })
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-l', path], {
    env,
    encoding: 'utf8',
  })
  return { status, stderr, lines: stdout.split('\n'), told: stdout.replace(/\s+/g, ' ') }
}

describe('habit 19: the manual page that package.json names', () => {
  it('habit 19: is roff of section 1, in plain ASCII', () => {
    expect(man).toBe('dist/afterword.1')
    expect(readFileSync(path, 'utf8')).toMatch(/^\.TH AFTERWORD 1 [ -~\n]+$/)
  })
})

describeWith('man')('habit 19: man -l', () => {
  it('habit 19: shows it without a warning, in 80 columns', () => {
    const { status, stderr, lines } = read(80)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(lines[0]).toMatch(/^AFTERWORD\(1\)/)
    for (const title of ['NAME', 'SYNOPSIS', 'OPTIONS', 'WORDS', 'EXIT STATUS', 'ENVIRONMENT'])
      expect(lines).toContain(title)
  })

  it('habit 19: holds every word, option, line of help and example', async () => {
    const { told } = read(500)
    const world = await aWorld()
    let seen = 0
    for (const { word, says, examples } of WORDS) {
      expect(told).toContain(`afterword ${word} `)
      expect(told).toContain(says)
      for (const example of examples) expect(told).toContain(example)
      await world.run('help', word)
      const options = world.out().match(/(?<=^ +(?:-\w, )?)--[a-z-]+/gm) ?? []
      for (const option of options) if (option !== '--help') expect(told).toContain(option)
      seen += options.length
    }
    expect(seen).toBeGreaterThan(150)
  })
})
