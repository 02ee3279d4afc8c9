const SIGNS = ['--', '-', 'o', '+', '++']

const UNKNOWN = '?'

/** Returns the sign of a level from -2 to 2. */
export function signOf(level: number): string {
  return SIGNS[level + 2] ?? ''
}

/** Returns the sign of a day that was written down: of one whose feelings are not known, a question mark. */
export function daySign(level: number | null): string {
  return level === null ? UNKNOWN : signOf(level)
}
