import { render } from '@inquirer/testing'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Completion, Question } from '../../src/prompts/ask.ts'
import { type LineConfig, linePrompt } from '../../src/prompts/ask-line.ts'

const NAMES: readonly Completion[] = [
  { value: 'lantern-street', beside: 'left grateful Tue' },
  { value: 'lamp-shop' },
  { value: 'blue-boiler' },
]

function complete(typed: string): Completion[] {
  return typed === '' ? [] : NAMES.filter(({ value }) => value.startsWith(typed))
}

function who(over: Partial<Question> = {}): Question {
  return { text: 'Who?', hint: 'Enter: anon', complete, judge: () => ({ ok: true }), ...over }
}

/** Asks the question; one that the test leaves open is closed with the test. */
async function open(question: Question, over: Partial<LineConfig> = {}) {
  const config: LineConfig = {
    question,
    paint: (text) => text,
    safe: (text) => text.replaceAll('\u200b', '<U+200B>').replaceAll('\u0007', '\u2407'),
    columns: () => 80,
    ...over,
  }
  const end = new AbortController()
  const prompt = await render(linePrompt, config, { signal: end.signal })
  prompt.answer.catch(() => {})
  onTestFinished(() => end.abort())
  return prompt
}

const CTRL_D = { name: 'd', ctrl: true }

