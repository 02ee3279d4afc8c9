import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'

type Describe = typeof describe | typeof describe.skip

/** Returns `describe` where the program is installed. Elsewhere says in one line that its suite is skipped; in CI that is a failure. */
export function describeWith(program: string): Describe {
  const isHere = spawnSync('which', [program]).status === 0
  return describeWhere(isHere, `${program}, which is not installed here`)
}

/** Returns `describe` where what the suite needs is there; else as above. */
export function describeWhere(isThere: boolean, needs: string): Describe {
  if (isThere) return describe
  if (process.env.AFTERWORD_TEST_CI) throw new Error(`CI skips nothing, and this needs ${needs}`)
  process.stderr.write(`skipped: this suite needs ${needs}\n`)
  return describe.skip
}
