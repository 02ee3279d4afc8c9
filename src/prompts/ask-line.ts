import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core'
import type { Completion, Question } from './ask.ts'
import {
  countRows,
  type LineView,
  renderAnswered,
  renderHint,
  renderOffered,
  renderRefusal,
  renderTyping,
} from './line-view.ts'

/** How the one-line prompt ends: with an answer (and the screen rows it still fills), with Esc, or with Ctrl+D and a closed terminal. */
export type LineEnd = { typed: string; rows: number } | { back: string } | 'stop'

export interface LineConfig extends LineView {
  /** Called when the question is left by Esc, before the prompt ends. */
  readonly leave?: () => void
  /** Called with what stands on the line whenever that may have changed. */
  readonly typing?: (typed: string) => void
}

type Phase =
  | { readonly is: 'asking' }
  | { readonly is: 'judging' }
  | { readonly is: 'refused'; readonly why: string; readonly help: boolean }
  | { readonly is: 'answered'; readonly echo: string }

const ASKING: Phase = { is: 'asking' }
const MOST_COMPLETIONS = 8

type Readline = Parameters<Parameters<typeof useKeypress>[0]>[1]

/** The one prompt on the library: a line with completion, kept text and a way back. */
export const linePrompt = createPrompt<LineEnd, LineConfig>((config, done) => {
  const [typed, setTyped] = useState('')
  const [phase, setPhase] = useState<Phase>(ASKING)
  const [active, setActive] = useState(-1)
  const cursor = useRef(0)
  const offered = phase.is === 'asking' ? completionsOf(config.question, typed) : []

  useOpening(config.question.initial, setTyped, () => done('stop'))
  config.typing?.(typed)

  const settle = async (answer: string, rl: Readline) => {
    setPhase({ is: 'judging' })
    setTyped(answer)
    const verdict = await config.question.judge(answer)
    if (!verdict.ok) {
      replaceLine(rl, answer)
      return setPhase({ is: 'refused', why: verdict.why, help: verdict.help ?? false })
    }
    const { echo = '' } = verdict
    setPhase({ is: 'answered', echo })
    done({ typed: answer, rows: countRows(config, answer, echo) })
  }

  const back = () => {
    config.leave?.()
    done({ back: typed })
  }

  const take = (rl: Readline) => {
    const text = offered[Math.max(0, active)]?.value ?? typed
    replaceLine(rl, text)
    setTyped(text)
    setActive(-1)
  }

  const move = (step: number, rl: Readline) => {
    replaceLine(rl, typed)
    setActive(Math.max(-1, Math.min(offered.length - 1, active + step)))
  }

  const edit = (rl: Readline) => {
    if (rl.line === typed) return
    setTyped(rl.line)
    setActive(-1)
    setPhase(ASKING)
  }

  useKeypress((key, rl) => {
    if (phase.is === 'judging' || phase.is === 'answered') return
    const wasAtEnd = cursor.current === typed.length
    cursor.current = cursorOf(rl)
    if (key.ctrl && key.name === 'd') done('stop')
    else if (key.name === 'escape') back()
    else if (isEnterKey(key)) void settle(offered[active]?.value ?? typed, rl)
    else if (isTabKey(key) || (key.name === 'right' && wasAtEnd)) take(rl)
    else if (isUpKey(key)) move(-1, rl)
    else if (isDownKey(key)) move(1, rl)
    else edit(rl)
  })

  if (phase.is === 'answered') return renderAnswered(config, typed, phase.echo)
  return [renderTyping(config, typed), renderBelow(config, typed, phase, offered, active)]
})

function useOpening(
  initial: string | undefined,
  setTyped: (text: string) => void,
  stop: () => void,
): void {
  useEffect((rl) => {
    // Ctrl+D on an empty line and a closed terminal both end the reader without a word.
    const line = rl as unknown as NodeJS.EventEmitter
    line.on('close', stop)
    // A closed terminal refuses to leave raw mode; the close that follows says it all.
    line.on('error', ignore)
    if (initial) rl.write(initial.replace(/[\r\n\t]+/g, ' '))
    setTyped(rl.line)
    return () => line.removeListener('close', stop)
  }, [])
}

const ignore = () => {}

function completionsOf(question: Question, typed: string): readonly Completion[] {
  return question.complete?.(typed).slice(0, MOST_COMPLETIONS) ?? []
}

function replaceLine(rl: Readline, text: string): void {
  rl.clearLine(0)
  rl.write(text)
}

// The library's type of a reader leaves the cursor out.
function cursorOf(rl: Readline): number {
  return (rl as unknown as { cursor: number }).cursor
}

function renderBelow(
  view: LineView,
  typed: string,
  phase: Phase,
  offered: readonly Completion[],
  active: number,
): string {
  if (phase.is === 'refused') return renderRefusal(view, phase.why, phase.help)
  if (offered.length > 0) return renderOffered(view, offered, active)
  return typed === '' ? renderHint(view) : ''
}
