import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKLIST } from './checklist.ts'

it('every habit of the checklist has a test that carries its number', () => {
  const folder = import.meta.dirname
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const named = sources.flatMap((text) =>
    [...text.matchAll(/habit ([\d, ]+):/g)].flatMap(([, numbers = '']) => numbers.split(', ')),
  )
  expect(Object.keys(CHECKLIST).filter((number) => !named.includes(number))).toEqual([])
})
