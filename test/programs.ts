import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'

type Describe = typeof describe | typeof describe.skip

/** Returns `describe` where the program is installed. Elsewhere says in one line that its suite is skipped; in CI that is a failure. */
export function describeWith(program: string): Describe {
  return describeWhere(spawnSync('which', [program]).status === 0, program)
}

/** Returns `describe` where what the suite needs is there. Elsewhere says in one line that it is skipped; in CI that is a failure. */
export function describeWhere(isThere: boolean, what: string): Describe {
  if (isThere) return describe
  if (process.env.AFTERWORD_TEST_CI) throw new Error(`${what} is missing, and CI skips nothing`)
  process.stderr.write(`skipped: this suite needs ${what}, which is not here\n`)
  return describe.skip
}
