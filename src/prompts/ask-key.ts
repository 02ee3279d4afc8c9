import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core'
import type { Paint } from './ask.ts'
import { wrapUnder } from './fit.ts'

export interface KeyConfig {
  readonly text: string
  readonly paint: Paint
  readonly safe: (text: string) => string
  readonly columns: () => number
}

/** How waiting for a key ends: with its character, with nothing for Enter or Esc, or with Ctrl+D. */
export type KeyEnd = { key: string } | 'stop'

/** A prompt that is answered by one key. */
export const keyPrompt = createPrompt<KeyEnd, KeyConfig>((config, done) => {
  const [pressed, setPressed] = useState('')

  useEffect((rl) => {
    const line = rl as unknown as NodeJS.EventEmitter
    const close = () => done('stop')
    line.on('close', close)
    return () => line.removeListener('close', close)
  }, [])

  useKeypress((key, rl) => {
    if (key.ctrl && key.name === 'd') return done('stop')
    if (isEnterKey(key) || key.name === 'escape') return done({ key: '' })
    const character = rl.line.trim()
    rl.clearLine(0)
    if (character === '') return
    setPressed(character)
    done({ key: character })
  })

  const { text, paint, safe, columns } = config
  const shown = wrapUnder(safe(text), 0, columns() - 2)
  return `${pressed ? paint(shown, 'dim') : shown} ${safe(pressed)}`.trimEnd()
})
