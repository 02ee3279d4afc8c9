import { version } from '../package.json'
import { Refusal } from './errors.ts'
import { writeTo } from './streams.ts'

/** Prints the version, for which nothing else need be loaded; returns the exit code. */
export async function printVersion(): Promise<number> {
  const { stdout, stderr } = process
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  try {
    await writeTo(stdout, `${version}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    stderr.write(`afterword: ${error.message}\n`)
    return error.exitCode
  }
}
