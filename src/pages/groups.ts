import type { Share } from '../reports/figure.ts'
import type { GroupRow } from '../reports/groups.ts'
import { FEW_IN_CELL } from '../reports/share.ts'
import { type Line, line, type Piece, type Pieces, type Section, words } from './page.ts'
import { countFigure, shareFigure } from './share.ts'
import { spoken } from './wording.ts'

/** A table of groups: its title, the key of its rows in the JSON, and what the share is of. */
export interface Groups {
  readonly title: string
  readonly figure: string
  readonly shown: string
  readonly rows: readonly GroupRow[]
}

/** Returns a share as a cell: "few" says no more than that. */
export function shareCell(figure: string, label: string, share: Share, group: string): Piece {
  if (isFew(share)) return words(FEW_IN_CELL, 'dim')
  return shareFigure(figure, label, share, { group })
}

interface Told {
  readonly text: string
}

const isFew = ({ text }: Told) => text === FEW_IN_CELL

function groupRow(figure: string, { name, entries, share }: GroupRow): Pieces[] {
  const label = spoken(name)
  return [
    [words(label)],
    [countFigure(`${figure}.entries`, label, entries, { group: name })],
    [shareCell(`${figure}.share`, label, share, name)],
  ]
}

/** Returns the groups in the order of their list, never by size; nothing where no entry is in one. */
export function groupsSection({ title, figure, shown, rows }: Groups): Section[] {
  if (rows.length === 0) return []
  const columns = [{ title: '' }, { title: 'Contacts' }, { title: shown }]
  const body = rows.map((row) => groupRow(figure, row))
  return [{ kind: 'section', title, nodes: [{ kind: 'table', title, columns, rows: body }] }]
}

/** Returns the line that says what "few" means, where a cell says it. */
export function fewFooter(shares: readonly Told[]): Line[] {
  return shares.some(isFew) ? [line(['"few" is fewer than five'])] : []
}

/** Returns the one difference between groups that may be told, or that there is none. */
export function findingSection(title: string, finding: string | undefined): Section {
  return {
    kind: 'section',
    title,
    nodes: [line([finding ?? 'Nothing stands out beyond chance.'])],
  }
}
