const VERSION = new Set(['-V', '--version'])

/** Runs one command line in the real world and returns its exit code; only what it needs is loaded. */
export async function start(argv: readonly string[]): Promise<number> {
  const [first = '', ...rest] = argv
  if (rest.length === 0 && VERSION.has(first)) return (await import('./version.ts')).printVersion()
  return (await import('./main.ts')).run(argv)
}
