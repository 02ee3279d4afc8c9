import { type Line, line, type Node, type Page, typed } from './page.ts'
import { counted } from './wording.ts'

/** What forgetting somebody comes to. */
export interface Forgetting {
  readonly name: string
  readonly entries: number
  readonly months: readonly string[]
  readonly images: number
  readonly drafts: number
  readonly mentions: readonly { readonly where: string; readonly fields: readonly string[] }[]
  /** Files that still say the name. */
  readonly left?: readonly string[]
}

const BEYOND = [
  'the history of version control, if you keep the journal in it',
  'old versions that a sync or backup service keeps',
  'exports, pages and handovers already made or sent',
  'your other machines: run it there, too',
  'what your shell remembers of what you typed, this command among it',
  'texts that mean them by another name',
]

/** Returns the question before somebody is erased. */
export function forgetQuestion({ name, entries, mentions }: Forgetting): string {
  const texts =
    mentions.length > 0
      ? `, and what ${counted(mentions.length, 'other text says', 'other texts say')} of them`
      : ''
  return `Erase ${name}: ${counted(entries, 'entry', 'entries')}${texts}? This cannot be taken back.`
}

/** Returns the page of `forget`: what was or would be erased, and what it cannot reach. */
export function forgetPage(forgetting: Forgetting, mood: 'would' | 'did'): Page {
  const { name, mentions, left = [] } = forgetting
  const title = mood === 'did' ? `Forgotten: ${name}` : `Would be forgotten: ${name}`
  const nodes: (readonly [string, readonly Line[]])[] = [
    ['On this machine', erasedLines(forgetting).map((text) => line([typed(text)]))],
    ['Sentences that mention them, erased from', mentions.map(mentionLine)],
    ['The name still stands in', left.map((path) => line([typed(path)]))],
    ['Out of reach', BEYOND.map((text) => line([text]))],
  ]
  return {
    report: 'forget',
    title,
    nodes: nodes.flatMap(([heading, items]) => (items.length > 0 ? section(heading, items) : [])),
    footer: [],
  }
}

function erasedLines({ entries, months, images, drafts }: Forgetting): string[] {
  const where = months.length > 0 ? ` (${months.join(', ')})` : ''
  return [
    `${counted(entries, 'entry', 'entries')} in the journal${where}`,
    `${counted(images, 'state', 'states')} of entries in the history: undo cannot bring them back`,
    ...(drafts > 0 ? [counted(drafts, 'draft', 'drafts')] : []),
    'index and status line, which are made anew without them',
    'kept: a keyed hash of the name, so that an old copy that comes back is erased again',
  ]
}

function mentionLine({ where, fields }: Forgetting['mentions'][number]): Line {
  return line([typed(where), `: ${fields.join(', ')}`])
}

function section(title: string, items: readonly Line[]): Node {
  return { kind: 'section', title, nodes: [{ kind: 'list', items }] }
}
