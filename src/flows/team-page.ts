import type { Day } from '../model/day.ts'
import { periodTitle } from '../pages/dates.ts'
import { line, type Node, type Page, words } from '../pages/page.ts'
import { counted } from '../pages/wording.ts'
import type { TeamFigures, TeamPicture } from '../team/figures.ts'
import { breakdownNodes, notedFields } from './team-breakdown.ts'
import { sectionNodes } from './team-sections.ts'
import { askNodes, textNodes } from './team-texts.ts'

/** Returns the page of a team's report: what is asked of the coach first, nobody by name. */
export function teamPage(figures: TeamFigures, today: Day): Page {
  const { withheld, notes, notice } = figures
  const nodes = isPicture(figures) ? pictureNodes(figures) : []
  return {
    report: 'team',
    title: `Team, ${titleOf(figures, today)}`,
    nodes: [
      ...askNodes(figures),
      ...(withheld === undefined ? [] : [line([words(withheld, 'strong')])]),
      ...nodes,
    ],
    remarks: remarksOf(figures),
    footer: [...notes, ...coverage(figures), notice].map((text) => line([text])),
  }
}

function isPicture(figures: TeamFigures): figures is TeamFigures & TeamPicture {
  return figures.leftWell !== undefined
}

/** A month's weeks can begin before it: its name is what it is called by. */
function titleOf({ period }: TeamFigures, today: Day): string {
  const isMonth = /^\d{4}-\d{2}$/.test(period.name)
  return periodTitle(isMonth ? { ...period, from: `${period.name}-01` } : period, today)
}

function coverage({ reps, counted: used, entries }: TeamFigures): string[] {
  if (entries === null) return []
  const people = used === reps ? counted(reps, 'rep') : `${used} of ${counted(reps, 'rep')}`
  return [
    `From ${people}, ${counted(entries, 'entry', 'entries')}. They chose what to write down and what to hand over.`,
  ]
}

function remarksOf({ withheld, notice }: TeamFigures): NonNullable<Page['remarks']> {
  return [
    ...(withheld === undefined ? [] : [{ name: 'withheld', text: withheld }]),
    { name: 'notice', text: notice },
  ]
}

function pictureNodes(figures: TeamFigures & TeamPicture): Node[] {
  return [
    ...sectionNodes(figures),
    ...breakdownNodes(figures),
    { kind: 'fields', fields: notedFields(figures) },
    ...textNodes(figures),
  ]
}
