import { describe, expect, it } from 'vitest'
import { check } from '../../src/model/fields.ts'
import { ReviewsSchema } from '../../src/model/review.ts'
import { askDayReview } from '../../src/prompts/review-day.ts'
import { askWeekReview } from '../../src/prompts/review-week.ts'
import { WEEKLY_QUESTIONS, weeklyQuestion } from '../../src/prompts/rotating.ts'
import { scriptedAsk } from './scripted-ask.ts'

describe('closing a day', () => {
  const date = '2026-11-12'

  it('asks whom they helped, whom to thank and how it left them', async () => {
    const script = scriptedAsk(['the two phones', 'deck-jo, night desk', 'prou'])
    const close = await askDayReview(script.ask, { date, stillToThank: ['deck-jo'] })
    expect(close).toEqual({
      review: { date, helped: 'the two phones', emotion: 'proud' },
      toThank: ['deck-jo', 'night desk'],
    })
    expect(check(ReviewsSchema, { version: 1, days: [close.review], weeks: [] }).ok).toBe(true)
  })

  it('can be skipped, and asks nothing that is given', async () => {
    const skipped = scriptedAsk(['', 'nobody', ''])
    expect(await askDayReview(skipped.ask, { date })).toEqual({ review: { date }, toThank: [] })
    const given = scriptedAsk([''])
    const close = await askDayReview(given.ask, { date, given: { helped: 'x', emotion: 'calm' } })
    expect(close.review).toEqual({ date, helped: 'x', emotion: 'calm' })
  })

  it('lists the words for a mood at ?, and refuses one that is not on the list', async () => {
    const script = scriptedAsk(['', '', '?', 'meh', 'con', 'conf'])
    const { review } = await askDayReview(script.ask, { date })
    expect(review.emotion).toBe('confident')
    const [list, off, two] = script.asked.slice(2)
    expect(list?.refused).toContain('miserable, exhausted')
    expect(off?.refused).toContain('Nearest')
    expect(two?.refused).toContain('connected or confident')
  })
})

describe('closing a week', () => {
  const week = '2026-W46'

  it('asks all of it, and what came of the last intention', async () => {
    const script = scriptedAsk([
      'best',
      'hard',
      'part',
      'hard to start',
      'listen first',
      '-1',
      'patience',
    ])
    const review = await askWeekReview(script.ask, { week, intention: 'ask first' })
    expect(review).toEqual({
      week,
      best: 'best',
      hard: 'hard',
      tried: 'partly',
      triedNote: 'hard to start',
      tryNext: 'listen first',
      climate: -1,
      question: weeklyQuestion(week),
      answer: 'patience',
    })
    expect(script.asked[2]?.text).toBe('You said you would: ask first. Did you?')
    expect(check(ReviewsSchema, { version: 1, days: [], weeks: [review] }).ok).toBe(true)
  })

  it('asks for no intention there was not, and for no note on one not answered', async () => {
    const none = scriptedAsk(['', '', '', '', ''])
    expect(await askWeekReview(none.ask, { week })).toEqual({ week })
    const skipped = scriptedAsk(['', '', '', '', '', ''])
    expect(await askWeekReview(skipped.ask, { week, intention: 'x' })).toEqual({ week })
    expect(skipped.asked.map(({ text }) => text)).not.toContain('What came of it?')
  })

  it.each([
    ['2', 2],
    ['+1', 1],
    ['-0', 0],
    ['-2', -2],
  ])('takes %s as how they were treated', async (typed, climate) => {
    const given = { best: 'x', hard: 'x', tryNext: 'x', answer: 'x' }
    const script = scriptedAsk(['3', 'well', typed])
    expect((await askWeekReview(script.ask, { week, given })).climate).toBe(climate)
    expect(script.asked[0]?.refused).toBe('A whole number from -2 to 2.')
  })

  it('asks every rotating question once before any comes again', () => {
    const weeks = WEEKLY_QUESTIONS.map((_, number) => `2026-W${String(number + 10)}`)
    expect(new Set(weeks.map(weeklyQuestion)).size).toBe(WEEKLY_QUESTIONS.length)
    expect(weeklyQuestion('2026-W53')).not.toBe(weeklyQuestion('2027-W01'))
  })
})
