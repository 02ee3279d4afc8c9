import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCounts, countEntries } from '../../src/model/counts.ts'
import { CUSTOMER_FEELINGS } from '../../src/model/feelings.ts'
import { FEELINGS, feelingsFigures } from '../../src/reports/feelings.ts'
import { aFullEntry } from '../full-entry.ts'
import { feelingsOf } from './input.ts'
import { journals, RUNS, SEED } from './random-journal.ts'

describe(`what report feelings counts (seed ${SEED})`, () => {
  it('adds up, wherever the entries are parted and in whatever order', () => {
    fc.assert(
      fc.property(journals, fc.nat(), fc.nat(), (journal, one, other) => {
        const [first, second] = [one, other]
          .map((at) => at % (journal.length + 1))
          .sort((a, b) => a - b)
        const parts = [journal.slice(second), journal.slice(0, first), journal.slice(first, second)]
        const counts = addCounts(parts.map((part) => countEntries(part, FEELINGS)))
        const figures = JSON.stringify(feelingsFigures(counts, {}))
        expect(figures).toBe(JSON.stringify(feelingsOf({ entries: journal })))
      }),
      RUNS,
    )
  })

  it('holds no word that anybody typed', () => {
    const names = FEELINGS.namesOf(aFullEntry(() => 'canary'))
    expect(names.length).toBeGreaterThan(8)
    expect(names.join()).not.toContain('canary')
  })

  // Of another version, what was counted before is not believed. Raise it with every change that this notices.
  it('is counted as its version says', () => {
    const words = CUSTOMER_FEELINGS.map(({ word }) => word)
    const entries = words.flatMap((after) => [
      aFullEntry(() => 'x', { felt: { before: 'angry', after, basis: 'guess' } }),
      aFullEntry(() => 'x', { felt: { before: after, after: 'happy' }, channel: 'chat' }),
      aFullEntry(() => 'x', { contact: { priorContacts: 0, load: 'slammed' } }),
    ])
    const counts = JSON.stringify([...countEntries(entries, FEELINGS)].sort())
    const sum = createHash('sha256').update(counts).digest('hex').slice(0, 12)
    expect([FEELINGS.version, sum]).toEqual([1, 'c86aea6e1119'])
  })
})
