import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { type Clock, openClock } from './clock.ts'
import { Refusal } from './errors.ts'
import { makeId } from './model/ids.ts'
import { safe } from './model/safe.ts'
import type { Which } from './passphrase.ts'
import type { Ask } from './prompts/ask.ts'
import { loadAsk } from './prompts/ask-load.ts'
import type { Ended } from './run-program.ts'
import { type Home, resolveHome } from './store/home.ts'
import { openStore, type Store } from './store/open-store.ts'
import { realFiles } from './store/real-files.ts'
import { filesAt, type GatedFiles } from './store/sealed/gate.ts'
import { isTerminal, Output, readAll } from './streams.ts'
import {
  type Globals,
  hasUnicode,
  isAccessible,
  type Look,
  mayAsk,
  mayPage,
  wantsColour,
} from './terminal.ts'

/** Where this program runs, for those who start it again. */
export interface Surroundings {
  readonly platform: string
  /** Absolute paths of node and of the program. */
  readonly program: readonly [node: string, program: string]
  readonly afterwordHome?: string | undefined
  /** What of the environment afterword goes by, where it is set. */
  readonly variables: Readonly<Record<string, string>>
  /** The folder relative paths start from. */
  readonly folder: string
}

/** The world as one value: what a command may read, ask and print. Tests hand in their own. */
export interface Context extends Clock, Store {
  readonly home: Home
  /** The files at home, encrypted where the journal is. */
  readonly files: GatedFiles
  /** Returns the passphrase in use, or a new one, which is asked for twice; throws a Refusal where nobody gives one. */
  passphrase(which: Which): Promise<string>
  /** Returns where the passphrase was said to be, where it was. */
  passphraseFile(): string | undefined
  /** Returns another home and its store: a folder with everything under it. */
  storeAt(folder: string): Store & Pick<Context, 'home' | 'files'>
  newId(): string
  /** Loads the prompts, or returns nothing where nobody can be asked. */
  ask(): Promise<Ask | undefined>
  /** Returns whether `ask` would load prompts. */
  canAsk(): boolean
  /** Returns all of stdin as text; somebody at a terminal is told what is waited for. */
  readInput(what: string): Promise<string>
  /** Yields stdin as it comes, and tells in the same way. */
  inputBytes(what: string): AsyncIterable<Uint8Array>
  /** Returns whether somebody watches stderr while something takes its time. */
  isWatched(): boolean
  /** Prints a result on stdout, on a terminal through the pager where that is said; a reader that went away is no fault, a full disk is. */
  print(text: string, through?: 'pager'): Promise<void>
  /** Says something about it on stderr. */
  note(text: string): void
  /** Like `note`, for what is said after a change: `--quiet` leaves it out. */
  remark(text: string): void
  /** Returns how stdout may be written to. */
  look(): Look
  /** Takes over the options that stand before or after any word. */
  adopt(globals: Globals): void
  readonly debugging: boolean
  surroundings(): Surroundings
  /** Runs another program in this terminal and waits until it ends. */
  runProgram(program: string, args: readonly string[]): Promise<Ended>
  /** The exit code of a command that neither failed nor was mistyped. */
  readonly outcome: { exitCode: number }
  /** Says once what reading noticed; all that was said is out on return. */
  close(): Promise<void>
}

const waitingFor = (what: string) =>
  `Reading ${what} from the terminal. Ctrl+D on a line of its own ends it.`

