import type { PreviewTable } from '../handover/preview.ts'
import { type Node, typed } from '../pages/page.ts'

const GAP = 2
// What a screen of 80 columns leaves beside the indent and the contact's own column.
const ROOM = 70

/** Returns the coded fields as tables that a screen has room for: a row a contact, and no cell is ever cut. */
export function codedTables(coded: PreviewTable): Node[] {
  return columnGroups(coded).map((columns) => tableOf(coded, columns))
}

function columnGroups({ columns, rows }: PreviewTable): number[][] {
  const groups: number[][] = []
  let room = 0
  columns.forEach((title, at) => {
    const width = Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)) + GAP
    if (width > room) {
      groups.push([])
      room = ROOM
    }
    groups.at(-1)?.push(at)
    room -= width
  })
  return groups
}

function tableOf({ columns, rows, contacts }: PreviewTable, group: readonly number[]): Node {
  const filled = rows
    .map((row, at) => ({
      contact: contacts[at] ?? '',
      cells: group.map((each) => row[each] ?? ''),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  return {
    kind: 'table',
    title: 'Coded fields that leave',
    columns: ['Entry', ...group.map((each) => columns[each] ?? '')].map((title) => ({ title })),
    rows: filled.map(({ contact, cells }) =>
      [contact.slice(0, 4), ...cells].map((cell) => [typed(cell)]),
    ),
  }
}
