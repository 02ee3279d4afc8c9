import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/model/entry.ts'
import { select } from '../../src/queries/filter.ts'
import { find } from '../../src/queries/find.ts'
import { searchOf } from '../../src/store/index-search.ts'
import type { Hint } from '../../src/store/journal.ts'
import { entriesHolding } from '../../src/store/line-search.ts'
import { renderMonth } from '../../src/store/month-text.ts'
import { anEntry, idOf } from '../helpers.ts'

/** What is composed, escaped, folded or trimmed in a way of its own. */
const STRANGE = [
  ...['k', 'K', '\u212A', 'i', 'I', 'İ', 'ı', 'e', 'E', 'é', 'É', 'e\u0301', '\u0301', '\u0307'],
  ...['"', '\\', '\n', '\t', '/', '{', ',', ':', ' ', '\u00A0', '\u3000', '\uFEFF', '\u2028'],
  ...['s', 'ſ', 'ß', 'σ', 'ς', 'Σ', 'Å', '\u212B', 'ﬁ', ';', '\u037E', '`', '\u1FEF', '😀', '𐐀'],
]
const strange = (maxLength: number) =>
  fc.array(fc.constantFrom(...STRANGE), { minLength: 1, maxLength }).map((parts) => parts.join(''))
const filled = strange(6).filter((text) => text.trim() !== '')

const entries = fc
  .array(fc.record({ customer: filled, summary: filled, tag: filled }), { maxLength: 40 })
  .map((all) =>
    all.map(({ customer, summary, tag }, index) =>
      // Some lines are longer than what is looked through at once.
      anEntry({
        id: idOf(index),
        customer,
        summary: index % 20 === 19 ? summary.padEnd(20_000, '.') : summary,
        tags: [tag],
      }),
    ),
  )

/** Returns what the hint finds in a month of these entries, all of them where it cannot be looked for in bytes. */
function found(all: readonly Entry[], hint: Hint, ends: string): readonly Entry[] {
  const { bytes } = renderMonth({ month: '2026-11', entries: all })
  const laidOut = Buffer.from(bytes.toString('utf8').replaceAll('\n', ends))
  const holds = searchOf(hint)
  return holds ? entriesHolding(laidOut, holds, () => true) : all
}

const told = (ask: () => unknown) => {
  try {
    return ask()
  } catch (error) {
    return String(error)
  }
}

describe('a search of bytes', () => {
  it('finds every entry that a search of all entries finds', () => {
    fc.assert(
      fc.property(entries, strange(3), fc.constantFrom('\n', '\r\n'), (all, typed, ends) => {
        const text = { text: typed }
        expect(select(found(all, text, ends), text)).toEqual(select(all, text))
        const who = { who: typed }
        expect(select(found(all, { customer: typed }, ends), who)).toEqual(select(all, who))
      }),
      { numRuns: 400 },
    )
  })

  it('finds the same one entry by its id or a name', () => {
    fc.assert(
      fc.property(entries, fc.oneof(strange(3), fc.nat(40).map(idOf)), (all, typed) => {
        const whole = told(() => find(all, typed))
        const part = told(() => find(found(all, { means: typed }, '\n'), typed))
        // The candidates are told apart by the shortest ids there are, which takes all entries.
        if (typeof whole !== 'string' || typeof part !== 'string') expect(part).toEqual(whole)
      }),
      { numRuns: 400 },
    )
  })

  it('decodes no line that cannot hold it', () => {
    const all = Array.from({ length: 100 }, (_, index) => anEntry({ id: idOf(index) }))
    expect(found(all, { means: idOf(7) }, '\n').map(({ id }) => id)).toEqual([idOf(7)])
    expect(found(all, { text: 'zebra' }, '\n')).toEqual([])
    expect(found(all, { text: 'зебра' }, '\n')).toEqual([])
  })
})
