import { createInterface } from 'node:readline'
import { Refusal } from '../errors.ts'
import { type Ask, isBack, type Question, type Reply, type Verdict } from './ask.ts'
import { saysYes, yesNoQuestion } from './question.ts'

export interface PlainAskOptions {
  readonly input?: NodeJS.ReadableStream
  readonly output?: NodeJS.WritableStream
  /** Makes control characters in any text visible. */
  readonly safe: (text: string) => string
}

/** Reads one line after another; `undefined` is the end of the input or Ctrl+C. */
type NextLine = () => Promise<string | undefined>

interface Desk {
  readonly next: NextLine
  readonly write: (text: string) => void
}

/** Returns prompts for a reader of lines: numbered questions, labels before values, no escape byte. */
export function createPlainAsk(options: PlainAskOptions): Ask {
  const { input = process.stdin, output = process.stderr, safe } = options
  const write = (text: string) => output.write(`${text.split('\n').map(safe).join('\n')}\n`)
  const desk: Desk = { next: openLines(input), write }
  return {
    keys: '< and Enter: back. Ctrl-C: stop',
    line: (question) => askLine(desk, question),
    confirm: async (text) => {
      const reply = await askLine(desk, yesNoQuestion(text))
      return !isBack(reply) && saysYes(reply.typed)
    },
    key: async (text) => {
      write(`${text} Type the key, then Enter.`)
      return (await readLine(desk)).trim().slice(0, 1)
    },
    say: (text) => write(text),
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
  if (line === undefined) throw new Refusal('Stopped.', 130)
  return line
}

// One reader for all questions: lines that came early wait in a queue, and between questions the input is paused,
// so that it does not keep the process alive.
function openLines(input: NodeJS.ReadableStream): NextLine {
  const waiting: string[] = []
  let ended = false
  let wake: () => void = () => {}
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
  return async () => {
    if (waiting.length === 0 && !ended)
      await untilLine(lines, (then) => {
        wake = then
      })
    return waiting.shift()
  }
}

async function untilLine(
  lines: ReturnType<typeof createInterface>,
  onWake: (then: () => void) => void,
): Promise<void> {
  const interrupt = () => lines.close()
  process.once('SIGINT', interrupt)
  const awake = new Promise<void>((resolve) => onWake(resolve))
  lines.resume()
  await awake
  process.removeListener('SIGINT', interrupt)
  if (!isClosed(lines)) lines.pause()
}

function isClosed(lines: ReturnType<typeof createInterface>): boolean {
  return (lines as unknown as { closed: boolean }).closed
}
