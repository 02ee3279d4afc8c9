import { PassThrough } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createInquirerAsk } from '../../src/prompts/ask-inquirer.ts'

const ERASED = '\u001b[1A\u001b[0J'

function terminal() {
  const input = new PassThrough()
  const output = new PassThrough()
  // Like a terminal, it outlives the prompt that wrote to it.
  output.end = () => output
  let written = ''
  output.on('data', (chunk) => {
    written += chunk
  })
  const ask = createInquirerAsk({
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    safe: (text) => text.replaceAll('\u0007', '\u2407'),
  })
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await nextTurn()
      input.write(key)
      await nextTurn()
    }
  }
  return { ask, press, written: () => written, input }
}

const anything = (text: string) => ({ text, judge: () => ({ ok: true }) as const })
describe('prompts on a terminal', () => {
  it('returns the typed line', async () => {
    const { ask, press } = terminal()
    const reply = ask.line(anything('Who?'))
    await press('ada', '\r')
    expect(await reply).toEqual({ typed: 'ada' })
  })

  it('stops with what was half typed when the terminal can no longer be read', async () => {
    const { ask, press, input } = terminal()
    const reply = ask.line(anything('Channel?'))
    await press('pho')
    input.destroy(new Error('EIO: read'))
    await expect(reply).rejects.toMatchObject({ message: 'Stopped.', typed: 'pho' })
  })

  it('leaves no trace of a question left by Esc and asks the one before in its old place', async () => {
    const { ask, press, written } = terminal()
    const first = ask.line(anything('Who?'))
    await press('ada', '\r')
    await first
    const second = ask.line(anything('Channel?'))
    await press('ph', '\u001b')
    expect(await second).toEqual({ back: 'ph' })
    expect(written()).not.toContain(ERASED)
    const again = ask.line({ ...anything('Who?'), initial: 'ada' })
    expect(written()).toContain(ERASED)
    await press('\r')
    expect(await again).toEqual({ typed: 'ada' })
  })

  it('erases nothing when the same question is asked again without going back', async () => {
    const { ask, press, written } = terminal()
    for (const name of ['ada', 'zoe']) {
      const reply = ask.line(anything('Who?'))
      await press(name, '\r')
      await reply
    }
    expect(written()).not.toContain(ERASED)
  })

  it('erases nothing when a question before it was never on the screen', async () => {
    const { ask, press, written } = terminal()
    const first = ask.line(anything('Who?'))
    await press('ada', '\r')
    await first
    const other = ask.line(anything('Channel?'))
    expect(written()).not.toContain(ERASED)
    await press('\r')
    await other
  })

  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('refuses with 130 at %s, in a line and waiting for a key', async (_, key) => {
    const line = terminal()
    const typed = line.ask.line(anything('Who?'))
    const refused = expect(typed).rejects.toMatchObject({ name: 'Refusal', exitCode: 130 })
    await line.press(key)
    await refused

    const waiting = terminal()
    const pressed = waiting.ask.key('c closes it')
    const alsoRefused = expect(pressed).rejects.toMatchObject({ exitCode: 130 })
    await waiting.press(key)
    await alsoRefused
  })

  it.each([
    ['y\r', true],
    ['yes\r', true],
    ['YES\r', true],
    ['\r', false],
    ['n\r', false],
    ['maybe\r\u0015y\r', true],
  ])('takes %j as %s', async (keys, expected) => {
    const { ask, press } = terminal()
    const reply = ask.confirm('Remove it?')
    await press(...keys)
    expect(await reply).toBe(expected)
  })

  it.each([
    ['c', 'c'],
    ['\r', ''],
  ])('returns the key %j as %j', async (key, expected) => {
    const { ask, press } = terminal()
    const reply = ask.key('c closes it')
    await press(key)
    expect(await reply).toBe(expected)
  })

  it('says a line harmlessly', () => {
    const { ask, written } = terminal()
    ask.say('one\u0007\ntwo', 'dim')
    expect(written()).toBe('one\u2407\ntwo\n')
  })
})
