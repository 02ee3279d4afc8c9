import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { type Clock, openClock } from './clock.ts'
import type { Day, Timestamp } from './model/day.ts'
import { makeId } from './model/ids.ts'
import type { Reviews } from './model/review.ts'
import { safe } from './model/safe.ts'
import type { Settings } from './model/settings.ts'
import type { Ask } from './prompts/ask.ts'
import type { Document } from './store/document.ts'
import type { Drafts } from './store/drafts.ts'
import { type Home, resolveHome } from './store/home.ts'
import type { Journal } from './store/journal.ts'
import { openStore } from './store/open-store.ts'
import { type Globals, hasUnicode, isAccessible, type Look, mayAsk, wantsColour } from './terminal.ts'

/** The world as one value: what a command may read, ask and print. Tests hand in their own. */
export interface Context {
  readonly home: Home
  readonly journal: Journal
  readonly settings: Document<Settings>
  readonly reviews: Document<Reviews>
  readonly drafts: Drafts
  /** Returns this moment in the person's time zone; `AFTERWORD_NOW` fixes it. */
  now(): Promise<Timestamp>
  today(): Promise<Day>
  newId(): string
  /** Loads the prompts, or returns nothing where nobody can be asked. */
  ask(): Promise<Ask | undefined>
  /** Returns whether `ask` would load prompts. */
  canAsk(): boolean
  /** Returns all of stdin as text. */
  readInput(): Promise<string>
  /** Prints a result on stdout; a reader that went away is no fault, a full disk is. */
  print(text: string): Promise<void>
  /** Says something about it on stderr. */
  note(text: string): void
  /** Like `note`, for what is said after a change: `--quiet` leaves it out. */
  remark(text: string): void
  /** Returns how stdout may be written to. */
  look(): Look
  /** Takes over the options that stand before or after any word. */
  adopt(globals: Globals): void
  readonly debugging: boolean
  /** The exit code of a command that neither failed nor was mistyped. */
  readonly outcome: { exitCode: number }
  /** Says once what reading noticed. */
  close(): Promise<void>
}

/** Returns the real world: this process, its folders and its clock. */
export function openContext(): Context {
  const { env, stdin, stdout, stderr } = process
  process.umask(0o077)
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  let globals: Globals = {}
  const home = resolveHome(env, process.platform, homedir())
  const store = openStore(home)
  const clock: Clock = openClock(env, store.settings)
  const note = (text: string) => void stderr.write(`${safe(text)}\n`)
  const canAsk = () => mayAsk(Boolean(stdin.isTTY && stderr.isTTY), env, globals)
  return {
    home,
    ...store,
    ...clock,
    note,
    canAsk,
    newId: () => makeId(randomBytes(8)),
    ask: async () => (canAsk() ? loadAsk(isAccessible(env)) : undefined),
    readInput: () => readAll(note),
    print: (text) => write(stdout, text),
    remark: (text) => (globals.quiet ? undefined : note(text)),
    look: () => ({
      terminal: Boolean(stdout.isTTY),
      colour: wantsColour(Boolean(stdout.isTTY), env, globals),
      unicode: hasUnicode(env, process.platform),
      columns: stdout.columns || 80,
    }),
    adopt: (given) => {
      globals = given
    },
    get debugging() {
      return Boolean(globals.debug) || env.AFTERWORD_DEBUG === '1'
    },
    outcome: { exitCode: 0 },
    close: async () => {
      for (const notice of store.journal.notices()) note(notice)
    },
  }
}
