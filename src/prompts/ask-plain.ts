import { createInterface } from 'node:readline'
import { safeLine } from '../model/safe.ts'
import { type Ask, isBack, type Question, type Reply, type Verdict } from './ask.ts'
import { safeLines, saysYes, yesNoQuestion } from './question.ts'
import { Stopped } from './stopped.ts'

export interface PlainAskOptions {
  readonly input?: NodeJS.ReadableStream
  readonly output?: NodeJS.WritableStream
  /** Makes control characters in any text visible, as one line. */
  readonly safe?: (text: string) => string
}

/** Where lines are read and written. */
interface Desk {
  /** Returns the next line; `undefined` is the end of the input or Ctrl+C. */
  readonly next: () => Promise<string | undefined>
  readonly write: (text: string) => void
  /** Makes the line that is waited for, or else the next one, the end of the input. */
  readonly stop: () => void
}

/** Returns prompts for a reader of lines: numbered questions, labels before values, no escape byte. */
export function createPlainAsk(options: PlainAskOptions = {}): Ask {
  const { input = process.stdin, output = process.stderr, safe = safeLine } = options
  const write = (text: string) => void output.write(`${safeLines(text, safe)}\n`)
  const desk: Desk = { ...openLines(input), write }
  return {
    keys: '< and Enter: back. Ctrl-C: stop',
    line: (question) => whileAsking(desk, () => askLine(desk, question)),
    confirm: (text) => whileAsking(desk, () => askYesNo(desk, text)),
    key: (text) => whileAsking(desk, () => askKey(desk, text)),
    secret: (text) => whileAsking(desk, () => askSecretly(desk, input, text)),
    say: (text) => write(text),
  }
}

// The terminal is not raw here, so Ctrl+C is a signal; it stops the question like the end of the input.
async function whileAsking<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  process.once('SIGINT', desk.stop)
  try {
    return await work()
  } finally {
    process.removeListener('SIGINT', desk.stop)
  }
}

async function askLine(desk: Desk, question: Question): Promise<Reply> {
  for (const line of introduce(question)) desk.write(line)
  for (;;) {
    const line = (await readLine(desk)).trim()
    if (line === '<') return { back: question.initial ?? '' }
    const typed = line === '' ? (question.initial ?? '') : line
    const verdict = await question.judge(typed)
    for (const said of comment(verdict)) desk.write(said)
    if (verdict.ok) return { typed }
  }
}

async function askYesNo(desk: Desk, text: string): Promise<boolean> {
  const reply = await askLine(desk, yesNoQuestion(text))
  return !isBack(reply) && saysYes(reply.typed)
}

async function askKey(desk: Desk, text: string): Promise<string> {
  desk.write(`${text} Type the key, then Enter.`)
  return (await readLine(desk)).trim().slice(0, 1)
}

/** Without escapes only the terminal itself can hide what is typed: in raw mode it shows nothing. */
async function askSecretly(desk: Desk, input: NodeJS.ReadableStream, text: string) {
  const setRaw = (raw: boolean) => {
    if ('setRawMode' in input && typeof input.setRawMode === 'function') input.setRawMode(raw)
  }
  const watch = (typed: Buffer | string) => {
    if (String(typed).includes('\u0003')) desk.stop()
  }
  desk.write(`${text} (nothing is shown while you type)`)
  setRaw(true)
  input.on('data', watch)
  try {
    return withoutErased(await readLine(desk))
  } finally {
    input.off('data', watch)
    setRaw(false)
  }
}

/** In raw mode a backspace is a character like any other. */
function withoutErased(typed: string): string {
  const kept: string[] = []
  for (const letter of typed) {
    if (letter === '\b' || letter === '\u007f') kept.pop()
    else kept.push(letter)
  }
  return kept.join('')
}

function introduce({ text, number, hint, initial }: Question): string[] {
  const asked = number === undefined ? text : `Question ${number}. ${text}`
  if (initial) return [asked, `Kept: ${initial}`, 'Enter keeps it, < goes back.']
  return hint ? [asked, hint] : [asked]
}

function comment(verdict: Verdict): string[] {
  if (!verdict.ok) return [verdict.help ? verdict.why : `Not taken: ${verdict.why}`]
  return verdict.echo ? [`Understood: ${verdict.echo}`] : []
}

async function readLine(desk: Desk): Promise<string> {
  const line = await desk.next()
  if (line === undefined) throw new Stopped()
  return line
}

// One reader for all questions: lines that came early wait in a queue, and between questions the input is paused,
// so that it does not keep the process alive.
function openLines(input: NodeJS.ReadableStream): Pick<Desk, 'next' | 'stop'> {
  const waiting: string[] = []
  let [ended, isStopped] = [false, false]
  let wake = () => {}
  const lines = createInterface({ input, terminal: false })
  lines.on('line', (line) => {
    waiting.push(line)
    wake()
  })
  lines.on('close', () => {
    ended = true
    wake()
  })
  lines.pause()
  const stop = () => {
    isStopped = true
    wake()
  }
  const wasStopped = () => {
    const was = isStopped
    isStopped = false
    return was
  }
  const next = async () => {
    if (wasStopped()) return undefined
    if (waiting.length > 0 || ended) return waiting.shift()
    const awake = new Promise<void>((resolve) => {
      wake = resolve
    })
    lines.resume()
    await awake
    if (!ended) lines.pause()
    return wasStopped() ? undefined : waiting.shift()
  }
  return { next, stop }
}
