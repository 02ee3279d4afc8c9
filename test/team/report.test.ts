import { describe, expect, it } from 'vitest'
import type { Channel } from '../../src/model/vocabulary.ts'
import { coachWith, entriesOf, packOf, packsOf, period, WEEK } from './samples.ts'

describe('a team report', () => {
  it('adds up what everybody handed over', async () => {
    const packs = [4, 5, 6].map((well, at) => packOf(at + 1, entriesOf(at + 1, 6, { well })))
    const figures = await (await coachWith(packs)).report()
    expect(figures).toMatchObject({
      report: 'team',
      period: { name: WEEK, from: '2026-11-09', to: '2026-11-15', soFar: false },
      reps: 3,
      counted: 3,
      entries: 18,
      felt: 18,
      leftWell: { k: 15, n: 18, percent: 83 },
      arrivedUnhappyLeftWell: { k: 15, n: 18 },
      slipped: { k: 0, n: 0, text: 'none' },
      first: { leftUnhappyNothingPlanned: 3, overdue: 0, outOfSight: 0 },
      notice: 'For reflection and support. Not for hiring, ranking, pay or discipline.',
    })
    expect(figures.withheld).toBeUndefined()
  })

  it('counts promises and hand-offs as the reps did', async () => {
    const followUp = { status: 'planned', due: '2026-11-13' } as const
    const handoff = { to: 'tier two', reason: 'skill', checkBackDue: '2026-11-13' } as const
    const of = (at: number) => (at === 0 ? { followUp, handoff } : {})
    const { followUps, handoffs, first } = await (await coachWith(packsOf(3, 6, { of }))).report()
    expect(followUps).toMatchObject({ due: 3, overdue: 3, kept: { k: 0, n: 3, text: '0 of 3' } })
    expect(handoffs).toEqual({ passedOn: 3, checkedBack: 0, outOfSight: 3 })
    expect(first?.outOfSight).toBe(3)
  })

  it('names nobody: no rep, no id, no day, no customer', async () => {
    const text = JSON.stringify(await (await coachWith(packsOf(8, 12))).report())
    expect(text).not.toMatch(/rep-\d|customer-|C1|"id"|2026-11-1[0-4]/)
  })
})

describe('a small team', () => {
  it('sees no figure, but what to do and what is asked of its coach', async () => {
    const of = (at: number) => (at === 0 ? { obstacles: { supportWanted: 'A second ladder' } } : {})
    const figures = await (await coachWith(packsOf(2, 9, { of }))).report()
    expect(figures.entries).toBeNull()
    expect(figures.withheld).toMatch(/3 reps with 5 entries each.*are 2.*team show/)
    expect(figures.support.map(({ text }) => text)).toEqual(['A second ladder', 'A second ladder'])
    expect(Object.keys(figures)).toEqual([
      'report',
      'period',
      'reps',
      'counted',
      'support',
      'notice',
      'entries',
      'withheld',
      'more',
      'notes',
    ])
  })

  it('needs five entries of each rep, and leaves the others out', async () => {
    const small = packOf(4, entriesOf(4, 4))
    const coach = await coachWith([...packsOf(2, 9), small])
    expect((await coach.report()).withheld).toMatch(/are 2/)
    await coach.store.add([packOf(5, entriesOf(5, 5))])
    expect(await coach.report()).toMatchObject({ reps: 4, counted: 3, entries: 23 })
    expect((await coach.report()).notes).toEqual([
      'Not in the figures: 1 with fewer than 5 entries.',
    ])
  })

  it('of four gets no breakdown, of five it does', async () => {
    const of = () => ({ obstacles: { blockers: ['policy' as const] } })
    const four = await (await coachWith(packsOf(4, 6, { of }))).report()
    expect(four).toMatchObject({ blockers: [], channels: [], hidden: { blockers: 1, channels: 1 } })
    const five = await (await coachWith(packsOf(5, 6, { of }))).report()
    expect(five).toMatchObject({
      blockers: [{ blocker: 'policy', count: 30, customers: 30 }],
      channels: [{ channel: 'phone', leftWell: { k: 30, n: 30 } }],
    })
  })

  it('of nobody says so', async () => {
    expect((await (await coachWith([])).report()).withheld).toMatch(/^Nobody/)
  })
})

