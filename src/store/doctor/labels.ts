import { basename, relative, sep } from 'node:path'
import type { Home } from '../home.ts'

/** Returns how people are told of a path of ours: `journal/2026-11.json`, `state/lock`, `config.json`. */
export function labelOf({ state, data, configFolder }: Home, path: string): string {
  if (path === data || path === configFolder) return path
  for (const [root, name] of [
    [state, 'state'],
    [data, ''],
    [configFolder, ''],
  ] as const) {
    if (path === root) return name
    const inside = relative(root, path)
    if (!inside.startsWith('..')) return [name, ...inside.split(sep)].filter(Boolean).join('/')
  }
  return basename(path)
}
