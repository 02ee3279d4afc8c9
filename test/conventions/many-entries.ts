import { expect } from 'vitest'
import { afterword } from '../afterword.ts'
import { anEntry, idOf } from '../helpers.ts'

/** Puts so many plain entries into a journal, through import. */
export function manyEntries(home: string, count: number): void {
  const lines = Array.from({ length: count }, (_, at) => JSON.stringify(anEntry({ id: idOf(at) })))
  const { status } = afterword(home, ['import', '-'], { input: lines.join('\n') })
  expect(status).toBe(0)
}
