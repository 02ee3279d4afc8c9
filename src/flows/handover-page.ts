import type { Preview, PreviewText } from '../handover/preview.ts'
import { type Day, formatDay } from '../model/day.ts'
import { formatDays } from '../pages/dates.ts'
import { type Line, line, type Node, type Page, typed, words } from '../pages/page.ts'
import { counted } from '../pages/wording.ts'
import { codedTables } from './handover-table.ts'

/** Returns the page a rep reads before anything leaves: all free text first and in full. */
export function handoverPage(preview: Preview, today: Day): Page {
  const { rep, period, entries, caution } = preview
  return {
    report: 'handover',
    title: `What would leave: ${rep}, ${formatDays(period.from, period.to, today)}`,
    nodes: [
      ...textNodes(preview),
      ...codedNodes(preview),
      ...droppedNodes(preview),
      ...refusedNodes(preview),
    ],
    footer: [line([`${counted(entries, 'entry', 'entries')}. ${caution}`])],
  }
}

function textNodes({ texts }: Preview): Node[] {
  const leaving = texts.filter(({ leaves }) => leaves)
  const staying = texts.filter(({ leaves }) => !leaves)
  return [
    ...section('Your words that leave', leaving),
    ...section('Your words that stay unless ticked', staying),
  ]
}

function section(title: string, texts: readonly PreviewText[]): Node[] {
  if (texts.length === 0) return []
  return [{ kind: 'section', title, nodes: texts.flatMap(linesOf) }]
}

function linesOf({ id, day, field, written, scrubbed, replaced }: PreviewText): Line[] {
  const first = line(
    [words(`${field}: `, 'dim'), typed(written)],
    [id === '' ? formatDay(day) : `${id.slice(0, 4)}, ${formatDay(day)}`],
  )
  if (replaced.length === 0) return [first]
  const changes = replaced.map(({ written: was, put }) => `${was} -> ${put}`).join(', ')
  return [
    first,
    line([words('  leaves as: ', 'dim'), typed(scrubbed)]),
    line([words('  replaced: ', 'dim'), typed(changes)]),
  ]
}

function codedNodes({ coded }: Preview): Node[] {
  if (coded.columns.length === 0) return []
  return [{ kind: 'section', title: 'Coded fields that leave', nodes: codedTables(coded) }]
}

function droppedNodes({ dropped }: Preview): Node[] {
  const told = (why: 'never' | 'not ticked') =>
    dropped
      .filter((each) => each.why === why)
      .map(({ field, entries }) => `${field} ${entries}`)
      .join(', ')
  return [
    ...(told('never') ? [line([`Never leaves: ${told('never')}.`])] : []),
    ...(told('not ticked') ? [line([`Not ticked: ${told('not ticked')}.`])] : []),
  ]
}

function refusedNodes({ refused }: Preview): Node[] {
  if (refused.length === 0) return []
  const each = refused.map(({ id, day }) => `${id.slice(0, 4)} ${formatDay(day)}`).join(', ')
  return [line([`Kept back for good: ${counted(refused.length, 'entry', 'entries')} (${each}).`])]
}
