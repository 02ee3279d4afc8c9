import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKLIST } from './checklist.ts'

it('every habit of the checklist has a test that carries its number', () => {
  const tests = join(import.meta.dirname, '..')
  const named = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(tests, name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/habit (\d\d):/g)].map(([, number]) => number))
  expect(Object.keys(CHECKLIST).filter((number) => !named.includes(number))).toEqual([])
})
