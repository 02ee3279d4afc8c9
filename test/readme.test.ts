import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder, afterword } from './afterword.ts'
import { aShim, inShell } from './shell.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

function shellLines(): string[] {
  const blocks = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, body = '']) => body)
  return blocks.flatMap((body) => body.trim().split('\n'))
}

it('habit 13: every command of the README works as printed, in order, on a fresh journal', () => {
  const folder = aFolder()
  const home = join(folder, 'home')
  mkdirSync(home)
  writeFileSync(
    join(folder, 'tickets.csv'),
    'Requester,Created,Subject,Ticket\nida,2026-11-18 09:30,Cannot log in,17\n',
  )
  const options = {
    bin: aShim(folder),
    cwd: folder,
    input: 'The terrace door sticks again; drawing promised\n',
  }
  const lines = shellLines().filter((line) => /\bafterword\b/.test(line) && !line.includes('npx'))
  expect(lines.length).toBeGreaterThan(15)
  const failed = lines.flatMap((line) => {
    const { status, stderr } = inShell(home, line, options)
    return status === 0 ? [] : [{ line, status, stderr }]
  })
  expect(failed).toEqual([])
})

it('the README shows what the demo really prints', () => {
  const transcript = /<!-- transcript.*?-->\n```\n([\s\S]*?)```/.exec(readme)?.[1]
  expect(transcript).toBe(afterword(aFolder(), ['demo']).stdout)
})

it('every command of the program stands in the README', () => {
  const { stdout } = afterword(aFolder(), ['help', 'all'])
  const words = [...stdout.matchAll(/^ {2}([a-z]+)(?:\||\s)/gm)].map(([, word]) => word)
  expect(words).toContain('week')
  const missing = words.filter((word) => !new RegExp(`\\| \`${word}\\b`).test(readme))
  expect(missing).toEqual([])
})
