import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'

/** Returns `describe` where the program is installed. Elsewhere says in one line that its suite is skipped; in CI that is a failure. */
export function describeWith(program: string): typeof describe | typeof describe.skip {
  if (spawnSync('which', [program]).status === 0) return describe
  if (process.env.AFTERWORD_TEST_CI) throw new Error(`${program} is missing, and CI skips nothing`)
  process.stderr.write(`skipped: this suite needs ${program}, which is not installed here\n`)
  return describe.skip
}