describe('the line prompt', () => {
  it('shows what Enter means until something is typed', async () => {
    const { answer, events, getScreen } = await open(who({ complete: undefined }))
    expect(getScreen()).toBe('? Who?\n  Enter: anon')
    events.type('x')
    expect(getScreen()).toBe('? Who?                  x')
    events.keypress('enter')
    expect(await answer).toEqual({ typed: 'x', rows: 1 })
  })

  it('collapses to one line with the echo beside the answer', async () => {
    const judge = () => ({ ok: true, echo: 'frustrated -> grateful' }) as const
    const { answer, events, getScreen } = await open({ text: 'Felt, before, after?', judge })
    events.type('fru gra')
    events.keypress('enter')
    await answer
    expect(getScreen()).toBe(
      '? Felt, before, after?  fru gra                   frustrated -> grateful',
    )
  })

  it('shows what an empty answer meant in the place of the answer', async () => {
    const { answer, events, getScreen } = await open(
      who({ judge: () => ({ ok: true, echo: 'anon' }) }),
    )
    events.keypress('enter')
    expect(await answer).toEqual({ typed: '', rows: 1 })
    expect(getScreen()).toBe('? Who?                  anon')
  })

  it('puts an echo that does not fit beneath, whole', async () => {
    const echo = 'lantern-street · left grateful Tue · you promised a text, due Fri'
    const { answer, events, getScreen } = await open(who({ judge: () => ({ ok: true, echo }) }))
    events.type('lan')
    events.keypress('enter')
    expect(await answer).toEqual({ typed: 'lan', rows: 3 })
    expect(
      getScreen()
        .split('\n')
        .map((row) => row.trim())
        .slice(1)
        .join(' '),
    ).toBe(echo)
    for (const row of getScreen().split('\n')) expect(row.length).toBeLessThan(80)
  })

  it('offers the completions and takes the first with Tab', async () => {
    const { answer, events, getScreen } = await open(who())
    events.type('la')
    expect(getScreen()).toBe(
      '? Who?                  la\n  lantern-street   left grateful Tue\n  lamp-shop',
    )
    events.keypress('tab')
    expect(getScreen()).toContain('? Who?                  lantern-street\n')
    events.keypress('enter')
    expect(await answer).toMatchObject({ typed: 'lantern-street' })
  })

  it('takes the completion an arrow points at with Enter, and none unless an arrow was used', async () => {
    const pointed = await open(who())
    pointed.events.type('la')
    pointed.events.keypress('down')
    pointed.events.keypress('down')
    expect(pointed.getScreen()).toContain('> lamp-shop')
    pointed.events.keypress('enter')
    expect(await pointed.answer).toMatchObject({ typed: 'lamp-shop' })

    const typed = await open(who())
    typed.events.type('la')
    typed.events.keypress('down')
    typed.events.keypress('up')
    typed.events.keypress('enter')
    expect(await typed.answer).toMatchObject({ typed: 'la' })
  })

  it('takes a completion with the right arrow only from the end of the line', async () => {
    const { answer, events } = await open(who())
    events.type('la')
    events.keypress('left')
    events.keypress('right')
    events.keypress('enter')
    expect(await answer).toMatchObject({ typed: 'la' })

    const end = await open(who())
    end.events.type('bl')
    end.events.keypress('right')
    end.events.keypress('enter')
    expect(await end.answer).toMatchObject({ typed: 'blue-boiler' })
  })

  it('goes back with Esc, hands over what stood there and says so before it ends', async () => {
    const leave = vi.fn()
    const { answer, events } = await open(who(), { leave })
    events.type('half a na')
    events.keypress('escape')
    expect(leave).toHaveBeenCalledOnce()
    expect(await answer).toEqual({ back: 'half a na' })
  })

  it('starts from kept text, as one line', async () => {
    const { answer, events, getScreen } = await open(
      who({ initial: 'lantern\nstreet', complete: undefined }),
    )
    expect(getScreen()).toBe('? Who?                  lantern street')
    events.keypress('backspace')
    events.keypress('enter')
    expect(await answer).toMatchObject({ typed: 'lantern stree' })
  })

  it('keeps refused text, shows why, and forgets why at the next key', async () => {
    const judge = (typed: string) =>
      typed === 'cross' ? ({ ok: false, why: 'not on the list' } as const) : ({ ok: true } as const)
    const { answer, events, getScreen, nextRender } = await open(
      who({ judge, complete: undefined }),
    )
    events.type('cross')
    events.keypress('enter')
    await nextRender()
    expect(getScreen()).toBe('? Who?                  cross\n  not on the list')
    events.keypress('backspace')
    expect(getScreen()).toBe('? Who?                  cros')
    events.keypress('enter')
    expect(await answer).toMatchObject({ typed: 'cros' })
  })

  it.each([
    ['a fault in red', undefined, 'bad'],
    ['a list that was asked for quietly', true, 'dim'],
  ])('shows %s', async (_, help, tone) => {
    const judge = () => ({ ok: false, why: 'one\ntwo', help }) as const
    const paint = (text: string, how?: string) => (text.includes('one') ? `[${how}]${text}` : text)
    const { events, getScreen, nextRender } = await open(who({ judge }), { paint })
    events.keypress('enter')
    await nextRender()
    expect(getScreen()).toContain(`[${tone}]  one\n  two`)
  })

  it('waits for a judge that takes its time', async () => {
    const judge = async (typed: string) =>
      ({ ok: true, echo: await Promise.resolve(`= ${typed}`) }) as const
    const { answer, events, getScreen } = await open(who({ judge, complete: undefined }))
    events.type('fri')
    events.keypress('enter')
    expect(await answer).toMatchObject({ typed: 'fri' })
    expect(getScreen()).toContain('= fri')
  })

  it.each([
    ['an empty', ''],
    ['a typed', 'half'],
  ])('stops at Ctrl+D on %s line', async (_, text) => {
    const { answer, events } = await open(who())
    events.type(text)
    events.keypress(CTRL_D)
    expect(await answer).toBe('stop')
  })

  it('stops when the terminal goes away', async () => {
    const { answer, input } = await open(who())
    input.end()
    expect(await answer).toBe('stop')
  })

  it('shows hidden characters in the question, the typed line and the completions', async () => {
    const complete = () => [{ value: 'a\u0007b', beside: 'c\u200bd' }]
    const { events, getScreen } = await open(who({ text: 'W\u0007ho?', complete }))
    events.type('e\u200bf')
    expect(getScreen()).toBe('? W\u2407ho?                 e?f\n  a\u2407b   c<U+200B>d')
  })
})
