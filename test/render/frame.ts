import type { Frame } from '../../src/render/layout.ts'
import { makeTheme } from '../../src/render/theme.ts'

interface Wanted {
  readonly colour?: boolean
  readonly unicode?: boolean
  readonly width?: number
}

/** Returns a frame of 80 columns without colour; what is given differs. */
export function aFrame({ colour = false, unicode = true, width = 80 }: Wanted = {}): Frame {
  return { theme: makeTheme({ colour, unicode }), width }
}
