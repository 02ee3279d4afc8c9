import { version } from '../package.json'
import { Refusal } from './errors.ts'
import { Output } from './streams.ts'

/** Prints the version, for which nothing else need be loaded; returns the exit code. */
export async function printVersion(): Promise<number> {
  try {
    await new Output(1, () => process.stdout).write(`${version}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await new Output(2, () => process.stderr).write(`afterword: ${error.message}\n`).catch(() => {})
    return error.exitCode
  }
}
