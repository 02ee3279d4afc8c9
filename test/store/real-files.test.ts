import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { realFiles } from '../../src/store/real-files.ts'
import { aFolder } from '../afterword.ts'

it.each([
  ['leaves room', 8, true],
  ['fills the memory to its last byte', 7, false],
  ['is larger than the memory', 3, false],
])('a file that %s is read whole', async (_, room, isWithin) => {
  const [path, memory] = [join(aFolder(), 'month'), Buffer.alloc(room, 'x')]
  writeFileSync(path, 'seventh')
  const bytes = await realFiles.read(path, memory)
  expect(bytes.toString()).toBe('seventh')
  expect(bytes.buffer === memory.buffer).toBe(isWithin)
})
