import { expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aScreen, type Screen } from './screen.ts'

const MOST_KEYS = 30
const SUMMARY = 'Second drop-out in a week; the wet splitter was ours, replaced'

/** Each question in order and what a practised rep types; the summary counts by its Enter only. */
type Answers = readonly (readonly [question: string, typed: string])[]

/** Answers each question when it is on the screen, as short as it goes, and returns how many keys that took beside the summary. */
async function answer(screen: Screen, answers: Answers): Promise<number> {
  let keys = 0
  for (const [question, typed] of answers) {
    await screen.until(question)
    if (typed !== '') screen.keys(typed)
    screen.keys('Enter')
    keys += (typed === SUMMARY ? 0 : typed.length) + 1
  }
  return keys
}

const START: Answers = [
  ['Who?', 'lan'],
  ['Channel?', ''],
  ['What happened?', SUMMARY],
  ['Felt, before, after?', 'fru gra'],
  ['How did it end?', 'r'],
]

describeWith('tmux')('from afterword on the screen to Saved', () => {
  it.each([
    ['nothing to follow up', '', { status: 'not-needed' }],
    ['a promise', 'fri! text her', { status: 'planned', due: '2026-11-20', promised: true }],
  ])('takes at most 30 keys beside the summary: %s', async (_, typed, followUp) => {
    const home = aFolder()
    afterword(home, [...CONTACT, '--at', 'yesterday 16:40'])
    const screen = aScreen(home, '')
    const keys = await answer(screen, [...START, ['Follow-up?', typed]])
    const saved = await screen.until('Saved')
    expect(saved).toMatch(/Saved \w{4} {2}lantern-street {2}frustrated -> grateful/)
    expect(keys).toBeLessThanOrEqual(MOST_KEYS)
    const last = JSON.parse(afterword(home, ['show', 'last', '--json']).stdout)
    expect(last).toMatchObject({
      customer: 'lantern-street',
      channel: 'on-site',
      summary: SUMMARY,
      felt: { before: 'frustrated', after: 'grateful' },
      disposition: 'resolved',
      followUp,
    })
  })
})
