import { expect, it } from 'vitest'
import { aFullEntry } from '../full-entry.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aWorld } from '../world.ts'

const LONG = 'Router dropped every evening at nine; '.repeat(7).trim()
const entries = [
  anEntry({ id: idOf(1), customer: '山田さん', summary: LONG }),
  anEntry({
    id: idOf(2),
    customer: 'blue\tgate',
    summary: 'first line\nsecond · line',
    felt: { before: 'angry', after: 'upset' },
    followUp: { status: 'planned', due: '2026-11-16', promised: true, action: 'text her' },
  }),
]
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/

async function plain(...argv: string[]): Promise<string[][]> {
  const world = await aWorld({ entries, terminal: true })
  expect(await world.run(...argv, '--plain')).toBe(0)
  expect(world.out()).not.toMatch(LIVE)
  expect(world.out().endsWith('\n')).toBe(true)
  return world
    .out()
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t'))
}

it('habit 32: list --plain gives a record a line, tabs between, nothing cut', async () => {
  expect(await plain('list')).toEqual([
    [idOf(1), entries[0]?.at, '山田さん', 'neutral', 'satisfied', 'resolved', '', '', LONG],
    [
      idOf(2),
      entries[1]?.at,
      'blue<U+0009>gate',
      'angry',
      'upset',
      'resolved',
      '2026-11-16',
      'yes',
      'first line<U+000A>second · line',
    ],
  ])
})

it('habit 32: list --plain of more than twenty shows them all, on a terminal too', async () => {
  const many = Array.from({ length: 25 }, (_, at) => anEntry({ id: idOf(at) }))
  const world = await aWorld({ entries: many, terminal: true })
  await world.run('list', '--plain')
  expect(world.out().trimEnd().split('\n')).toHaveLength(25)
})

it('habit 32: followups --plain gives a record a line', async () => {
  expect(await plain('followups')).toEqual([
    [
      'follow-up',
      idOf(2),
      'blue<U+0009>gate',
      '2026-11-16',
      'yes',
      '2',
      'upset',
      'text her',
      'first line<U+000A>second · line',
    ],
  ])
})

it('habit 32: show --plain gives a field a line, whole, and nothing private', async () => {
  const whole = aFullEntry((field) => `words of ${field}`)
  const world = await aWorld({ entries: [whole], terminal: true })
  expect(await world.run('show', 'last', '--plain')).toBe(0)
  const lines = world.out().trimEnd().split('\n')
  expect(lines).toContain(`summary\t${whole.summary}`)
  expect(lines.filter((line) => line.startsWith('care.extraSteps\t'))).toHaveLength(
    whole.care?.extraSteps?.length ?? 0,
  )
  expect(lines.every((line) => line.split('\t').length === 2)).toBe(true)
  expect(world.out()).not.toMatch(/^private/m)
  expect(world.err()).toContain('on a terminal only')
})

it('habit 32: a report gives a figure a line', async () => {
  const week = Array.from({ length: 12 }, (_, at) => anEntry({ id: idOf(at) }))
  const world = await aWorld({ entries: week, terminal: true })
  expect(await world.run('week', '2026-W46', '--plain')).toBe(0)
  const rows = world.out().slice(0, -1).split('\n')
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter((row) => !/^week(\t[^\t]*){7}$/.test(row))).toEqual([])
  expect(world.out()).not.toMatch(LIVE)
})
