import { describe, expect, it } from 'vitest'
import { contactHash } from '../../src/handover/codes.ts'
import { formatReply, makeReply, openAsks, readReply, settingsWith } from '../../src/team/reply.ts'
import { entriesOf, packOf } from './samples.ts'

const made = '2026-11-17T08:00:00Z'
const ASK = 'A spare router'
const pack = packOf(1, entriesOf(1, 2, { of: () => ({ obstacles: { supportWanted: ASK } }) }))
const [first] = openAsks(pack, [])
const reply = makeReply({
  to: 'rep-1',
  made,
  thanks: ['for staying until it worked'],
  answers: first ? [{ ...first, answer: 'There is one in the van from Monday' }] : [],
  purpose: 'Nobody waits twice',
  moments: [{ name: 'repair', intended: ['relieved'] }],
})

describe('a reply', () => {
  it('comes back as it was written', () => {
    expect(readReply(formatReply(reply), 'x.json')).toEqual(reply)
  })

  it('names an ask so that only its rep knows which contact it was', () => {
    const id = entriesOf(1, 1)[0]?.id ?? ''
    expect(reply.answers[0]?.contact).toBe(contactHash(id, '1'.padStart(32, 's')))
    expect(formatReply(reply)).not.toContain(id)
  })

  it('leaves asks open that have no answer yet', () => {
    expect(openAsks(pack, [first?.contact ?? ''])).toEqual([
      { contact: pack.entries[1]?.hash, asked: ASK },
    ])
  })

  it.each([
    ['another word', formatReply(reply).replace('staying', 'going'), /changed or damaged/],
    ['half a file', formatReply(reply).slice(0, 80), /no reply/],
    ['a pack', JSON.stringify(pack), /no reply/],
    ['null', 'null', /no reply/],
    ['a newer one', formatReply(reply).replace('"version": 1', '"version": 2'), /newer afterword/],
  ])('is refused: %s', (_, content, message) => {
    expect(() => readReply(content, 'x.json')).toThrow(message)
  })

  it('that says too much is refused before it is written', () => {
    expect(() => makeReply({ to: 'rep-1', made, purpose: 'x'.repeat(81) })).toThrow(
      /purpose has 81/,
    )
  })

  it('brings the team’s words into the settings and leaves the rep’s own', () => {
    const own = [{ text: 'I like it when it rings again', since: '2026-01-01' }]
    expect(settingsWith({ rep: 'rep-1', purpose: { own } }, reply)).toEqual({
      rep: 'rep-1',
      purpose: { own, line: 'Nobody waits twice' },
      moments: [{ name: 'repair', intended: ['relieved'] }],
    })
    const plain = makeReply({ to: 'rep-1', made })
    expect(settingsWith({ rep: 'rep-1' }, plain)).toEqual({ rep: 'rep-1' })
  })
})
