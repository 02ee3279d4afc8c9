import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ANY = ['model', 'errors']

/** Each room and whom it may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: ['errors'],
  errors: [],
  streams: ['errors'],
  'run-program': [],
  pager: ['render', 'run-program', 'terminal'],
  queries: ANY,
  reports: ANY,
  pages: [...ANY, 'reports'],
  render: [...ANY, 'pages/page'],
  store: ANY,
  prompts: ANY,
  exchange: ANY,
  demo: ANY,
  completion: ANY,
  handover: [...ANY, 'exchange'],
  team: [...ANY, 'handover', 'reports'],
  terminal: [],
  clock: [...ANY, 'store', 'terminal'],
  passphrase: [...ANY, 'store', 'prompts'],
  context: [
    ...ANY,
    'store',
    'prompts',
    'render',
    'clock',
    'passphrase',
    'streams',
    'run-program',
    'pager',
    'terminal',
  ],
  flows: [
    ...ANY,
    'store',
    'queries',
    'reports',
    'pages',
    'render',
    'prompts',
    'exchange',
    'handover',
    'team',
    'completion',
    'context',
    'terminal',
  ],
  commands: [
    ...ANY,
    'store',
    'queries',
    'reports',
    'pages',
    'render',
    'prompts',
    'exchange',
    'handover',
    'team',
    'demo',
    'completion',
    'flows',
    'context',
    'terminal',
    'words',
    'run-program',
  ],
  words: ['context', 'commands'],
  program: [...ANY, 'context', 'words'],
  main: [...ANY, 'context', 'program'],
  'man-page': ['context', 'program', 'words'],
  version: ['errors', 'streams'],
}

const PURE = ['completion', 'model', 'queries', 'reports', 'pages', 'render']
const IMPURE = /\basync\b|\bawait\b|\bDate\.now\b|\bnew Date\(\)|\bprocess\./
/** The only places that may touch the process. */
const PROCESS = /^(context\.ts|version\.ts|store\/|prompts\/ask)/

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))

function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '')
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found]
    .map(([, path]) => normalize(join(dirname(file), path ?? '')))
    .filter((path) => !path.startsWith('..'))
}

function codeOf(file: string): string {
  const source = readFileSync(join(root, file), 'utf8')
  return source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '').replace(/'[^'\n]*'|`[^`]*`/g, "''")
}

describe('the import rule', () => {
  it('reads the source', () => {
    expect(files).toContain('main.ts')
    expect(importsOf('main.ts')).toContain('program.ts')
  })

  it.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    const allowed = MAY_IMPORT[room]
    expect(allowed, `no row for the room ${room}`).toBeDefined()
    const forbidden = importsOf(file).filter((path) => {
      const other = roomOf(path)
      if (other === room) return room === 'commands'
      return !allowed?.some((each) => each === other || `${each}.ts` === path)
    })
    expect(forbidden).toEqual([])
  })
})

describe('the pure rooms', () => {
  it.each(files.filter((file) => PURE.includes(roomOf(file))))('%s has no effects', (file) => {
    expect(codeOf(file)).not.toMatch(IMPURE)
  })
})

describe('the process', () => {
  it.each(files.filter((file) => !PROCESS.test(file)))('%s leaves it alone', (file) => {
    expect(codeOf(file)).not.toMatch(/\bprocess\./)
  })
})
