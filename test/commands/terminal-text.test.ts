import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import type { Reviews } from '../../src/model/review.ts'
import type { Settings } from '../../src/model/settings.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { WORDS } from '../../src/words.ts'
import { aFolder, afterword } from '../afterword.ts'
import { aFullEntry } from '../full-entry.ts'
import { idOf } from '../helpers.ts'
import { describeWith } from '../programs.ts'
import { LIVE, TERMINAL } from '../render/hostile.ts'
import { type Ended, EXAMPLES, type Manner, runEach, type Spoken } from './every-word.ts'

/** One of everything at once, as an argument can hold it. */
const ALL = TERMINAL.join(' ').replaceAll('\0', '')

/** A person who types all of it at every question, and nothing at every other. */
const TYPED = `${`\n${ALL.replace(/\n/g, ' ')}\n`.repeat(20)}`

let turn = 0
const next = () => TERMINAL[turn++ % TERMINAL.length] ?? ''

function hostile(number: number, over: Partial<Entry> = {}): Entry {
  const at = `2026-11-${String(5 + (number % 13)).padStart(2, '0')}T10:00:00-06:00`
  const followUp = { status: 'planned', action: next(), due: '2026-11-20', promised: true } as const
  const told = { id: idOf(number), at, recordedAt: at, share: undefined, followUp }
  return aFullEntry(next, { ...told, customer: next().slice(0, 64), ...over })
}

/** Returns the folder of a home whose every text is hostile, with files to import beside it and a pack handed over. */
function aHostileStage(folder = aFolder()): string {
  const home = join(folder, 'home')
  mkdirSync(join(home, 'journal'), { recursive: true, mode: 0o700 })
  const entries = Array.from({ length: 2 * TERMINAL.length }, (_, number) => hostile(number))
  entries.push(hostile(90, { customer: 'lantern-street' }), hostile(91, { id: '7k3q0000000a' }))
  const { bytes } = renderMonth({ month: '2026-11', entries })
  writeFileSync(join(home, 'journal/2026-11.json'), bytes)
  writeFileSync(join(home, 'journal', `2026-11 ${TERMINAL[0]}.json`), bytes)
  writeFileSync(join(home, 'reviews.json'), JSON.stringify(reviews()))
  writeFileSync(join(home, 'config.json'), JSON.stringify(settings()))
  const row = TERMINAL.map((text) => `"${text}",2026-11-10 10:00,"${text}","${text}"\n`)
  writeFileSync(join(folder, 'tickets.csv'), `Requester,Created,Subject,Ticket\n${row.join('')}`)
  writeFileSync(join(folder, 'visits.csv'), `Customer,Date,Subject,${ALL}\n${row.join('')}`)
  writeFileSync(join(folder, 'journal.jsonl'), JSON.stringify({ ...hostile(92), channel: ALL }))
  const pack = ['--yes', '--include', 'summary,customer', '--out', join(folder, 'for-my-coach')]
  expect(afterword(home, ['handover', '2026-W46', ...pack])).toMatchObject({ status: 0 })
  expect(afterword(home, ['team', 'add', join(folder, 'for-my-coach')])).toMatchObject({
    status: 0,
  })
  return folder
}

function reviews(): Reviews {
  const days = ['2026-11-12', '2026-11-17'].map((date) => ({ date, helped: next() }))
  const weeks = ['2026-W45', '2026-W46', '2026-W47'].map((week) => ({
    week,
    ...{ best: next(), hard: next(), tryNext: next(), triedNote: next() },
    ...{ question: next(), answer: next() },
  }))
  return { version: 1, days, weeks }
}

function settings(): Settings {
  const purpose = { line: next(), own: [{ text: next(), since: '2026-11-01' }] }
  return { rep: `ash ${next()}`, purpose, values: [next(), next()], neverSay: [next()] }
}

const onStage = (folder: string, lines: readonly Spoken[], manner: Manner = {}) =>
  runEach(join(folder, 'home'), lines, { beside: folder, ...manner })

/** What programs read is whole; a person who sends an export to the screen is served below. */
const isData = ({ word, args }: Spoken) => word === 'export' && !args.includes('--out')

function live(ended: readonly Ended[]): object[] {
  return ended.flatMap((line) => {
    const seen = (isData(line) ? '' : line.stdout) + line.stderr
    const found = LIVE.exec(seen.replaceAll(/\r?\n|\t/g, '\n'))
    return found
      ? { args: line.args, around: seen.slice(Math.max(0, found.index - 40), found.index + 40) }
      : []
  })
}

describe('fault 19: what a terminal would obey', () => {
  it(`comes live out of no word of the program (${TERMINAL.length} payloads, ${EXAMPLES.length} lines)`, async () => {
    expect(TERMINAL.length).toBeGreaterThanOrEqual(20)
    const ended = await onStage(aHostileStage(), EXAMPLES)
    expect(live(ended)).toEqual([])
    const shown = ended.filter(({ stdout, stderr }) => /\u241b|<U\+/.test(stdout + stderr))
    expect(new Set(shown.map(({ word }) => word)).size).toBeGreaterThan(20)
  }, 180_000)

  it('comes live out of no error about what was typed', async () => {
    const lines = WORDS.map(({ word }): Spoken => ({ word, args: [word, ALL, ALL] }))
    lines.push({ word: ALL, args: [ALL] }, { word: 'list', args: ['list', `--${ALL}`] })
    const ended = await onStage(aHostileStage(), lines)
    expect(live(ended)).toEqual([])
    expect(ended.filter(({ status }) => status !== 0).length).toBeGreaterThan(20)
  }, 180_000)
})

describeWith('script')('in a terminal, whatever is typed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const marker = join(folder, 'started')
  let ended: readonly Ended[] = []
  beforeAll(async () => {
    aHostileStage(folder)
    const editor = join(folder, 'editor')
    writeFileSync(editor, `#!/bin/sh\ntouch '${marker}'\n: > "$1"\nexit 1\n`, { mode: 0o755 })
    const lines = EXAMPLES.map((line) => ({ ...line, input: TYPED }))
    const env = { EDITOR: editor, VISUAL: editor }
    ended = await onStage(folder, lines, { terminal: true, env })
  }, 300_000)

  it('fault 19: nothing comes live out of any word or question', () => {
    const seen = ended.map((line) => ({ ...line, word: `${line.word} on a screen` }))
    expect(live(seen)).toEqual([])
    const asked = ended.filter(({ stdout }) => stdout.includes('?'))
    expect(asked.length).toBeGreaterThan(10)
  })

  it('fault 33: no word starts an editor, so none can fail, fork or empty the file', () => {
    expect(ended).toHaveLength(EXAMPLES.length)
    expect(existsSync(marker)).toBe(false)
  })
})
