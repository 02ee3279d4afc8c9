import { emitKeypressEvents, type Interface } from 'node:readline'
import { safeLine } from '../model/safe.ts'
import type { Ask, Paint, Question, Reply, Tone } from './ask.ts'
import { keyPrompt } from './ask-key.ts'
import { linePrompt } from './ask-line.ts'
import { safeLines } from './question.ts'
import { Stopped } from './stopped.ts'

export interface InquirerAskOptions {
  readonly input?: NodeJS.ReadStream
  readonly output?: NodeJS.WriteStream
  readonly paint?: Paint
  /** Makes control characters in any text visible, as one line. */
  readonly safe?: (text: string) => string
}

/** Where the prompts read and write, and which answered lines still stand above the cursor. */
interface Screen {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly paint: Paint
  readonly safe: (text: string) => string
  /** Aborted once the terminal is closed, whichever of its signs comes first. */
  readonly hungUp: AbortSignal
  answered: readonly { readonly text: string; readonly rows: number }[]
  /** The last reply was Esc. */
  goingBack: boolean
}

// Node waits this long after an Esc for the rest of a key's sequence; its default of 500 ms feels stuck.
const ESCAPE_MS = 100

const plain: Paint = (text) => text

/** Returns prompts for a terminal: colours as `paint` says, every word on stderr. */
export function createInquirerAsk(options: InquirerAskOptions): Ask {
  const { input = process.stdin, output = process.stderr } = options
  const screen: Screen = {
    input,
    output,
    paint: options.paint ?? plain,
    safe: options.safe ?? safeLine,
    hungUp: AbortSignal.any([hangUp(), lossOf(input)]),
    answered: [],
    goingBack: false,
  }
  // Nobody reads what a closed terminal cannot show; what was typed is still to be kept.
  output.on('error', () => {})
  hastenEscape(input)
  return {
    keys: 'Esc: back   Ctrl-C: stop',
    line: (question) => askLine(screen, question),
    confirm: (text) => confirm(screen, text),
    key: (text) => askKey(screen, text),
    secret: (text) => askSecretly(screen, text),
    say: (text, tone) => say(screen, text, tone),
  }
}

// The wait is taken from whatever first makes the input tell its keys, and the library has no option for it.
function hastenEscape(input: NodeJS.ReadStream): void {
  emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_MS } as unknown as Interface)
}

// A closed terminal is a signal that would end the process, and with it what was half typed. It may come twice, and after
// the library has seen the input end: so it is heard from the first question on, and never again left to end the process.
let hungUp: AbortSignal | undefined

function hangUp(): AbortSignal {
  if (hungUp) return hungUp
  const closed = new AbortController()
  process.on('SIGHUP', () => closed.abort())
  hungUp = closed.signal
  return hungUp
}

// A terminal that is gone may be noticed by reading from it before the signal is heard: nobody would be waited for any more,
// and Node would end before what was half typed is kept.
function lossOf(input: NodeJS.ReadStream): AbortSignal {
  const lost = new AbortController()
  input.on('error', () => lost.abort())
  return lost.signal
}

async function askLine(screen: Screen, question: Question): Promise<Reply> {
  eraseAnswer(screen, question)
  const { input, output, paint, safe } = screen
  // The library reads this when the prompt ends: a question left by Esc leaves no trace.
  const context = { input, output, signal: screen.hungUp, clearPromptOnDone: false }
  const columns = columnsOf(output)
  const leave = () => {
    context.clearPromptOnDone = true
  }
  let half = ''
  const typing = (typed: string) => {
    half = typed
  }
  const config = { question, paint, safe, columns, leave, typing }
  const end = await orStop(linePrompt(config, context), () => half)
  if (end === 'stop') throw new Stopped(half)
  screen.goingBack = 'back' in end
  if ('back' in end) return end
  screen.answered = [...screen.answered, { text: question.text, rows: end.rows }]
  return { typed: end.typed }
}

function columnsOf(output: NodeJS.WriteStream): () => number {
  return () => output.columns || 80
}

// A question gone back to is asked in the place where its answer stood.
function eraseAnswer(screen: Screen, question: Question): void {
  const from = screen.answered.findLastIndex(({ text }) => text === question.text)
  if (!screen.goingBack || from === -1) return
  const rows = screen.answered.slice(from).reduce((sum, answer) => sum + answer.rows, 0)
  screen.answered = screen.answered.slice(0, from)
  screen.output.write(`\u001b[${rows}A\u001b[0J`)
}

async function confirm({ input, output, hungUp, safe }: Screen, text: string): Promise<boolean> {
  const { askYesNo } = await import('./ask-yes-no.ts')
  return orStop(askYesNo(safe(text), { input, output, signal: hungUp }))
}

async function askSecretly({ input, output, hungUp, safe }: Screen, text: string): Promise<string> {
  const { askSecret } = await import('./ask-secret.ts')
  return orStop(askSecret(safe(text), { input, output, signal: hungUp }))
}

async function askKey(screen: Screen, text: string): Promise<string> {
  const { input, output, hungUp, paint, safe } = screen
  screen.answered = []
  const config = { text, paint, safe, columns: columnsOf(output) }
  const end = await orStop(keyPrompt(config, { input, output, signal: hungUp }))
  if (end === 'stop') throw new Stopped()
  return end.key
}

function say(screen: Screen, text: string, tone?: Tone): void {
  screen.answered = []
  const shown = safeLines(text, screen.safe)
  screen.output.write(`${screen.paint(shown, tone)}\n`)
}

const STOPS: ReadonlySet<string> = new Set(['ExitPromptError', 'AbortPromptError'])

async function orStop<T>(answer: Promise<T>, half: () => string = () => ''): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && STOPS.has(error.name)) throw new Stopped(half())
    throw error
  }
}
