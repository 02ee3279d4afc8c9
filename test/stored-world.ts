import { execute } from '../src/main.ts'
import { type Home, resolveHome } from '../src/store/home.ts'
import { openStore } from '../src/store/open-store.ts'
import { aFolder } from './afterword.ts'
import { ENCRYPTED, encryptHome, filesOf } from './encrypted.ts'
import { aWorld, type World, type WorldOptions } from './world.ts'

/** A world whose journal lies on disk: commands that look at files need one. */
export interface StoredWorld extends Omit<World, 'journal' | 'drafts'> {
  readonly home: Home
}

/** Returns a world in a new folder, or in the one that is given. */
export async function aStoredWorld(
  options: Omit<WorldOptions, 'entries' | 'reviews' | 'settings' | 'nudges'> & {
    readonly folder?: string
  } = {},
): Promise<StoredWorld> {
  const world = await aWorld(options)
  const home = resolveHome({ AFTERWORD_HOME: options.folder ?? aFolder() }, 'linux')
  if (ENCRYPTED) encryptHome(home.data)
  const files = { ...filesOf(home), notices: () => [] }
  const [out, err]: [string[], string[]] = [[], []]
  const said = (text: string) => void err.push(`${text}\n`)
  const ctx = {
    ...world.ctx,
    ...openStore(home, files),
    home,
    files,
    print: async (text: string) => void out.push(text),
    note: said,
    remark: said,
    outcome: { exitCode: 0 },
  }
  const run = (...argv: string[]) => {
    for (const text of [out, err]) text.length = 0
    ctx.outcome.exitCode = 0
    return execute(argv, ctx)
  }
  return { ...world, ctx, home, run, out: () => out.join(''), err: () => err.join('') }
}
