import { type Context, openContext } from './context.ts'
import { Refusal } from './errors.ts'
import { buildProgram } from './program.ts'

/** Runs one command line in the real world and returns its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  return execute(argv, openContext())
}

/** Runs one command line in the world it is given and returns its exit code. Never throws. */
export async function execute(argv: readonly string[], ctx: Context): Promise<number> {
  try {
    const { root, shown } = await buildProgram(argv, ctx)
    return await parse(root, shown, argv, ctx)
  } catch (error) {
    return explain(error, ctx)
  } finally {
    await ctx.close()
  }
}

type Root = Awaited<ReturnType<typeof buildProgram>>['root']

async function parse(
  root: Root,
  shown: readonly string[],
  argv: readonly string[],
  ctx: Context,
): Promise<number> {
  try {
    await root.parseAsync([...argv], { from: 'user' })
    return ctx.outcome.exitCode
  } catch (error) {
    if (!isShown(error)) throw error
    await ctx.print(shown.join(''))
    return 0
  }
}

/** Returns whether commander ended because it showed help or the version, as it was asked to. */
function isShown(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0
}

function explain(error: unknown, ctx: Context): number {
  if (!(error instanceof Error)) throw error
  if (ctx.debugging) ctx.note(error.stack ?? error.message)
  if (error instanceof Refusal) return tell(ctx, error.message, error.exitCode)
  if (error.name === 'CommanderError') return tell(ctx, wrongLine(error.message), 2)
  return tell(ctx, `${error.message}\nThis is a fault in afterword. Run it again with --debug to see where.`, 1)
}

function wrongLine(message: string): string {
  return `${message.replace(/^error: /, '')}\nSee: afterword help`
}

function tell(ctx: Context, message: string, exitCode: number): number {
  if (message) ctx.note(`afterword: ${message}`)
  return exitCode
}