/** Returns the real world: this process, its folders and its clock. Throws a Refusal where there is no home. */
export function openContext(): Context {
  const { env } = process
  process.umask(0o077)
  let globals: Globals = {}
  // Two that read the same keys would each take half of what is typed.
  let asking: Promise<Ask> | undefined
  const home = resolveHome(env, process.platform)
  const passphrase = async (which: Which) => {
    const { passphraseFrom } = await import('./passphrase.ts')
    return passphraseFrom(globals, ask, which)
  }
  const files = filesAt(home, () => passphrase('current'))
  const store = openStore(home, files)
  const clock = openClock(env, store.settings, lookAtZoneAgain)
  const unicode = hasUnicode(env, process.platform)
  const [stdout, stderr] = [
    new Output(1, () => process.stdout),
    new Output(2, () => process.stderr),
  ]
  const lookOf = ({ isTerminal: terminal, size: { columns } }: Output): Look => {
    return { terminal, colour: wantsColour(terminal, env, globals), unicode, columns }
  }
  let said = Promise.resolve()
  const note = (text: string) => {
    // Whoever closed stderr wants to hear nothing, of that neither.
    const out = stderr.write(`${safe(text, unicode)}\n`).catch(() => {})
    said = said.then(() => out)
  }
  // The change itself is saved, so another month that cannot be read must not make it a failure.
  const tellStale = (error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    note(`The line for shell prompts is not of now: ${error.message}`)
  }
  const canAsk = () => mayAsk(isTerminal(0) && stderr.isTerminal, env, globals)
  const ask = async () => {
    if (canAsk()) asking ??= askOn(lookOf(stderr), isAccessible(env))
    return asking
  }
  return {
    home,
    files,
    passphrase,
    passphraseFile: () => globals.passphraseFile,
    ...store,
    storeAt,
    ...clock,
    newId: () => makeId(randomBytes(8)),
    canAsk,
    ask,
    readInput: (what) => {
      if (isTerminal(0)) note(waitingFor(what))
      return readAll(process.stdin)
    },
    inputBytes: (what) => {
      if (isTerminal(0)) note(waitingFor(what))
      return process.stdin
    },
    isWatched: () => stderr.isTerminal,
    print: async (text, through) => {
      if (through && mayPage(stdout.isTerminal, env, globals)) {
        const { showInPager } = await import('./pager.ts')
        if (await showInPager(text, { signals: process, env, ...stdout.size })) return
      }
      await stdout.write(text)
    },
    note,
    remark: (text) => (globals.quiet ? undefined : note(text)),
    look: () => lookOf(stdout),
    adopt: (given) => {
      globals = given
    },
    get debugging() {
      return Boolean(globals.debug) || env.AFTERWORD_DEBUG === '1'
    },
    surroundings,
    runProgram: async (program, args) =>
      (await import('./run-program.ts')).runProgram(process, program, args),
    outcome: { exitCode: 0 },
    close: async () => {
      if (store.journal.hasChanged())
        await keepStatusLine({ ...store, home, files }, clock).catch(tellStale)
      for (const notice of [...store.journal.notices(), ...files.notices()]) note(notice)
      await said
    },
  }
}

const VARIABLES = [
  'AFTERWORD_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'AFTERWORD_NOW',
  'TZ',
  'AFTERWORD_NO_INPUT',
  'CI',
  'AFTERWORD_ACCESSIBLE',
  'ACCESSIBLE',
  'AFTERWORD_DEBUG',
  'NO_COLOR',
  'FORCE_COLOR',
  'TERM',
  'PAGER',
] as const

/** Node learns the machine's zone once; whoever travels during a shift needs it learnt again, which a change of TZ does. */
function lookAtZoneAgain(): void {
  if (process.env.TZ === undefined) delete process.env.TZ
}

function surroundings(): Surroundings {
  const { AFTERWORD_HOME } = process.env
  const variables = VARIABLES.flatMap((name) => {
    const value = process.env[name]
    return value ? [[name, value] as const] : []
  })
  return {
    platform: process.platform,
    program: [process.execPath, resolve(process.argv[1] ?? 'afterword')],
    afterwordHome: AFTERWORD_HOME ? resolve(AFTERWORD_HOME) : undefined,
    folder: process.cwd(),
    variables: Object.fromEntries(variables),
  }
}

/** Writes anew what shell prompts show; throws a Refusal where a month cannot be read. */
async function keepStatusLine(
  { journal, home, files }: Store & Pick<Context, 'home' | 'files'>,
  clock: Clock,
): Promise<void> {
  const [{ formatStatus, statusOf }, { writeStatusLine }] = await Promise.all([
    import('./model/status.ts'),
    import('./store/status-line.ts'),
  ])
  const status = statusOf(await journal.open(), await clock.today())
  await writeStatusLine(files, home, formatStatus(status))
}

function storeAt(folder: string): ReturnType<Context['storeAt']> {
  const home = resolveHome({ AFTERWORD_HOME: folder }, process.platform)
  const files = { ...realFiles, notices: () => [] }
  return { home, files, ...openStore(home, files) }
}

async function askOn({ colour, unicode }: Look, accessible: boolean): Promise<Ask> {
  const { makeTheme } = await import('./render/theme.ts')
  const { paint, line } = makeTheme({ colour, unicode })
  return loadAsk({ accessible, paint, safe: line })
}
