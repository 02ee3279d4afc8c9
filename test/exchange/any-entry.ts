import fc from 'fast-check'
import { treeOf } from '../../src/exchange/field-tree.ts'
import { checkEntry, type Entry } from '../../src/model/entry.ts'
import { type Field, fieldNames, fieldOf } from '../../src/model/fields-of-entry.ts'

const NASTY = [
  '=HYPERLINK("x")',
  "'=1",
  "''+1",
  '-5',
  '+46701',
  '@SUM',
  '\tx',
  '\rx',
  '\0x',
  '＝1',
  ' =1',
  'a;b',
  'a,b',
  'a"b',
  '"',
  'line\nbreak',
  'line\r\nbreak',
  '[1]',
  '[',
  ' edge ',
  "'",
  '𝒳 é 你 👩‍👩‍👧',
  '\uFEFFmark',
  '\u2028',
]

const texts = (limit: number) =>
  fc
    .oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(limit, 30) }),
    )
    .filter((text) => text.trim() !== '' && text.isWellFormed() && [...text].length <= limit)

function arbitraryOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'number') return fc.integer({ min: 1, max: 3 })
  if (field.kind === 'yes-or-no') return fc.boolean()
  if (field.kind === 'word') return fc.constantFrom(...(field.words ?? []))
  if (field.kind === 'groups')
    return fc.array(
      fc.record({ direction: fc.constant('given'), fromTo: texts(64), for: texts(280) }),
      {
        maxLength: 2,
      },
    )
  if (field.kind === 'list')
    return fc.array(field.words ? fc.constantFrom(...field.words) : texts(64), { maxLength: 4 })
  if (field.name === 'id')
    return fc.integer({ min: 0, max: 99_999 }).map((n) => `${n}`.padStart(12, '0'))
  if (/(At|^at)$/.test(field.name))
    return fc.constantFrom('2026-11-12T10:00:00-06:00', '2026-01-01T00:00:00Z')
  if (/[dD]ue$/.test(field.name)) return fc.constant('2026-11-20')
  return texts(40)
}

/** Any valid entry whose groups are there only when something is in them, with the texts that break formats. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record(Object.fromEntries(fieldNames().map((name) => [name, perhaps(fieldOf(name) as Field)])))
  .map((values) =>
    checkEntry(withHandoff(Object.entries(values).filter(([, value]) => value !== undefined))),
  )
  .filter((checked) => checked.ok)
  .map((checked) => (checked as { value: Entry }).value)

function perhaps(field: Field): fc.Arbitrary<unknown> {
  const value = arbitraryOf(field)
  return field.required ? value : fc.option(value, { nil: undefined, freq: 2 })
}

// A hand-off is whole or not there at all.
function withHandoff(values: [string, unknown][]): object {
  const whole = ['to', 'reason', 'checkBackDue'].every((key) =>
    values.some(([name]) => name === `handoff.${key}`),
  )
  return treeOf(whole ? values : values.filter(([name]) => !name.startsWith('handoff.')))
}
