const SIGNS = ['--', '-', 'o', '+', '++']

/** Returns the sign of a level from -2 to 2. */
export function signOf(level: number): string {
  return SIGNS[level + 2] ?? ''
}
