import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { environment, PROGRAM } from '../afterword.ts'

export interface PtyOptions {
  /** What is typed, each once the text before it was seen. */
  readonly typing?: readonly (readonly [seen: string, keys: string])[]
  readonly env?: Readonly<Record<string, string>>
  readonly columns?: number
  /** The folder relative paths start from. */
  readonly cwd?: string
}

const PATIENCE_MS = 20_000

/** Runs a line in bash in a real terminal and returns every byte of it; in the line, `afterword` is the built program. */
export async function inPty(
  home: string,
  line: string,
  { typing = [], env = {}, columns = 80, cwd = home }: PtyOptions = {},
): Promise<{ readonly status: number | null; readonly bytes: string }> {
  const setUp = `stty cols ${columns} rows 40 -echo`
  const afterword = `afterword() { '${process.execPath}' '${PROGRAM}' "$@"; }`
  const child = spawn('script', ['-qec', `${setUp}\n${afterword}\n${line}`, '/dev/null'], {
    cwd,
    timeout: PATIENCE_MS,
    env: environment(home, {
      TERM: 'xterm-256color',
      SHELL: '/bin/bash',
      LANG: 'C.UTF-8',
      ...env,
    }),
  })
  const left = [...typing]
  let [bytes, looked] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    bytes += part
    const [next] = left
    const at = next ? bytes.indexOf(next[0], looked) : -1
    if (!next || at < 0) return
    looked = at + next[0].length
    left.shift()
    child.stdin.write(next[1])
  })
  const [status] = await once(child, 'close')
  if (left.length > 0) throw new Error(`the terminal never showed ${left[0]?.[0]}:\n${bytes}`)
  return { status, bytes }
}
