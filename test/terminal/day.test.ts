import { expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aScreen, type Screen } from './screen.ts'

function entries(home: string) {
  return JSON.parse(afterword(home, ['list', '--json']).stdout)
}

/** Answers the six questions for a customer the journal does not know. */
async function answer(screen: Screen, who: string): Promise<void> {
  await screen.until('Who?')
  screen.keys(who, 'Enter')
  await screen.until('Channel?')
  screen.keys('phone', 'Enter')
  await screen.until('What happened?')
  screen.keys('New fuse', 'Enter')
  await screen.until('Felt, before, after?')
  screen.keys('fru rel', 'Enter')
  await screen.until('How did it end?')
  screen.keys('res', 'Enter')
  await screen.until('Follow-up?')
  screen.keys('Enter')
  await screen.until('Saved')
}

describeWith('tmux')('through the day, in a real terminal', () => {
  it('wrap asks when the program ends, and passes its exit code on', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const screen = aScreen(home, "wrap -- sh -c 'echo ringing; exit 3'")
    await screen.until('ringing')
    await answer(screen, 'blue-gate')
    screen.keys('Enter')
    await screen.until('ended with 3')
    expect(entries(home)).toContainEqual(
      expect.objectContaining({ customer: 'blue-gate', contact: { minutes: 0 } }),
    )
  })

  it('a time zone that changes during a shift is the one of the next contact', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const screen = aScreen(home, 'shift')
    await screen.until('q: close the day')
    afterword(home, ['config', 'timeZone', 'Asia/Tokyo'])
    screen.keys('Enter')
    await answer(screen, 'blue-gate')
    expect(entries(home)).toContainEqual(
      expect.objectContaining({ customer: 'blue-gate', at: '2026-11-19T03:00:00+09:00' }),
    )
  })

  it('a shift logs contact after contact beside a second terminal, and closes the day', async () => {
    const home = aFolder()
    afterword(home, [...CONTACT, '--next', 'today ring them'])
    const screen = aScreen(home, 'shift')
    await screen.until('Waiting: 1 due today')
    screen.keys('Enter')
    await answer(screen, 'blue-gate')
    afterword(home, [...CONTACT, '--who', 'from-elsewhere'])
    screen.keys('Enter')
    await screen.until(/q: close the day[\s\S]*q: close the day/)
    screen.keys('q')
    await screen.until('Who did you help today?')
    screen.keys('Enter')
    await screen.until('Anyone to thank?')
    screen.keys('Enter')
    await screen.until('how did it leave you?')
    screen.keys('calm', 'Enter')
    await screen.until('ended with 0')
    const names = entries(home).map(({ customer }: { customer: string }) => customer)
    expect(names.toSorted()).toEqual(['blue-gate', 'from-elsewhere', 'lantern-street'])
  })
})
