import { describe, expect, it } from 'vitest'
import { handlesOf } from '../../src/pages/handle.ts'
import { argument, counted, spoken } from '../../src/pages/wording.ts'

describe('argument', () => {
  it.each([
    ['deck-jo', 'deck-jo'],
    ['灯籠通り', '灯籠通り'],
    ['two words', "'two words'"],
    ["o'hara", "'o'\\''hara'"],
    ['$(rm -rf ~)', "'$(rm -rf ~)'"],
    ['-rf', '-- -rf'],
    ['a;b', "'a;b'"],
  ])('writes %j as %s', (name, expected) => expect(argument(name)).toBe(expected))
})

describe('handlesOf', () => {
  const open = (id: string, customer: string) => ({ id, customer })
  const IDS = new Map([
    ['aaaa0000000a', 'aaaa'],
    ['bbbb0000000b', 'bbbb'],
  ])

  it.each([
    ['the first word where one fits', [open('aaaa0000000a', 'blue-boiler')], 'blue'],
    [
      'the id where two begin so',
      [open('aaaa0000000a', 'blue-boiler'), open('bbbb0000000b', 'blue-door')],
      'aaaa',
    ],
    ['the id for anon', [open('aaaa0000000a', 'anon')], 'aaaa'],
    ['the id for somebody called last', [open('aaaa0000000a', 'last')], 'aaaa'],
    ['the id where the word is too short', [open('aaaa0000000a', 'al-1')], 'aaaa'],
    [
      'the id where the word could be an id',
      [open('aaaa0000000a', 'bbbb-x'), open('bbbb0000000b', 'z')],
      'aaaa',
    ],
    ['the id for a name that needs quoting', [open('aaaa0000000a', '$(x)')], 'aaaa'],
  ])('offers %s', (_, all, expected) => {
    expect(handlesOf(all, IDS).get('aaaa0000000a')).toBe(expected)
  })
})

describe('words', () => {
  it('counts', () => {
    expect([counted(1, 'day'), counted(2, 'day'), counted(0, 'person', 'people')]).toEqual([
      '1 day',
      '2 days',
      '0 people',
    ])
  })
  it('speaks a vocabulary word', () => expect(spoken('no-incentive')).toBe('no incentive'))
})
