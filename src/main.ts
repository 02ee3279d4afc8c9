import { type Context, openContext } from './context.ts'
import { Refusal } from './errors.ts'
import { buildProgram, withoutSecrets } from './program.ts'

const END = new Set(['-h', '--help', '-V', '--version', '--no-input'])

/** Runs one command line in the real world and returns its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const ctx = openContext()
    return await execute(asked(argv, ctx), ctx)
  } catch (error) {
    // Without a home there is no world yet to say it in.
    if (!(error instanceof Refusal)) throw error
    console.error(`afterword: ${error.message}`)
    return error.exitCode
  }
}

/** Bare `afterword` asks the six questions where somebody can be asked, and shows help elsewhere. */
function asked(argv: readonly string[], ctx: Context): readonly string[] {
  const isBare = withoutSecrets(argv).every((part) => part.startsWith('-') && !END.has(part))
  return isBare && ctx.canAsk() ? [...argv, 'log'] : argv
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
    if (isHelpForNothing(error)) return sayHelp(ctx, shown)
    if (!isShown(error)) throw error
    ctx.adopt(root.opts())
    await ctx.print(shown.join(''), 'pager')
    return 0
  }
}

/** Returns whether commander ended because it showed help or the version, as it was asked to. */
function isShown(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0
}

/** Returns whether there was no word at all, which commander answers with help. */
function isHelpForNothing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'commander.help'
}

function sayHelp(ctx: Context, shown: readonly string[]): number {
  ctx.note(shown.join('').trimEnd())
  return 2
}

function explain(error: unknown, ctx: Context): number {
  if (!(error instanceof Error)) throw error
  if (ctx.debugging) ctx.note(error.stack ?? error.message)
  if (error instanceof Refusal) return tell(ctx, error.message, error.exitCode)
  if (isWrongLine(error)) return tell(ctx, wrongLine(error.message), 2)
  return tell(
    ctx,
    `${error.message}\nThis is a fault in afterword. Run it again with --debug to see where.`,
    1,
  )
}

// The bundler may rename commander's class, so its errors are told by their code.
function isWrongLine(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('commander.')
}

function wrongLine(message: string): string {
  return `${message.replace(/^error: /, '')}\nSee: afterword help`
}

function tell(ctx: Context, message: string, exitCode: number): number {
  if (message) ctx.note(`afterword: ${message}`)
  return exitCode
}
