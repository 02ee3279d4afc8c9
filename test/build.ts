import { execFileSync } from 'node:child_process'

/** Bundles the program once, so that spawned tests run today's source; runs side by side have it bundled before them. */
export function setup(): void {
  if (process.env.AFTERWORD_TEST_BUILT) return
  execFileSync('npm', ['run', '--silent', 'bundle'], { stdio: 'inherit' })
}
