import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'
import { FORMATS, lineFor, REPORTS } from './every-report.ts'

/** Contacts at both ends of their day, in three offsets: read by another clock some would move to the next week. */
const entries = ['2026-11-09', '2026-11-12', '2026-11-15', '2026-11-16', '2026-11-18'].flatMap(
  (day, i) =>
    ['T00:10:00+05:30', 'T08:00:00-05:00', 'T23:50:00Z'].map((time, j) =>
      anEntry({
        id: idOf(10 * i + j),
        at: `${day}${time}`,
        recordedAt: `${day}${time}`,
        customer: `customer-${i}-${j}`,
        ...(j === 1 && { followUp: { status: 'planned', due: '2026-11-17' } as const }),
      }),
    ),
)

function aHome(): string {
  const home = aFolder()
  const sorted = entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const month = { format: 'afterword', version: 1, month: '2026-11', entries: sorted }
  mkdirSync(join(home, 'journal'))
  writeFileSync(join(home, 'journal/2026-11.json'), JSON.stringify(month))
  return home
}

// The week in every format, the others as they are read and as they are passed on.
const LINES = REPORTS.flatMap(([name, argv]) =>
  FORMATS.filter(([format]) => name === 'week' || format === 'json').map(
    ([format, flags]) => [`${name} as ${format}`, [...lineFor(argv, entries), ...flags]] as const,
  ),
)

it.each(LINES)('%s is the same bytes wherever the machine stands', (_, argv) => {
  const home = aHome()
  const runAt = (TZ: string) => afterword(home, argv, { env: { TZ } })
  const [there, here] = [runAt('Asia/Kolkata'), runAt('America/New_York')]
  expect(there).toMatchObject({ status: 0, stdout: expect.stringMatching(/\S/) })
  expect(there.stdout).toBe(here.stdout)
})

it('counts each contact on the day that was written with it', () => {
  const { stdout } = afterword(aHome(), ['week', '2026-W46', '--json'], {
    env: { TZ: 'Pacific/Kiritimati' },
  })
  expect(JSON.parse(stdout)).toMatchObject({ entries: 9, coverage: { daysLogged: 2 } })
})