describe('a breakdown', () => {
  /** Returns five reps' packs; each rep's contacts came through these channels. */
  const byChannel = (...channels: Channel[][]) =>
    channels.map((own, at) => {
      const of = (place: number) => ({ channel: own[place] ?? ('phone' as const) })
      return packOf(at + 1, entriesOf(at + 1, own.length, { of }))
    })
  const phones = Array<Channel>(6).fill('phone')
  const with2 = (channel: Channel): Channel[] => [...phones, channel, channel]

  it('hides the next smallest part with the only hidden one', async () => {
    const packs = byChannel([...phones, 'sms'], with2('chat'), with2('chat'), with2('chat'), phones)
    const { channels, hidden } = await (await coachWith(packs)).report()
    expect(channels?.map(({ channel }) => channel)).toEqual(['phone'])
    expect(hidden?.channels).toBe(2)
  })

  it('hides on where the hidden parts are all of one rep', async () => {
    const one: Channel[] = [...phones, 'sms', 'mail', 'mail']
    const packs = byChannel(one, with2('chat'), with2('chat'), with2('chat'), phones)
    const { channels, hidden } = await (await coachWith(packs)).report()
    expect(channels?.map(({ channel }) => channel)).toEqual(['phone'])
    expect(hidden?.channels).toBe(3)
  })

  it('shows everything where nothing is small', async () => {
    const packs = byChannel(with2('chat'), with2('chat'), with2('chat'), phones, phones)
    const { channels, hidden } = await (await coachWith(packs)).report()
    expect(channels?.map(({ channel, leftWell }) => [channel, leftWell.n])).toEqual([
      ['phone', 30],
      ['chat', 6],
    ])
    expect(hidden?.channels).toBe(0)
  })

  it('leaves customers out where some came without them', async () => {
    const of = () => ({ obstacles: { blockers: ['time' as const] } })
    const packs = packsOf(4, 6, { of })
    const bare = packOf(5, entriesOf(5, 6, { of }), { include: [] })
    const { blockers } = await (await coachWith([...packs, bare])).report()
    expect(blockers).toEqual([{ blocker: 'time', count: 30 }])
  })
})

