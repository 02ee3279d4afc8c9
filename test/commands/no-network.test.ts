import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { renderMonth } from '../../src/store/month-text.ts'
import { WORDS } from '../../src/words.ts'
import { afterword, CONTACT } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { describeWhere } from '../programs.ts'
import { type Ended, EXAMPLES, runEach, type Spoken } from './every-word.ts'

const LONG = process.env.AFTERWORD_TEST_LONG === '1'
const PRELOAD = join(import.meta.dirname, '../no-network.cjs')
/** Words that only ask, so that without a terminal they end before they do anything. */
const ASKING = ['reflect', 'shift']

const room = mkdtempSync(join(tmpdir(), 'afterword-no-network-'))
const [home, beside, opened] = [join(room, 'home'), join(room, 'beside'), join(room, 'opened')]
const PATH = `${join(beside, 'bin')}:${process.env.PATH}`
const env = { PATH, NODE_OPTIONS: `--require ${PRELOAD}`, AFTERWORD_TEST_OPENED: opened }

// A busy machine takes its time over two hundred programs.
vi.setConfig({ testTimeout: 300_000 })

/** Lines beside the examples: what takes files in, writes every format, and tells of mistakes. */
const MORE: readonly Spoken[] = [
  ['log', ...CONTACT.slice(1)],
  ['edit', '7k3q', '--set', 'contact.minutes=20'],
  ['remove', 'last', '--yes'],
  ['review', 'today', '--felt', 'calm'],
  ['week', '--format', 'html'],
  ['report', 'feelings', '--format', 'csv'],
  ['export', '--format', 'ics'],
  ['handover', '2026-W47', '--yes', '--out', 'pack'],
  ['wrap', '--', 'true'],
  ['catchup', 'nothing-there.csv'],
  ['team', 'show'],
  ['team', 'remove', 'alex'],
  ['demo', '--keep', 'try-it'],
  ['--help'],
  ['nonsense'],
].map((args) => ({ word: args[0] ?? '', args }))

/** Every example, or the first of each word, and more. */
const LINES = [...EXAMPLES.filter(({ word }, i) => LONG || EXAMPLES[i - 1]?.word !== word), ...MORE]
let ends: Promise<readonly Ended[]> | undefined

/** Runs every line, once, with a network that throws. */
function withThrowingNetwork(): Promise<readonly Ended[]> {
  ends ??= runEach(home, LINES, { beside, env })
  return ends
}

beforeAll(() => {
  mkdirSync(join(home, 'journal'), { recursive: true })
  mkdirSync(join(beside, 'bin'), { recursive: true })
  for (const program of ['ssh', 'linphonec'])
    writeFileSync(join(beside, 'bin', program), '#!/bin/sh\n', { mode: 0o755 })
  const planned = {
    status: 'planned',
    action: 'ring them',
    due: '2026-11-18',
    promised: true,
  } as const
  const entries = [
    anEntry({ id: '7k3q0000000a', at: '2026-11-12T10:00:00-06:00', followUp: planned }),
    anEntry({ id: idOf(8), at: '2026-11-18T10:00:00-06:00', customer: 'blue-gate' }),
  ]
  const month = join(home, 'journal/2026-11.json')
  writeFileSync(month, renderMonth({ month: '2026-11', entries }).bytes)
  writeFileSync(join(beside, 'journal.jsonl'), `${JSON.stringify(anEntry({ id: idOf(9) }))}\n`)
  const row = '2026-11-18 10:00,red-jacket,No heat,1'
  writeFileSync(join(beside, 'tickets.csv'), `Created,Requester,Subject,Ticket\n${row}\n`)
  writeFileSync(join(beside, 'visits.csv'), 'Day,Who,Job\n2026-11-18,red-jacket,No heat\n')
  for (const args of [
    CONTACT,
    ['config', 'rep', 'ash'],
    ['handover', '2026-W46', '--yes', '--out', join(beside, 'for-my-coach')],
  ])
    afterword(home, args)
})
afterAll(() => rmSync(room, { recursive: true, force: true }))

function whatOpened(): string {
  return existsSync(opened) ? readFileSync(opened, 'utf8') : ''
}

const codes = (ends: readonly Ended[]) => ends.map(({ args, status }) => [args.join(' '), status])

describe('habit 47: no connection is ever opened', () => {
  it('by any word, with a network that throws', async () => {
    const ends = await withThrowingNetwork()
    expect(whatOpened()).toBe('')
    for (const { args, status, stderr } of ends)
      expect([0, 1, 2], `${args.join(' ')}: ${stderr}`).toContain(status)
    const done = new Set(ends.filter(({ status }) => status === 0).map(({ word }) => word))
    const never = WORDS.map(({ word }) => word).filter((word) => !done.has(word))
    expect(never).toEqual(ASKING)
  })

  it('but where a store of a team is named, which the same network catches (positive control)', async () => {
    const store = ['--store', 'postgres://ash@127.0.0.1:1/none']
    const [end] = await runEach(home, [{ word: 'team', args: ['team', 'report', ...store] }], {
      env,
    })
    expect(end?.status).toBe(1)
    expect(whatOpened()).toMatch(/node:net|Socket|dns/)
  })
})

const mayUnshare = spawnSync('unshare', ['-n', 'true']).status === 0
describeWhere(
  mayUnshare && LONG,
  'root, who may take the network away (unshare -n), and AFTERWORD_TEST_LONG=1: .ci/run has both',
)('habit 47: without a network', () => {
  it('every word ends as it did with one that throws', async () => {
    const through = ['unshare', '-n']
    const without = await runEach(home, LINES, { beside, through, env: { PATH } })
    expect(codes(without)).toEqual(codes(await withThrowingNetwork()))
  })
})
