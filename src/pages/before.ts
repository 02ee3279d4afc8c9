import type { MonthFigures } from '../reports/month.ts'
import type { PriorEffort } from '../reports/prior-effort.ts'
import { effortField } from './effort.ts'
import { groupsSection } from './groups.ts'
import {
  type Field,
  joined,
  line,
  type Node,
  type Pieces,
  type Section,
  typed,
  words,
} from './page.ts'
import { countFigure, shareFigure, spreadFigure } from './share.ts'

const VALUE_FIRST = { shape: 'value-first' } as const

function triedField({ triedBefore, contacts, machineFirst }: PriorEffort): Field[] {
  const parts: Pieces[] = [
    triedBefore.n === 0
      ? []
      : [shareFigure('priorEffort.triedBefore', 'had tried before', triedBefore, VALUE_FIRST)],
    contacts.n === 0 ? [] : [spreadFigure('priorEffort.contacts', 'tries', contacts)],
    machineFirst.n === 0
      ? []
      : [shareFigure('priorEffort.machineFirst', 'met a machine', machineFirst, VALUE_FIRST)],
  ]
  const pieces = joined(parts, words('; '))
  return pieces.length > 0 ? [{ label: 'Before they reached you', pieces }] : []
}

function firstContactField({ firstContact: { share, notAsked } }: MonthFigures): Field[] {
  if (share.n === 0) return []
  const settled = shareFigure('firstContact.share', 'put right at once', share, VALUE_FIRST)
  const left = countFigure('firstContact.notAsked', 'where it was not asked', notAsked, VALUE_FIRST)
  const rest: Pieces = notAsked > 0 ? [words('; '), left] : []
  return [{ label: 'First contact', pieces: [settled, ...rest] }]
}

function causesNodes({ rootCauses }: MonthFigures): Node[] {
  const items = rootCauses
    .slice(0, 5)
    .map(({ rootCause, count }) =>
      line([
        typed(rootCause),
        ', ',
        countFigure('rootCauses', 'times', count, { ...VALUE_FIRST, group: rootCause }),
      ]),
    )
  return items.length > 0
    ? [{ kind: 'list', lead: line(['What it really was, again:']), items }]
    : []
}

/** Returns what customers had been through before, how easy it was for them, and what came up again. */
export function beforeSections(figures: MonthFigures): Section[] {
  const { priorEffort, effort } = figures
  const fields = [...triedField(priorEffort), ...firstContactField(figures), ...effortField(effort)]
  const nodes: Node[] = [
    ...(fields.length > 0 ? [{ kind: 'fields', fields } as const] : []),
    ...causesNodes(figures),
  ]
  const met = groupsSection({
    title: 'By what they met first',
    figure: 'priorEffort.arrivedUnhappy',
    shown: 'Arrived unhappy',
    rows: priorEffort.arrivedUnhappy,
  })
  if (nodes.length === 0) return met
  return [{ kind: 'section', title: 'What it took them', nodes }, ...met]
}
