/** The parts of the environment that decide how things look and whether anybody can be asked. */
export type Env = Readonly<Record<string, string | undefined>>

/** The options that stand before or after any word. */
export interface Globals {
  readonly color?: boolean
  readonly input?: boolean
  readonly quiet?: boolean
  readonly debug?: boolean
  readonly pager?: boolean
  /** Where the passphrase of an encrypted journal comes from, where nobody is asked. */
  readonly passphraseFile?: string
  readonly passphraseFd?: string
}

/** How one stream may be written to. */
export interface Look {
  readonly terminal: boolean
  readonly colour: boolean
  readonly unicode: boolean
  readonly columns: number
}

const isSet = (value: string | undefined) => value !== undefined && value !== ''

/** Returns whether a stream gets colour: the flag, NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it is a terminal. Who asked for plain text gets none. */
export function wantsColour(isTerminal: boolean, env: Env, globals: Globals): boolean {
  if (asksForPlain(env)) return false
  if (globals.color !== undefined) return globals.color
  if (isSet(env.NO_COLOR)) return false
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0'
  return isTerminal && env.TERM !== 'dumb'
}

/** Returns whether to ask and print without one escape byte. */
export function isAccessible(env: Env): boolean {
  return asksForPlain(env) || env.TERM === 'dumb'
}

function asksForPlain(env: Env): boolean {
  return env.AFTERWORD_ACCESSIBLE === '1' || env.ACCESSIBLE === '1'
}

/** Returns whether the terminal shows more than ASCII, by the rules of is-unicode-supported. */
export function hasUnicode(env: Env, platform: string): boolean {
  if (isAccessible(env)) return false
  if (platform !== 'win32') return env.TERM !== 'linux'
  return isSet(env.WT_SESSION) || env.TERM_PROGRAM === 'vscode' || env.ConEmuTask === '{cmd::Cmder}'
}

/** Returns whether a person may be asked: two terminals, no CI, and nobody said otherwise. */
export function mayAsk(terminals: boolean, env: Env, globals: Globals): boolean {
  return terminals && globals.input !== false && !isSet(env.CI) && !isSet(env.AFTERWORD_NO_INPUT)
}

/** Returns whether a long text may wait in a pager, which moves the cursor, for somebody's keys. */
export function mayPage(isTerminal: boolean, env: Env, globals: Globals): boolean {
  return mayAsk(isTerminal, env, globals) && globals.pager !== false && !isAccessible(env)
}
