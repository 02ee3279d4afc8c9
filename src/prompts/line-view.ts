import type { Completion, Paint, Question } from './ask.ts'
import { formatLabel, layAnswer, layRows, wrapUnder } from './fit.ts'

/** What a question needs to be shown. */
export interface LineView {
  readonly question: Question
  readonly paint: Paint
  /** Makes control characters visible, as one line. */
  readonly safe: (text: string) => string
  readonly columns: () => number
}

/** Returns the line while it is typed; it ends with one character for each one typed. */
export function renderTyping({ question, paint, safe }: LineView, typed: string): string {
  return `${paint(formatLabel(safe(question.text)), 'strong')}${showTyped(typed, safe)}`
}

// The screen finds the cursor by counting the typed line from the end, so its length must not change.
function showTyped(typed: string, safe: LineView['safe']): string {
  const whole = safe(typed)
  if (whole.length === typed.length) return whole
  return [...typed].map((character) => sameLength(character, safe(character))).join('')
}

function sameLength(character: string, shown: string): string {
  return shown.length === character.length ? shown : '?'.repeat(character.length)
}

/** Returns the answered question with its echo, on one line where it fits. */
export function renderAnswered(
  { question, paint, safe, columns }: LineView,
  typed: string,
  echo: string,
): string {
  const label = formatLabel(safe(question.text))
  const said = typed.trim() === '' ? { answer: echo, echo: '' } : { answer: typed, echo }
  const laid = layAnswer(label, safe(said.answer), safe(said.echo), columns())
  return `${paint(label, 'strong')}${laid.answer}${paint(laid.echo, 'dim')}`.trimEnd()
}

/** Returns how many rows of the screen the answered question fills. */
export function countRows(view: LineView, typed: string, echo: string): number {
  return renderAnswered({ ...view, paint: (text) => text }, typed, echo).split('\n').length
}

/** Returns a refusal under its line: a fault stands out, a list that was asked for does not. */
export function renderRefusal(view: LineView, why: string, help: boolean): string {
  return view.paint(under(view, why), help ? 'dim' : 'bad')
}

/** Returns what Enter means, shown while nothing is typed. */
export function renderHint(view: LineView): string {
  const { hint } = view.question
  return hint ? view.paint(under(view, hint), 'dim') : ''
}

function under({ safe, columns }: LineView, text: string): string {
  return text
    .split('\n')
    .map((row) => wrapUnder(safe(row), 2, columns()))
    .join('\n')
}

/** Returns the completions, a row each; `active` is the one that Enter would take, -1 none. */
export function renderOffered(
  { paint, safe, columns }: LineView,
  offered: readonly Completion[],
  active: number,
): string {
  const rows = offered.map(({ value, beside = '' }) => ({
    value: safe(value),
    beside: safe(beside),
  }))
  return layRows(rows, columns())
    .map(({ value, beside }, index) =>
      index === active
        ? `> ${paint(value, 'strong')}${paint(beside, 'dim')}`
        : `  ${value}${paint(beside, 'dim')}`,
    )
    .join('\n')
}
