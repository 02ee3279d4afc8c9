import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']

// Offline and alone: nothing of a real profile is read, nothing is updated or reported.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
]

/** Returns the path of a Chromium on this machine, if there is one. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [process.env.CHROMIUM ?? '', ...paths].find((path) => path !== '' && existsSync(path))
}

type Answer = Record<string, unknown>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Answer
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

/** How a page is looked at. */
export interface View {
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

/** A real browser, spoken to over its pipe. */
export class Browser {
  readonly #folder = mkdtempSync(join(tmpdir(), 'afterword-chromium-'))
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, (message: Message) => void>()
  readonly #events: Message[] = []
  #sent = 0
  #unread = ''
  #session: string | undefined

  constructor(path: string) {
    const flags = [...FLAGS, `--user-data-dir=${join(this.#folder, 'profile')}`]
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const
    this.#process = spawn(path, flags, { stdio: [...stdio] })
    const output = this.#process.stdio[4] as Readable
    output.setEncoding('utf8').on('data', (data: string) => this.#receive(data))
  }

  #receive(data: string): void {
    const parts = (this.#unread + data).split('\0')
    this.#unread = parts.pop() ?? ''
    for (const part of parts) {
      const message: Message = JSON.parse(part)
      if (message.id === undefined) this.#events.push(message)
      else this.#waiting.get(message.id)?.(message)
    }
  }

  async send(method: string, params: Answer = {}): Promise<Answer> {
    const id = ++this.#sent
    const input = this.#process.stdio[3] as Writable
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve))
    const sessionId = this.#session
    input.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    const { result = {}, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  /** Opens a tab that reports what it says and asks for. */
  async open(): Promise<void> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true })
    this.#session = String(sessionId)
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await this.send(`${domain}.enable`)
  }

  /** Shows a file's text at a width and in a scheme, and waits until it stands. */
  async show(html: string, { width, scheme }: View): Promise<void> {
    const file = join(this.#folder, 'page.html')
    writeFileSync(file, html)
    const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false }
    await this.send('Emulation.setDeviceMetricsOverride', metrics)
    const features = [{ name: 'prefers-color-scheme', value: scheme }]
    await this.send('Emulation.setEmulatedMedia', { features })
    this.#events.length = 0
    await this.send('Page.navigate', { url: pathToFileURL(file).href })
    await this.evaluate(
      `new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))`,
    )
  }

  /** Returns what an expression comes to in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const params = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', params)
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
    return (result as { value: T }).value
  }

  /** Returns what the page said in the console and what it asked for besides itself. */
  heard(): string[] {
    return this.#events.flatMap(({ method = '', params }) => {
      if (method === 'Runtime.consoleAPICalled' || method === 'Log.entryAdded')
        return [JSON.stringify(params)]
      const request = params?.request as { url: string } | undefined
      return method === 'Network.requestWillBeSent' && !request?.url.endsWith('/page.html')
        ? [String(request?.url)]
        : []
    })
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill()
    await ended
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
