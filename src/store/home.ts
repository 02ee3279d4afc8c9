import { isAbsolute, join, resolve } from 'node:path'
import { Refusal } from '../errors.ts'

/** Every place afterword keeps something, as absolute paths. */
export interface Home {
  readonly configFolder: string
  readonly data: string
  readonly state: string
  readonly config: string
  readonly journal: string
  readonly reviews: string
  readonly team: string
  /** Where a scheduled report is written unless told otherwise. */
  readonly reports: string
  /** What this rep's machine remembers of handing over. */
  readonly handover: string
  readonly lock: string
  readonly history: string
  readonly olderHistory: string
  readonly drafts: string
  readonly nudges: string
  readonly columns: string
  readonly index: string
  /** How the files begin that keep what was counted of months. */
  readonly counts: string
  readonly statusLine: string
  /** Where a repair puts the original of what it replaces. */
  readonly aside: string
  /** Keyed hashes of the customers that were forgotten. */
  readonly erased: string
  /** Says that the journal is encrypted, and for whom. */
  readonly encryption: string
  /** What opens an encrypted journal, itself locked by a passphrase. */
  readonly identity: string
}

type Env = Readonly<Record<string, string | undefined>>

/**
 * Returns where things are by the environment; `homedir` is what Windows says itself where USERPROFILE is missing.
 * Throws a Refusal naming the variable that is missing: a guessed home could be somebody else's.
 */
export function resolveHome(env: Env, platform: NodeJS.Platform, homedir = ''): Home {
  if (env.AFTERWORD_HOME) {
    const home = resolve(env.AFTERWORD_HOME)
    return homeIn(home, home, join(home, 'state'))
  }
  if (platform === 'win32') return windowsHome({ ...env, USERPROFILE: env.USERPROFILE || homedir })
  return platform === 'darwin' ? macHome(env) : xdgHome(env)
}

function homeIn(configFolder: string, data: string, state: string): Home {
  return {
    configFolder,
    data,
    state,
    config: join(configFolder, 'config.json'),
    journal: join(data, 'journal'),
    reviews: join(data, 'reviews.json'),
    team: join(data, 'team'),
    reports: join(data, 'reports'),
    handover: join(data, 'handover.json'),
    lock: join(state, 'lock'),
    history: join(state, 'history.jsonl'),
    olderHistory: join(state, 'history.older.jsonl'),
    drafts: join(state, 'drafts'),
    nudges: join(state, 'nudges.json'),
    columns: join(state, 'columns.json'),
    index: join(state, 'index'),
    counts: join(state, 'counts'),
    statusLine: join(state, 'status'),
    aside: join(state, 'aside'),
    erased: join(state, 'erased.json'),
    encryption: join(configFolder, 'encryption.json'),
    identity: join(configFolder, 'identity.age'),
  }
}

function xdgHome(env: Env): Home {
  const folder = (name: string, ...usual: string[]) =>
    join(xdg(env, name) ?? join(homeFolder(env, 'HOME'), ...usual), 'afterword')
  return homeIn(
    folder('XDG_CONFIG_HOME', '.config'),
    folder('XDG_DATA_HOME', '.local', 'share'),
    folder('XDG_STATE_HOME', '.local', 'state'),
  )
}

function macHome(env: Env): Home {
  const usual = () => join(homeFolder(env, 'HOME'), 'Library', 'Application Support')
  const folder = (name: string) => join(xdg(env, name) ?? usual(), 'afterword')
  const state = xdg(env, 'XDG_STATE_HOME')
  return homeIn(
    folder('XDG_CONFIG_HOME'),
    folder('XDG_DATA_HOME'),
    state ? join(state, 'afterword') : join(usual(), 'afterword', 'state'),
  )
}

function windowsHome(env: Env): Home {
  const roaming = env.APPDATA || join(homeFolder(env, 'USERPROFILE'), 'AppData', 'Roaming')
  const local = env.LOCALAPPDATA || join(homeFolder(env, 'USERPROFILE'), 'AppData', 'Local')
  const shared = join(roaming, 'afterword')
  return homeIn(shared, shared, join(local, 'afterword', 'state'))
}

/** The XDG rules say that a relative path in one of their variables is to be ignored. */
function xdg(env: Env, name: string): string | undefined {
  const value = env[name]
  return value && isAbsolute(value) ? value : undefined
}

function homeFolder(env: Env, name: string): string {
  const folder = env[name]
  if (folder) return folder
  throw new Refusal(
    `${name} is not set, so there is nowhere to keep the journal. Set ${name}, or AFTERWORD_HOME to a folder of your choice.`,
  )
}
