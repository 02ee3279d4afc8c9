import type { Quote } from '../reports/figure.ts'
import {
  command,
  type Line,
  line,
  type Node,
  type Pieces,
  type Section,
  typed,
  words,
} from './page.ts'

const SHOWN = 5

/** Returns whose contact it was, and the words. */
export function quoteLine({ customer, text }: Quote): Line {
  return line([typed(customer), ': ', typed(text)])
}

function andMore(count: number, shows: string): Pieces {
  return [words(`and ${count} more: `), command(shows)]
}

/** Returns five of the nodes, and the others as what a terminal only counts; `shows` is the command that shows them. */
export function firstFive(nodes: readonly Node[], shows: string): Node[] {
  const rest = nodes.slice(SHOWN)
  if (rest.length === 0) return [...nodes]
  return [
    ...nodes.slice(0, SHOWN),
    { kind: 'rest', nodes: rest, instead: andMore(rest.length, shows) },
  ]
}

/** Returns the lines as lists: five of them, and the others as what a terminal only counts. */
export function listOf(lines: readonly Line[], shows: string, lead?: Line): Node[] {
  const rest = lines.slice(SHOWN)
  const first: Node = { kind: 'list', ...(lead && { lead }), items: lines.slice(0, SHOWN) }
  if (rest.length === 0) return [first]
  const others: Node = { kind: 'list', items: rest }
  return [first, { kind: 'rest', nodes: [others], instead: andMore(rest.length, shows) }]
}

/** Returns words worth quoting, a line each. */
export function quotesSection(title: string, quotes: readonly Quote[], shows: string): Section[] {
  if (quotes.length === 0) return []
  return [{ kind: 'section', title, nodes: listOf(quotes.map(quoteLine), shows) }]
}
