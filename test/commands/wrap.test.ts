import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { ENCRYPTED } from '../encrypted.ts'

describe('wrap without a terminal', () => {
  it.skipIf(ENCRYPTED)(
    'passes the exit code on, asks nothing and keeps what is known as a draft',
    () => {
      const home = aFolder()
      const { status, stdout, stderr } = afterword(home, [
        'wrap',
        '--',
        'sh',
        '-c',
        'echo ring; exit 3',
      ])
      expect({ status, stdout }).toEqual({ status: 3, stdout: 'ring\n' })
      expect(stderr).toContain('Nobody could be asked')
      const [name = ''] = readdirSync(join(home, 'state/drafts'))
      const draft = JSON.parse(readFileSync(join(home, 'state/drafts', name), 'utf8'))
      expect(draft.answers).toEqual({ set: ['contact.minutes=0'] })
    },
  )

  it.each([
    ['a missing program', ['no-such-program'], 127, /"no-such-program" is not a program here/],
    ['a folder', ['/'], 126, /could not be run/],
    ['a file that is no program', [import.meta.filename], 126, /could not be run/],
    ['an interrupted program', ['sh', '-c', 'kill -INT $$'], 130, /kept/],
    ['a killed program', ['sh', '-c', 'kill -9 $$'], 137, /kept/],
    ['a program that is fine', ['true'], 0, /kept/],
  ])('%s', (_, command, code, says) => {
    const { status, stderr } = afterword(aFolder(), ['wrap', '--', ...command])
    expect(status).toBe(code)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('hands flags and binary output through untouched', () => {
    const { stdout } = afterword(aFolder(), ['wrap', '--', 'printf', '--', '\\000\\377-q'])
    expect(stdout).toBe('\0\ufffd-q')
  })

  it('without a program is a wrong line', () => {
    expect(afterword(aFolder(), ['wrap']).status).toBe(2)
  })
})
