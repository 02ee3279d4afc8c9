import { describe, expect, it } from 'vitest'
import { CHANNELS, DISPOSITIONS } from '../../src/model/vocabulary.ts'
import { eitherOf, findWord, readWord } from '../../src/model/words.ts'

describe('a word by its beginning', () => {
  it.each([
    ['on', 'on-site'],
    ['on site', 'on-site'],
    ['PHONE', 'phone'],
    ['em', 'email'],
  ])('channel %j is %s', (typed, word) => {
    expect(readWord('--channel', CHANNELS, typed)).toBe(word)
  })

  it.each([
    ['res', 'resolved'],
    ['vis', 'visit-scheduled'],
    ['no', 'no-contact'],
    ['pending-u', 'pending-us'],
  ])('ending %j is %s', (typed, word) => {
    expect(findWord(DISPOSITIONS, typed)).toEqual({ ok: true, word })
  })

  it('takes an exact word before one that begins with it', () => {
    expect(findWord(['left', 'left-well'], 'left')).toEqual({ ok: true, word: 'left' })
  })

  it('names what was typed and what it could be', () => {
    expect(() => readWord('--channel', CHANNELS, 's')).toThrow(
      '--channel "s" could be social or sms',
    )
    expect(() => readWord('--end', DISPOSITIONS, 'pend')).toThrow(
      'could be pending-customer or pending-us',
    )
    expect(() => readWord('--channel', CHANNELS, 'fax')).toThrow(
      `--channel "fax" is not one of: ${CHANNELS.join(', ')}`,
    )
    expect(() => readWord('--channel', CHANNELS, '')).toThrow('is not one of')
  })

  it.each([
    [['one'], 'one'],
    [['one', 'two'], 'one or two'],
    [['one', 'two', 'three'], 'one, two or three'],
  ])('joins %j', (words, text) => {
    expect(eitherOf(words)).toBe(text)
  })
})