describe('beside an earlier report', () => {
  it('a late pack does not change the week, and joins the month with others', async () => {
    const coach = await coachWith(packsOf(4))
    const before = await coach.report()
    await coach.store.add([packOf(5, entriesOf(5, 6)), packOf(6, entriesOf(6, 6))])
    const after = await coach.report()
    expect({ ...after, notes: [] }).toEqual(before)
    expect(after.notes).toEqual([
      '2 handed over after 9-15 Nov was first shown; what they handed over counts in the month.',
    ])
    expect(await coach.report('2026-11')).toMatchObject({ reps: 6, entries: 36 })
  })

  it('one late pack stays out of the month as well: the difference would be one person', async () => {
    const coach = await coachWith(packsOf(4))
    await coach.report()
    await coach.store.add([packOf(5, entriesOf(5, 6))])
    const month = await coach.report('2026-11')
    expect(month).toMatchObject({ reps: 4, entries: 24 })
    expect(month.notes[0]).toMatch(/^1 handed over after .* left out/)
  })

  it('a month that has begun grows with its weeks', async () => {
    const coach = await coachWith(packsOf(4))
    expect(await coach.report('2026-11')).toMatchObject({ entries: 24 })
    await coach.store.add(packsOf(4, 6, { week: '2026-W47' }))
    expect(await coach.report('2026-11')).toMatchObject({ entries: 48 })
  })

  it('a week left out for its few entries does not stand alone in the month', async () => {
    const coach = await coachWith([...packsOf(4), packOf(5, entriesOf(5, 4))])
    expect(await coach.report()).toMatchObject({ counted: 4, entries: 24 })
    const next = { week: '2026-W47' }
    await coach.store.add([
      ...packsOf(4, 6, next),
      packOf(5, entriesOf(5, 4, next), { period: period('2026-W47') }),
    ])
    expect(await coach.report('2026-W47')).toMatchObject({ counted: 4, entries: 24 })
    expect(await coach.report('2026-11')).toMatchObject({ counted: 4, entries: 48 })
  })

  it('is withheld when one rep withdraws, and shown again when two do', async () => {
    const packs = packsOf(6)
    const coach = await coachWith(packs)
    await coach.report()
    await coach.store.withdraw(packs[0]?.exportId ?? '')
    for (const name of [WEEK, '2026-11']) {
      const figures = await coach.report(name)
      expect(figures.withheld).toMatch(/one person/)
      expect(figures.entries).toBeNull()
      expect(figures.leftWell).toBeUndefined()
    }
    await coach.store.withdraw(packs[1]?.exportId ?? '')
    expect(await coach.report()).toMatchObject({ reps: 4, entries: 24 })
    await coach.store.withdraw(packs[2]?.exportId ?? '')
    expect((await coach.report()).withheld).toMatch(/one person/)
  })

  it('is withheld when one rep hands over anew', async () => {
    const coach = await coachWith(packsOf(4))
    await coach.report()
    const made = '2026-11-17T08:00:00Z'
    const [added] = await coach.store.add([packOf(1, entriesOf(1, 7), { made })])
    expect(added?.outcome).toBe('replaced')
    expect((await coach.report()).withheld).toMatch(/one person/)
  })

  it('a week of a month that was shown is the month’s', async () => {
    const coach = await coachWith(packsOf(4))
    await coach.report('2026-11')
    await coach.store.add([packOf(5, entriesOf(5, 6))])
    expect(await coach.report()).toMatchObject({ reps: 4, entries: 24 })
  })

  it('is held beside every earlier one, not the last alone', async () => {
    const packs = packsOf(8)
    const [one, two, three] = packs
    const coach = await coachWith(packs)
    expect(await coach.report()).toMatchObject({ entries: 48 })
    for (const pack of [one, two]) await coach.store.withdraw(pack?.exportId ?? '')
    expect(await coach.report()).toMatchObject({ entries: 36 })
    await coach.store.add(one && two ? [one, two] : [])
    await coach.store.withdraw(three?.exportId ?? '')
    for (const name of [WEEK, '2026-11'])
      expect((await coach.report(name)).withheld).toMatch(/one person/)
  })

  it('is there again when a pack was taken out and put back', async () => {
    const packs = packsOf(4)
    const coach = await coachWith(packs)
    const before = await coach.report()
    await coach.store.withdraw(packs[0]?.exportId ?? '')
    expect((await coach.report()).withheld).toMatch(/one person/)
    await coach.store.add(packs.slice(0, 1))
    expect(await coach.report()).toEqual(before)
    expect((await coach.memory.read()).shown).toHaveLength(1)
  })

  it('a month leaves out a week that one rep alone fills, once another of its weeks was shown', async () => {
    const coach = await coachWith(packsOf(4))
    await coach.report()
    await coach.store.add(packsOf(1, 6, { week: '2026-W47' }))
    const month = await coach.report('2026-11')
    expect(month).toMatchObject({ entries: 24 })
    expect(month.notes).toEqual([
      '2026-W47 is left out: one person alone handed it over, and would be pointed at.',
    ])
  })

  it('a week does not follow a month that holds one rep’s more', async () => {
    const coach = await coachWith([...packsOf(4), ...packsOf(1, 6, { week: '2026-W47' })])
    expect(await coach.report('2026-11')).toMatchObject({ entries: 30 })
    expect((await coach.report()).withheld).toMatch(/one person/)
  })

  it('what was withheld for want of people is not held against those who come', async () => {
    const coach = await coachWith(packsOf(2))
    await coach.report()
    await coach.store.add(packsOf(3).slice(2))
    expect(await coach.report()).toMatchObject({ reps: 3, entries: 18 })
  })
})

