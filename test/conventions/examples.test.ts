import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WORDS } from '../../src/words.ts'
import { afterword } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { describeWith } from '../programs.ts'
import { aShim, inShell } from '../shell.ts'
import { inPty } from '../terminal/pty.ts'
import { aHomeWith } from './a-home.ts'

type Typing = readonly (readonly [seen: string, keys: string])[]
const skips = (count: number): Typing => Array.from({ length: count }, () => ['Enter skips', '\n'])
const handsOver: Typing = [
  ['Enter: none', '\n'],
  ['Enter: none', '\n'],
  ['(y/N)', 'y\n'],
]

/** The examples that ask, and what a person types. */
const ASKING: Readonly<Record<string, Typing>> = {
  'afterword remove last': [['(y/N)', 'y\n']],
  'afterword forget lantern-street': [['(y/N)', 'y\n']],
  'afterword reflect': skips(12),
  'afterword reflect lantern': skips(12),
  'afterword review': skips(5),
  'afterword review today': skips(3),
  'afterword shift': [['Type the key', 'q\n'], ...skips(3)],
  'afterword handover': handsOver,
  'afterword handover 2026-W46 --out for-my-coach': handsOver,
}

/** What must have been said before. */
const BEFORE: Readonly<Record<string, string>> = {
  'afterword catchup tickets.csv': `${exampleOf('catchup')} &&`,
  'afterword undo': 'afterword remove last --yes &&',
}
const PACK = 'afterword handover 2026-W46 --yes --out for-my-coach && '

function exampleOf(word: string): string {
  return WORDS.find((row) => row.word === word)?.examples[0] ?? ''
}

const FILES: Readonly<Record<string, string>> = {
  'journal.jsonl': JSON.stringify(anEntry({ id: idOf(90) })),
  'tickets.csv':
    'Id,Subject,Requester,Created,Created at,Status,Via\n7,Cannot log in,ida,2026-11-18 09:30,2026-11-18 09:30,Solved,Web form\n',
  'visits.csv': 'Who,Day,Job\nida,2026-11-12,New lock\n',
}

const JRNL =
  '{"tags":{},"entries":[{"title":"A quiet day.","body":"","date":"2026-11-12","time":"09:00","tags":[],"starred":false}]}'

const entries = [
  anEntry({ followUp: { status: 'planned', due: '2026-11-20', promised: true, action: 'ring' } }),
  anEntry({ id: idOf(2), customer: 'blue-gate', care: { helpedBy: ['deck-jo'] } }),
  ...[3, 4, 5].map((id) => anEntry({ id: idOf(id), customer: `door-${id}` })),
]

async function aHome(): Promise<string> {
  const home = await aHomeWith(entries)
  afterword(home, ['config', 'rep', 'alex'])
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(home, name), text)
  return home
}

const EXAMPLES = WORDS.flatMap(({ word, examples }) =>
  examples.map((example) => [example, word] as const),
)

describe('habit 13: every example of help', () => {
  it.each(EXAMPLES.filter(([example]) => !(example in ASKING)))('%s', async (example, word) => {
    const home = await aHome()
    mkdirSync(join(home, 'shims'))
    const others = { linphonec: 'true', ssh: 'true', jrnl: `echo '${JRNL}'` }
    const bin = aShim(join(home, 'shims'), others)
    const before = word === 'team' ? PACK : `${BEFORE[example] ?? ''} `
    const also = word === 'team' ? 'afterword team add for-my-coach && ' : ''
    const { status, stderr } = inShell(home, `${before}${also}${example}`, { bin })
    expect({ status, stderr }).toMatchObject({ status: 0 })
  })

  describeWith('script')('that asks', () => {
    it.each(EXAMPLES.filter(([example]) => example in ASKING))('%s', async (example) => {
      const home = await aHome()
      const options = { typing: ASKING[example], env: { TERM: 'dumb' } }
      const { status, bytes } = await inPty(home, example, options)
      expect({ status, bytes }).toMatchObject({ status: 0 })
    })
  })
})
