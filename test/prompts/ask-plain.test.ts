import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../src/prompts/ask.ts'
import { createPlainAsk } from '../../src/prompts/ask-plain.ts'

function reader(input: string) {
  const source = new PassThrough()
  const output = new PassThrough()
  source.end(input)
  const ask = createPlainAsk({
    input: source,
    output,
    safe: (text) => text.replaceAll('\u001b', '\u241b'),
  })
  return { ask, said: () => String(output.read() ?? '') }
}

const felt: Question = {
  text: 'Felt, before, after?',
  number: 4,
  hint: 'Enter lists the words',
  judge: (typed) => {
    if (typed === '') return { ok: false, why: 'angry\nhappy', help: true }
    return typed === 'fru gra'
      ? { ok: true, echo: 'frustrated -> grateful' }
      : { ok: false, why: `${typed} is not on the list` }
  },
}

describe('accessible prompts', () => {
  it('numbers the question and puts labels before values', async () => {
    const { ask, said } = reader('\ncross\nfru gra\n')
    expect(await ask.line(felt)).toEqual({ typed: 'fru gra' })
    expect(said()).toBe(
      [
        'Question 4. Felt, before, after?',
        'Enter lists the words',
        'angry',
        'happy',
        'Not taken: cross is not on the list',
        'Understood: frustrated -> grateful',
        '',
      ].join('\n'),
    )
  })

  it('goes back with <, and Enter keeps what was kept', async () => {
    const { ask, said } = reader('<\n\n')
    expect(await ask.line({ ...felt, initial: 'fru gra' })).toEqual({ back: 'fru gra' })
    expect(await ask.line({ ...felt, initial: 'fru gra' })).toEqual({ typed: 'fru gra' })
    expect(said()).toContain('Kept: fru gra\nEnter keeps it, < goes back.\n')
  })

  it('answers lines that came early in their order', async () => {
    const { ask } = reader('one\ntwo\nthree\n')
    const question: Question = { text: 'What?', judge: () => ({ ok: true }) }
    expect(await ask.line(question)).toEqual({ typed: 'one' })
    expect(await ask.line(question)).toEqual({ typed: 'two' })
    expect(await ask.key('c closes it.')).toBe('t')
  })

  it('takes a last line without its end, then stops with 130', async () => {
    const { ask } = reader('last')
    const question: Question = { text: 'What?', judge: () => ({ ok: true }) }
    expect(await ask.line(question)).toEqual({ typed: 'last' })
    await expect(ask.line(question)).rejects.toMatchObject({ name: 'Refusal', exitCode: 130 })
  })

  it.each([
    ['y\n', true],
    ['\n', false],
    ['<\n', false],
    ['perhaps\nyes\n', true],
  ])('takes %j as %s', async (input, expected) => {
    expect(await reader(input).ask.confirm('Remove it?')).toBe(expected)
  })

  it('lets no escape byte through', async () => {
    const { ask, said } = reader('x\u001b[2J\n')
    ask.say('see \u001b[31mred')
    await ask.line({
      text: 'What\u001b?',
      initial: '\u001b]52;c;\u0007',
      judge: (typed) => ({ ok: true, echo: typed }),
    })
    const text = said()
    expect(text).toContain('\u241b[2J')
    expect(text).not.toContain('\u001b')
  })
})

describe('accessible prompts in a process of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-plain-'))
  const program = join(folder, 'plain-session.mjs')

  beforeAll(() => {
    buildSync({
      entryPoints: ['test/prompts/plain-session.ts'],
      bundle: true,
      format: 'esm',
      platform: 'node',
      splitting: true,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
    })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function session(input: string, signal?: NodeJS.Signals) {
    const child = spawn(process.execPath, [program], { stdio: 'pipe' })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => {
      err.push(chunk)
      if (signal && String(chunk).includes('Channel?')) child.kill(signal)
    })
    child.stdin.write(input)
    if (!signal) child.stdin.end()
    const code = await new Promise((resolve) => child.on('close', resolve))
    return { code, out: Buffer.concat(out), err: Buffer.concat(err) }
  }

  it('asks the six questions without one escape byte on any stream', async () => {
    const lines = [
      'evil',
      '<',
      '',
      'phone',
      'Reset it \u001b[31m',
      '',
      'fru gra',
      'resolved',
      'fri!',
    ]
    const { code, out, err } = await session(`${lines.join('\n')}\n`)
    expect(err.includes(0x1b)).toBe(false)
    expect(out.includes(0x1b)).toBe(false)
    expect(err.toString()).toContain('Question 6. Follow-up?')
    expect(err.toString()).toContain('Understood: evil\u241b[2J')
    expect(JSON.parse(out.toString())).toMatchObject({
      summary: 'Reset it \u001b[31m',
      next: 'fri!',
    })
    expect(code).toBe(0)
  })

  it('stops with 130 at the end of the input, and at Ctrl+C', async () => {
    expect(await session('ada\n')).toMatchObject({ code: 130 })
    expect(await session('ada\n', 'SIGINT')).toMatchObject({ code: 130 })
  })
})