describe('weeks and months that overlap', () => {
  it('count each contact once, as it was handed over last', async () => {
    const packs = packsOf(3)
    const months = [1, 2, 3].map((rep) =>
      packOf(rep, [...entriesOf(rep, 6, { well: 0 }), ...entriesOf(rep, 6, { week: '2026-W47' })], {
        period: period('2026-11'),
        made: '2026-12-01T08:00:00Z',
      }),
    )
    const coach = await coachWith([...packs, ...months])
    expect(await coach.report('2026-11')).toMatchObject({ entries: 36, leftWell: { k: 18, n: 36 } })
  })

  it('count a contact that moved to another week where it is now', async () => {
    const packs = packsOf(3)
    const moved = entriesOf(1, 1).map((each) => ({ ...each, at: '2026-11-17T10:00:00Z' }))
    const later = packOf(1, [...moved, ...entriesOf(1, 5, { week: '2026-W47' })], {
      period: period('2026-W47'),
      made: '2026-11-23T08:00:00Z',
    })
    const coach = await coachWith([...packs, later])
    expect(await coach.report('2026-11')).toMatchObject({ entries: 23 })
  })

  it('tell customers apart pack by pack where they are only numbered', async () => {
    const of = () => ({ obstacles: { blockers: ['time' as const] }, customer: 'deck-jo' })
    const two = (codes: 'numbered' | 'keyed') =>
      [1, 2, 3, 4, 5].flatMap((rep) =>
        [WEEK, '2026-W47'].map((week) =>
          packOf(rep, entriesOf(rep, 5, { week, of }), { codes, period: period(week) }),
        ),
      )
    const numbered = await (await coachWith(two('numbered'))).report('2026-11')
    expect(numbered.blockers).toEqual([{ blocker: 'time', count: 50, customers: 10 }])
    const keyed = await (await coachWith(two('keyed'))).report('2026-11')
    expect(keyed.blockers).toEqual([{ blocker: 'time', count: 50, customers: 5 }])
  })
})

describe('the spread between people', () => {
  it('is said to be wider where it is, without a word on who', async () => {
    const wells = [19, 18, 20, 19, 2]
    const packs = wells.map((well, at) => packOf(at + 1, entriesOf(at + 1, 20, { well })))
    const { spread } = await (await coachWith(packs)).report()
    expect(spread?.beyondChance).toBe(true)
    expect(spread?.text).not.toMatch(/rep-|\d/)
  })

  it('is chance where everybody left well', async () => {
    const { spread } = await (await coachWith(packsOf(5))).report()
    expect(spread?.beyondChance).toBe(false)
  })
})

describe('the texts of a team', () => {
  const told = (at: number) =>
    at > 0
      ? {}
      : {
          obstacles: {
            supportWanted: 'A spare router in the van',
            authority: { needed: true, had: false, wouldHaveDone: 'Refund it on the call' },
          },
          contact: { technologyFriction: 'The menu has no way back' },
          care: { helpedBy: ['deck-jo'] },
          meaning: {
            story: { headline: 'The splitter', lesson: 'Look behind it', share: 'team' as const },
            recognition: [{ direction: 'given' as const, fromTo: 'deck-jo', for: 'the ladder' }],
          },
        }

  it('are there in the reps’ words, people to thank once and in no order of merit', async () => {
    const figures = await (await coachWith(packsOf(3, 6, { of: told }))).report()
    expect(figures.stories?.[0]).toEqual({
      week: WEEK,
      headline: 'The splitter',
      lesson: 'Look behind it',
      share: 'team',
    })
    expect(figures.thanks).toEqual([{ name: 'deck-jo', for: 'the ladder' }, { name: 'deck-jo' }])
    expect(figures.friction).toEqual(Array(3).fill('The menu has no way back'))
    expect(figures.authority).toMatchObject({ gap: { k: 3, n: 3 } })
    expect(figures.authority?.wouldHaveDone).toEqual(Array(3).fill('Refund it on the call'))
  })

  it('are asks until they are answered, late ones too', async () => {
    const coach = await coachWith(packsOf(3, 6, { of: told }))
    const [first] = (await coach.report()).support
    await coach.memory.change((memory) => ({ ...memory, answered: [first?.contact ?? ''] }))
    expect((await coach.report()).support).toHaveLength(2)
    await coach.store.add([packOf(4, entriesOf(4, 6, { of: told }))])
    expect((await coach.report()).support).toHaveLength(3)
  })

  it('are listed up to twenty, the oldest first, and the rest is counted', async () => {
    const coach = await coachWith(packsOf(25, 6, { of: told }))
    const figures = await coach.report()
    expect(figures.support).toHaveLength(20)
    expect(figures.more).toMatchObject({ support: 5, story: 5, friction: 5 })
    expect(figures.thanks).toHaveLength(2)
  })
})
