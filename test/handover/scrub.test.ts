import { describe, expect, it } from 'vitest'
import { isIban, isLuhn } from '../../src/handover/patterns.ts'
import { scrubFor } from '../../src/handover/scrub.ts'

const scrub = scrubFor(['Anna-Karin Öst', '李小龙', 'St. John'], ['lantern-street'])

describe('scrub', () => {
  it.each([
    ['write to ann.b+x@example.co.uk, please', 'write to [e-mail], please'],
    ['ann＠example．com said', '[e-mail] said'],
    ['ann (at) example (dot) com', '[e-mail]'],
    ['see https://example.com/a?b=1#c now', 'see [link] now'],
    ['see www.example.com', 'see [link]'],
    ['on example.com they', 'on [link] they'],
    ['on shop.example.cloud/account they', 'on [link] they'],
    ['call +46 (0)70-123 45 67 after', 'call [phone] after'],
    ['call 555-867-5309', 'call [phone]'],
    ['call 07\u200B01\u00AD234567', 'call [phone]'],
    ['call ٠٧٠١٢٣٤٥٦٧', 'call [phone]'],
    ['call ０７０１２３４５６７', 'call [phone]'],
    ['card 4111 1111 1111 1111 was refused', 'card [card] was refused'],
    ['card 4111-1111-1111-1111', 'card [card]'],
    ['account DE89 3704 0044 0532 0130 00 was used', 'account [iban] was used'],
    ['account gb82west12345698765432', 'account [iban]'],
    ['ticket INC004512399', 'ticket INC[phone]'],
    ['code 482913 from the text', 'code [number] from the text'],
    ['ask @ann_b about it', 'ask [handle] about it'],
    ['at 221b Baker Street since May', 'at [address] since May'],
    ['på Storgatan 12 B', 'på [address]'],
    ['rue de la Paix 5', '[address]'],
    ['flat 12', '[address]'],
    ['anna karin ost called', '[name] called'],
    ['ANNA-KARIN O\u0308ST called', '[name] called'],
    ['今天李小龙来了', '今天[name]来了'],
    ['St. John came', '[name] came'],
    ['Lantern Street is back', '[customer] is back'],
  ])('%j becomes %j', (written, expected) => {
    expect(scrub(written).text).toBe(expected)
  })

  it.each([
    'Router dropped every evening; replaced the wet splitter',
    'done by 2026-11-20 14:30, 3 of 4 sockets',
    'took 45 minutes, 12 volts, error 503',
    'Öster is not Öst, nor is Anna',
    'Annals of St Johnson',
    'e.g. a.b. and so on... well',
  ])('leaves %j alone', (text) => {
    expect(scrub(text)).toEqual({ text, replaced: [] })
  })

  it('shows what was replaced by what', () => {
    expect(scrub('a@b.example or 555-867-5309').replaced).toEqual([
      { kind: 'e-mail', written: 'a@b.example', put: '[e-mail]' },
      { kind: 'phone', written: '555-867-5309', put: '[phone]' },
    ])
  })

  it('leaves no end of a name where two things overlap', () => {
    const both = scrubFor(['ann berg'])('mail @ann berg now')
    expect(both.text).not.toMatch(/ann|berg/)
  })

  it('needs no names', () => {
    expect(scrubFor(['', '\u200B'])('plain').text).toBe('plain')
  })

  it('takes names as words, not as patterns', () => {
    const odd = scrubFor(['a.c', '(x', '$&'])
    expect(odd('abc and a.c').text).toBe('abc and [name]')
  })

  it.each(['a', '1 ', '@', '(', 'a.', 'de89 ', 'a-'])(
    'gets to the end of %j many times',
    (piece) => {
      const { text } = scrub(`${piece.repeat(600)} call 555-867-5309`)
      expect(text).not.toContain('867')
    },
  )
})

describe('check digits', () => {
  it.each([
    ['4111111111111111', true],
    ['4111111111111112', false],
    ['378282246310005', true],
    ['79927398713', true],
  ])('Luhn of %s is %s', (digits, holds) => expect(isLuhn(digits)).toBe(holds))

  it.each([
    ['DE89370400440532013000', true],
    ['de89370400440532013000', true],
    ['DE89370400440532013001', false],
    ['GB82WEST12345698765432', true],
    ['FR1420041010050500013M02606', true],
  ])('97 of %s is %s', (account, holds) => expect(isIban(account)).toBe(holds))
})
