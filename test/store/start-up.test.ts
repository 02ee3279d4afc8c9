import { build, type Metafile } from 'esbuild'
import { describe, expect, it } from 'vitest'

/** Returns every module that is loaded together with one: what it imports, but not what it imports when needed. */
async function loadedWith(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const seen = new Set<string>()
  visit(metafile, Object.keys(metafile.inputs).find((path) => path.endsWith(entry)) ?? entry, seen)
  return [...seen]
}

function visit({ inputs }: Metafile, path: string, seen: Set<string>): void {
  if (seen.has(path)) return
  seen.add(path)
  for (const { kind, path: imported, external } of inputs[path]?.imports ?? [])
    if (kind === 'import-statement' && !external) visit({ inputs, outputs: {} }, imported, seen)
}

describe('opening the store', () => {
  it('loads neither the schema nor what only a change needs', async () => {
    const loaded = await loadedWith('src/store/open-store.ts')
    expect(loaded.some((path) => path.endsWith('src/store/month-file.ts'))).toBe(true)
    expect(
      loaded.filter((path) => /valibot|model\/entry\.|transaction|changing/.test(path)),
    ).toEqual([])
  })
})
