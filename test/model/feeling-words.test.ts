import { describe, expect, it } from 'vitest'
import {
  findCustomerFeeling,
  findRepFeeling,
  isSurprise,
  readCustomerFeeling,
} from '../../src/model/feeling-words.ts'
import {
  CUSTOMER_FEELINGS,
  groupOf,
  isUnhappy,
  isWell,
  REP_FEELINGS,
  repGroupOf,
  valenceOf,
} from '../../src/model/feelings.ts'
import { readFelt, tryFelt } from '../../src/model/felt.ts'

describe('the lists', () => {
  it('hold 26 words and unknown, and 21 of the rep', () => {
    expect(CUSTOMER_FEELINGS).toHaveLength(27)
    expect(REP_FEELINGS).toHaveLength(21)
    expect(new Set(CUSTOMER_FEELINGS.map(({ group }) => group)).size).toBe(10)
  })

  it('give every word its valence and group', () => {
    for (const { word, valence, group } of CUSTOMER_FEELINGS) {
      expect(valenceOf(word)).toBe(valence)
      expect(groupOf(word)).toBe(group)
      expect(isUnhappy(word)).toBe(valence !== null && valence < 0)
      expect(isWell(word)).toBe(valence !== null && valence > 0)
    }
    for (const { word, valence, group } of REP_FEELINGS) {
      expect(valenceOf(word)).toBe(valence)
      expect(repGroupOf(word)).toBe(group)
    }
  })
})

describe('a feeling by its beginning', () => {
  it.each([
    ['fru', 'frustrated'],
    ['GRA', 'grateful'],
    [' rel ', 'relieved'],
    ['rec', 'valued'],
    ['res', ['resigned', 'respected']],
    ['resi', 'resigned'],
    ['let down', 'disappointed'],
    ['let', 'disappointed'],
    ['cal', 'reassured'],
    ['ok', 'neutral'],
    ['fin', 'neutral'],
    ['fur', 'angry'],
    ['surprised', ['delighted', 'upset']],
    ['surp', ['delighted', 'upset']],
    ['-', 'unknown'],
    ['unk', 'unknown'],
    ['a', ['angry', 'anxious', 'amazed', 'grateful', 'inconvenienced']],
  ])('%j', (typed, meant) => {
    expect(findCustomerFeeling(typed)).toEqual(
      typeof meant === 'string'
        ? { ok: true, word: meant }
        : { ok: false, why: 'ambiguous', candidates: meant },
    )
  })

  it.each(CUSTOMER_FEELINGS.map(({ word }) => word))('finds %s by its whole name', (word) => {
    expect(findCustomerFeeling(word)).toEqual({ ok: true, word })
  })

  it.each(REP_FEELINGS.map(({ word }) => word))(
    'finds the rep %s by three or four letters',
    (word) => {
      const letters = word.startsWith('con') ? 4 : 3
      expect(findRepFeeling(word.slice(0, letters))).toEqual({ ok: true, word })
    },
  )

  it.each([
    ['frustated', 'frustrated'],
    ['hapy', 'happy'],
    ['greatful', 'grateful'],
    ['cross', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('offers three words for %j', (typed, first) => {
    const found = findCustomerFeeling(typed)
    if (found.ok || found.why !== 'unknown') throw new Error('it was found')
    expect(new Set(found.nearest).size).toBe(3)
    if (first !== undefined) expect(found.nearest[0]).toBe(first)
  })

  it('says both candidates or the nearest three', () => {
    expect(() => readCustomerFeeling('res')).toThrow('"res" could be resigned or respected')
    expect(() => readCustomerFeeling('frustated')).toThrow(
      /"frustated" is not a feeling on the list\. Nearest: frustrated, \w+, \w+\./,
    )
  })

  it.each([
    ['surprised', true],
    ['su', true],
    ['s', false],
    ['res', false],
    ['upset', false],
    ['', false],
  ])('asks about a surprise for %j: %s', (typed, asked) => {
    expect(isSurprise(typed)).toBe(asked)
  })
})

describe('before and after', () => {
  it.each([
    ['fru gra', 'frustrated', 'grateful'],
    ['fru:gra', 'frustrated', 'grateful'],
    ['fru,gra', 'frustrated', 'grateful'],
    ['fru, gra', 'frustrated', 'grateful'],
    ['  Fru   GRA ', 'frustrated', 'grateful'],
    ['sat', 'satisfied', 'satisfied'],
    ['-', 'unknown', 'unknown'],
    ['- gra', 'unknown', 'grateful'],
    ['fru:-', 'frustrated', 'unknown'],
    ['let down', 'disappointed', 'disappointed'],
    ['let down:gra', 'disappointed', 'grateful'],
    ['let down relieved', 'disappointed', 'relieved'],
    ['rel let down', 'relieved', 'disappointed'],
    ['let rel', 'disappointed', 'relieved'],
    ['let down let down', 'disappointed', 'disappointed'],
  ])('%j', (typed, before, after) => {
    expect(readFelt(typed)).toEqual({ before, after })
  })

  it.each([
    ['fru res', /"res" could be resigned or respected/],
    ['cross gra', /"cross" is not a feeling/],
    ['fru surprised', /"surprised" could be delighted or upset/],
    ['fru gra sat', /"fru gra sat" is not one feeling or two/],
    ['fru:gra:sat', /is not one feeling or two/],
    ['fru:', /"fru:" is not one feeling or two/],
    ['', /is not one feeling or two/],
  ])('refuses %j', (typed, message) => {
    expect(() => readFelt(typed)).toThrow(message)
  })

  it.each([
    ['sur gra', 'delighted:gra', 'upset:gra'],
    ['let down:sur', 'let down:delighted', 'let down:upset'],
    ['surprised', 'delighted', 'upset'],
  ])('lets a prompt ask about the surprise in %j', (typed, good, bad) => {
    const verdict = tryFelt(typed)
    expect(verdict).toMatchObject({ ok: false, surprise: { good, bad } })
    expect(tryFelt(good).ok && tryFelt(bad).ok).toBe(true)
  })

  it('asks nothing about a plain slip', () => {
    expect(tryFelt('cross gra')).not.toHaveProperty('surprise')
  })
})
