import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aFolder, afterword, CONTACT } from '../afterword.ts'

it('habit 46: a newer format is refused untouched, with both numbers', () => {
  const home = aFolder()
  mkdirSync(join(home, 'journal'))
  const file = join(home, 'journal/2026-11.json')
  const newer = '{"format":"afterword","version":2,"month":"2026-11","entries":[]}'
  writeFileSync(file, newer)
  const { status, stderr } = afterword(home, CONTACT)
  expect(status).toBe(1)
  expect(stderr).toMatch(/newer.*2.*1|2.*newer.*1/s)
  expect(readFileSync(file, 'utf8')).toBe(newer)
  expect(readdirSync(join(home, 'journal'))).toEqual(['2026-11.json'])
})
