import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WORDS } from '../../src/words.ts'
import { aFolder, afterword } from '../afterword.ts'
import { IDENTITY } from '../encrypted.ts'
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

const PASSPHRASE = 'four green gates in a row'
const newPassphrase: Typing = [
  ['New passphrase:', `${PASSPHRASE}\n`],
  ['The same again:', `${PASSPHRASE}\n`],
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
  'afterword encrypt': newPassphrase,
  'afterword encrypt --new-passphrase': [['Passphrase:', `${PASSPHRASE}\n`], ...newPassphrase],
  'afterword handover 2026-W46 --out for-my-coach': handsOver,
}

/** What must have been said before. */
const BEFORE: Readonly<Record<string, string>> = {
  'afterword catchup tickets.csv': `${exampleOf('catchup')} &&`,
  'afterword decrypt': 'afterword encrypt --identity key.txt &&',
  'afterword decrypt --dry-run': 'afterword encrypt --identity key.txt &&',
  'afterword encrypt --new-passphrase': 'afterword encrypt --passphrase-file pass.txt &&',
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
  'key.txt': `${IDENTITY}\n`,
  'pass.txt': `${PASSPHRASE}\n`,
  'visits.csv': 'Who,Day,Job\nida,2026-11-12,New lock\n',
}

const JRNL =
  '{"tags":{},"entries":[{"title":"A quiet day.","body":"","date":"2026-11-12","time":"09:00","tags":[],"starred":false}]}'

const entries = [
  anEntry({ followUp: { status: 'planned', due: '2026-11-20', promised: true, action: 'ring' } }),
  anEntry({ id: idOf(2), customer: 'blue-gate', care: { helpedBy: ['deck-jo'] } }),
  ...[3, 4, 5].map((id) => anEntry({ id: idOf(id), customer: `door-${id}` })),
]

/** Returns a home, and a folder with the files that the examples name. */
async function aPlace(): Promise<{ readonly home: string; readonly cwd: string }> {
  const [home, cwd] = [await aHomeWith(entries), aFolder()]
  afterword(home, ['config', 'rep', 'alex'])
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(join(cwd, name), text, { mode: 0o600 })
  return { home, cwd }
}

const EXAMPLES = WORDS.flatMap(({ word, examples }) =>
  examples.map((example) => [example, word] as const),
)

describe('habit 13: every example of help', () => {
  it.each(EXAMPLES.filter(([example]) => !(example in ASKING)))('%s', async (example, word) => {
    const { home, cwd } = await aPlace()
    const others = { linphonec: 'true', ssh: 'true', jrnl: `echo '${JRNL}'` }
    const bin = aShim(cwd, others)
    const before = word === 'team' ? PACK : `${BEFORE[example] ?? ''} `
    const also = word === 'team' ? 'afterword team add for-my-coach && ' : ''
    const { status, stderr } = inShell(home, `${before}${also}${example}`, { bin, cwd })
    expect({ status, stderr }).toMatchObject({ status: 0 })
  })

  describeWith('script')('that asks', () => {
    it.each(EXAMPLES.filter(([example]) => example in ASKING))('%s', async (example) => {
      const { home, cwd } = await aPlace()
      const options = { typing: ASKING[example], env: { TERM: 'dumb' }, cwd }
      const line = `${BEFORE[example] ?? ''} ${example}`
      const { status, bytes } = await inPty(home, line, options)
      expect({ status, bytes }).toMatchObject({ status: 0 })
    })
  })
})
