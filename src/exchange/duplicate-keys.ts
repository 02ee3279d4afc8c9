const TEXT_OR_BRACE = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g

/** Returns the keys that one object of a JSON text gives more than once, each named once. JSON.parse keeps the last of them silently. */
export function duplicateKeys(json: string): string[] {
  const open: Set<string>[] = []
  const twice = new Set<string>()
  for (const [token, colon] of json.matchAll(TEXT_OR_BRACE)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (colon !== undefined) note(token.slice(0, -colon.length), open.at(-1), twice)
  }
  return [...twice]
}

function note(quoted: string, keys: Set<string> | undefined, twice: Set<string>): void {
  const key = String(JSON.parse(quoted))
  if (keys?.has(key)) twice.add(key)
  keys?.add(key)
}
