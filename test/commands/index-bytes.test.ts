import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder } from '../afterword.ts'

const COMPARE = join(import.meta.dirname, '../../bench/index.mjs')
const SIZES = process.env.AFTERWORD_TEST_LONG ? [1000, 10_000] : [1000]

it.each(SIZES)(
  'every answer of a journal of %d entries is the same bytes with the index and without it',
  (size) => {
    const cache = aFolder()
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [COMPARE, '--sizes', String(size)],
      { encoding: 'utf8', env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache } },
    )
    expect(stderr).not.toContain('Error')
    expect(stdout).toMatch(
      new RegExp(`^${size} entries: \\d{2} questions, \\d+ bytes, 0 differ\n$`),
    )
    expect(status).toBe(0)
  },
  300_000,
)
