import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { NOW, PROGRAM } from '../afterword.ts'

/** How long to wait for what is to appear, against a program that hangs. */
export const PATIENCE_MS = 15_000
const LOOK_EVERY_MS = 50

/** A real terminal of 80 columns in which afterword runs. */
export interface Screen {
  /** Types keys by tmux's names: `Enter`, `Escape`, `C-c`, or text. */
  keys(...keys: string[]): void
  /** Returns what is on the screen once it holds the text; throws with the screen where it never does. */
  until(text: string | RegExp): Promise<string>
  /** Waits until the text is gone from the screen. */
  without(text: string): Promise<string>
  /** Returns whether the cursor can be seen. */
  showsCursor(): boolean
  /** Closes the terminal, as somebody does who closes the window. */
  close(): void
}

/** Starts afterword in a tmux terminal of its own and returns its screen. */
export function aScreen(home: string, args: string, env: Record<string, string> = {}): Screen {
  return aTerminal(
    home,
    `'${process.execPath}' '${PROGRAM}' ${args}; echo "ended with $?"; cat`,
    env,
  )
}

/** Starts a shell command line in a tmux terminal of its own and returns its screen. */
export function aTerminal(home: string, line: string, env: Record<string, string> = {}): Screen {
  const socket = `afterword-${randomUUID()}`
  const tmux = (...parts: string[]) =>
    spawnSync('tmux', ['-L', socket, ...parts], { encoding: 'utf8' })
  const settings = Object.entries({
    AFTERWORD_HOME: home,
    AFTERWORD_NOW: NOW,
    LANG: 'C.UTF-8',
    ...env,
  })
  const assigned = settings.map(([name, value]) => `${name}='${value}'`).join(' ')
  // Ctrl+C ends the program and not the shell that tells how it ended.
  const command = `trap : INT; env -u CI -u NO_COLOR ${assigned} ${line}`
  tmux('-f', '/dev/null', '-u', 'new-session', '-d', '-x', '80', '-y', '40', command)
  onTestFinished(() => void tmux('kill-server'))
  const look = () => tmux('capture-pane', '-p').stdout.replace(/\n+$/, '\n')
  return {
    keys: (...keys) => void tmux('send-keys', ...keys),
    until: (text) =>
      waitFor(
        look,
        (screen) => (typeof text === 'string' ? screen.includes(text) : text.test(screen)),
        `${text}`,
      ),
    without: (text) =>
      waitFor(look, (screen) => !screen.includes(text), `a screen without ${text}`),
    showsCursor: () => tmux('display-message', '-p', '#{cursor_flag}').stdout === '1\n',
    close: () => void tmux('kill-server'),
  }
}

async function waitFor(
  look: () => string,
  isThere: (screen: string) => boolean,
  wanted: string,
): Promise<string> {
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end) {
    const screen = look()
    if (isThere(screen)) return screen
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  throw new Error(`the screen never showed ${wanted}:\n${look()}`)
}
