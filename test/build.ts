import { execFileSync } from 'node:child_process'

/** Bundles the program once, so that spawned tests run today's source. */
export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'bundle'], { stdio: 'inherit' })
}
