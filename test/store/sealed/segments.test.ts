import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realFiles } from '../../../src/store/real-files.ts'
import { codecOf } from '../../../src/store/sealed/age.ts'
import { Segments } from '../../../src/store/sealed/segments.ts'
import { IDENTITY, RECIPIENT } from '../../encrypted.ts'
import { dyingAfter, dyingBefore, faulty } from '../nth-call.ts'
import { aFolder } from '../store-folder.ts'

const codec = await codecOf(IDENTITY, [RECIPIENT])

function place(root = aFolder()) {
  return { folder: join(root, 'history'), plain: join(root, 'history.jsonl') }
}

const lines = (count: number, length: number, mark = 'x') =>
  Buffer.from(`${mark.repeat(length - 1)}\n`.repeat(count))

describe('a file that only grows, encrypted', () => {
  it('is what a plain file would be after any steps', async () => {
    const where = place()
    const segments = new Segments(realFiles, codec, where)
    let model = Buffer.alloc(0)
    const steps = [
      ['append', lines(3, 100)],
      ['append', lines(1, 70_000)],
      ['append', lines(2, 50)],
      ['append', lines(600, 300)],
      ['cut', 70_310],
      ['append', lines(2, 60)],
      ['cut', 40],
      ['append', lines(1, 10)],
      ['replace', lines(2000, 100)],
      ['append', lines(1, 20)],
      ['cut', 0],
      ['append', lines(1, 20)],
    ] as const
    for (const [step, given] of steps) {
      if (step === 'append') await segments.append(given, { flush: true })
      if (step === 'replace') await segments.replace(given)
      if (step === 'cut') await segments.truncate(given)
      if (step === 'append') model = Buffer.concat([model, given])
      if (step === 'replace') model = given
      if (step === 'cut') model = model.subarray(0, given)
      expect((await segments.read()).equals(model)).toBe(true)
      const { size, head, tail } = await segments.ends(16)
      expect(size).toBe(model.length)
      expect(head.equals(model.subarray(0, 16))).toBe(true)
      expect(model.subarray(model.length - tail.length).equals(tail)).toBe(true)
      expect((await segments.stat()).size).toBe(model.length)
      for (const from of [0, 99, 65_000, 70_300, model.length - 5])
        for (const length of [0, 1, 8_000, 70_000, model.length]) {
          const part = await segments.part(Math.max(0, from), length)
          const expected = model.subarray(Math.max(0, from), Math.max(0, from) + length)
          expect(part.equals(expected), `${step}: ${length} from ${from}`).toBe(true)
        }
    }
  })

  it('is written anew in small pieces only', async () => {
    const where = place()
    const segments = new Segments(realFiles, codec, where)
    for (let count = 0; count < 6; count++) await segments.append(lines(200, 100), { flush: true })
    expect(readdirSync(where.folder)).toHaveLength(2)
  })

  it('a plain file is taken over at the first change, and read before it', async () => {
    const where = place()
    writeFileSync(where.plain, lines(2, 10))
    const segments = new Segments(realFiles, codec, where)
    expect((await segments.read()).equals(lines(2, 10))).toBe(true)
    await segments.append(lines(1, 10), { flush: true })
    expect((await segments.read()).equals(lines(3, 10))).toBe(true)
    expect(existsSync(where.plain)).toBe(false)
  })

  it('a damaged piece is a line that says nothing; what comes after it is there', async () => {
    const where = place()
    const segments = new Segments(realFiles, codec, where)
    await segments.append(lines(1, 70_000, 'a'), { flush: true })
    await segments.append(lines(2, 10, 'b'), { flush: true })
    const [first = ''] = readdirSync(where.folder).sort()
    writeFileSync(join(where.folder, first), 'no age file of this size')
    const read = (await segments.read()).toString().split('\n')
    expect(read[0]).toMatch(/^\?{69999}$/)
    expect(read.slice(1, 3)).toEqual(['bbbbbbbbb', 'bbbbbbbbb'])
    expect(await segments.broken()).toBe(first)
  })

  it('what cannot be opened is not written over', async () => {
    const where = place()
    const segments = new Segments(realFiles, codec, where)
    await segments.append(lines(1, 50), { flush: true })
    const [only = ''] = readdirSync(where.folder)
    const sealed = await realFiles.read(join(where.folder, only))
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    writeFileSync(join(where.folder, only), sealed)
    await segments.append(lines(1, 20, 'y'), { flush: true })
    expect((await realFiles.read(join(where.folder, only))).equals(sealed)).toBe(true)
    expect((await segments.read()).toString().split('\n')[1]).toBe('y'.repeat(19))
  })

  it.each([
    ['append', (each: Segments) => each.append(lines(1, 66_000, 'n'), { flush: true })],
    ['append to the last piece', (each: Segments) => each.append(lines(1, 9), { flush: false })],
    ['replace', (each: Segments) => each.replace(lines(800, 200, 'n'))],
  ])('%s that dies at any call leaves the old bytes or the new ones', async (_, act) => {
    const seen = new Set<boolean>()
    for (const fault of [dyingBefore, dyingAfter])
      for (let nth = 0; ; nth++) {
        const where = place()
        const whole = new Segments(realFiles, codec, where)
        await whole.append(lines(1, 70_000, 'o'), { flush: true })
        await whole.append(lines(1, 20, 'o'), { flush: true })
        const old = await whole.read()
        const attempt = faulty(nth, fault)
        await act(new Segments(attempt.files, codec, where)).catch(() => undefined)
        const now = await whole.read()
        if (!attempt.isDead) {
          expect(now.equals(old)).toBe(false)
          break
        }
        const isOld = now.equals(old)
        if (!isOld) expect(now.subarray(0, old.length).equals(old) || now.at(0) === 110).toBe(true)
        seen.add(isOld)
        await whole.append(lines(1, 5, 'z'), { flush: true })
        expect((await whole.read()).equals(Buffer.concat([now, lines(1, 5, 'z')]))).toBe(true)
        expect(readdirSync(where.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
      }
    expect(seen.size).toBe(2)
  })
})
