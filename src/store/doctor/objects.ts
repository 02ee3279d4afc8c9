const LONGEST = 200_000

/** A JSON object found in a text: where it begins, and what the reader made of it. */
export interface Read<T> {
  readonly start: number
  readonly value: T
}

/** Returns the outermost objects in a text that `read` can make something of, however broken the text around them is. */
export function objectsIn<T>(text: string, read: (json: string) => T | undefined): Read<T>[] {
  const found: Read<T>[] = []
  for (let start = text.indexOf('{'); start >= 0; ) {
    const end = endOf(text, start)
    const value = end === undefined ? undefined : read(text.slice(start, end))
    if (value !== undefined) found.push({ start, value })
    start = text.indexOf('{', value === undefined ? start + 1 : end)
  }
  return found
}

/** Returns where the object that begins here ends, or nothing where its brackets never close. */
function endOf(text: string, start: number): number | undefined {
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gy
  let depth = 0
  for (let at = start; at < text.length && at - start < LONGEST; ) {
    tokens.lastIndex = at
    const token = tokens.exec(text)?.[0]
    if (token === '{') depth++
    if (token === '}' && --depth === 0) return at + 1
    at += token?.length ?? 1
  }
  return undefined
}
