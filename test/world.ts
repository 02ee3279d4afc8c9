import type { Context } from '../src/context.ts'
import { execute } from '../src/main.ts'
import { NO_COLUMNS } from '../src/model/columns.ts'
import { dayOf } from '../src/model/day.ts'
import type { Entry } from '../src/model/entry.ts'
import { NO_NUDGES, type NudgeMemory } from '../src/model/nudge-memory.ts'
import { NO_REVIEWS, type Reviews } from '../src/model/review.ts'
import type { Settings } from '../src/model/settings.ts'
import type { Ask, Question, Reply } from '../src/prompts/ask.ts'
import { Stopped } from '../src/prompts/stopped.ts'
import type { Document } from '../src/store/document.ts'
import type { Draft } from '../src/store/drafts.ts'
import { resolveHome } from '../src/store/home.ts'
import { MemoryJournal } from '../src/store/memory-journal.ts'
import { realFiles } from '../src/store/real-files.ts'
import { NOW } from './afterword.ts'
import { idOf } from './helpers.ts'

export interface WorldOptions {
  readonly entries?: readonly Entry[]
  readonly reviews?: Reviews
  readonly settings?: Settings
  readonly nudges?: NudgeMemory
  readonly now?: string
  /** What a person types, question by question; after `STOP ` what stands there when they stop. None means that nobody can be asked. */
  readonly typing?: readonly (string | 'back')[]
  readonly input?: string
  /** Whether stdout and stderr are a terminal. */
  readonly terminal?: boolean
}

export interface World {
  readonly ctx: Context
  readonly journal: MemoryJournal
  readonly drafts: Map<string, Draft>
  /** Every question that was asked, in order. */
  readonly asked: string[]
  out(): string
  err(): string
  run(...argv: string[]): Promise<number>
}

/** Returns a world in memory: frozen clock, fixed ids, a journal that is a real adapter, and captured output. */
export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const { entries = [], now = NOW, input = '', terminal = false } = options
  const journal = new MemoryJournal()
  if (entries.length > 0)
    await journal.change(
      'log',
      entries.map((add) => ({ add })),
    )
  const out: string[] = []
  const err: string[] = []
  const asked: string[] = []
  const drafts = new Map<string, Draft>()
  let ids = 900
  const typing = options.typing && [...options.typing]
  const ctx: Context = {
    home: resolveHome({ AFTERWORD_HOME: '/nowhere' }, 'linux'),
    files: { ...realFiles, notices: () => [] },
    passphrase: async () => {
      throw new Error('a world in memory is not encrypted')
    },
    passphraseFile: () => undefined,
    journal,
    settings: inMemory(options.settings ?? {}),
    reviews: inMemory(options.reviews ?? NO_REVIEWS),
    columns: inMemory(NO_COLUMNS),
    nudges: inMemory(options.nudges ?? { ...NO_NUDGES }),
    drafts: {
      save: async (draft) => {
        drafts.set(draft.id, draft)
        return `/nowhere/state/drafts/${draft.id}.json`
      },
      abandoned: async () => [...drafts.values()],
      remove: async (id) => void drafts.delete(id),
    },
    storeAt: () => {
      throw new Error('a world in memory has one store')
    },
    now: async () => now,
    today: async () => dayOf(now),
    zone: async () => now.slice(19),
    newId: () => idOf(ids++),
    canAsk: () => typing !== undefined,
    ask: async () => (typing ? scripted(typing, asked, err) : undefined),
    readInput: async () => input,
    inputBytes: () => bytesOf(input),
    isWatched: () => terminal,
    print: async (text) => void out.push(text),
    note: (text) => void err.push(`${text}\n`),
    remark: (text) => void err.push(`${text}\n`),
    look: () => ({ terminal, colour: false, unicode: true, columns: 80 }),
    adopt: () => {},
    debugging: false,
    surroundings: () => ({
      platform: 'linux',
      program: ['/usr/bin/node', '/opt/afterword/bin/afterword.js'],
      folder: '/somewhere',
      variables: {},
    }),
    runProgram: async () => {
      throw new Error('a world in memory runs no programs')
    },
    outcome: { exitCode: 0 },
    close: async () => {},
  }
  const run = (...argv: string[]) => {
    out.length = 0
    err.length = 0
    return execute(argv, ctx)
  }
  return { ctx, journal, drafts, asked, out: () => out.join(''), err: () => err.join(''), run }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text)
}

function inMemory<T>(start: T): Document<T> {
  let value = start
  return {
    read: async () => value,
    change: async (edit) => {
      value = edit(value)
      return value
    },
  }
}

function scripted(typing: string[], asked: string[], said: string[]): Ask {
  const next = (question: string) => {
    asked.push(question)
    const typed = typing.shift()
    if (typed === undefined) throw new Error(`nothing is left to type at: ${question}`)
    return typed
  }
  return {
    keys: 'Esc: back',
    line: async (question) => answer(question, next(question.text)),
    confirm: async (text) => next(text) === 'y',
    key: async (text) => next(text),
    secret: async (text) => next(text),
    say: (text) => void said.push(`${text}\n`),
  }
}

const STOP = 'STOP '

async function answer(question: Question, typed: string): Promise<Reply> {
  if (typed === 'back') return { back: question.initial ?? '' }
  if (typed.startsWith(STOP)) throw new Stopped(typed.slice(STOP.length))
  const verdict = await question.judge(typed)
  if (!verdict.ok) throw new Error(`${question.text} refused ${typed}: ${verdict.why}`)
  return { typed }
}
