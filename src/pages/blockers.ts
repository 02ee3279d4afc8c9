import { dayOf } from '../model/day.ts'
import type { BlockersFigures } from '../reports/blockers.ts'
import { type ChosenExtra, chosenTitle, contactsLine, emptyPage } from './chosen.ts'
import { formatDate } from './dates.ts'
import { leftOutFooter } from './footer.ts'
import { findingSection } from './groups.ts'
import { line, type Node, type Page, type Pieces, type Section, typed, words } from './page.ts'
import { listOf, quoteLine, quotesSection } from './quotes.ts'
import { countFigure, plainShare, shareFigure } from './share.ts'
import { spoken } from './wording.ts'

const TITLE = 'In the way'
const WHOLE = 'afterword report blockers --format markdown'

function blockersTable({ blockers }: BlockersFigures): Node {
  const rows = blockers.map(({ blocker, count, customers, leftUnhappy }): Pieces[] => {
    const [label, rest] = [spoken(blocker), { group: blocker }]
    return [
      [words(label)],
      [countFigure('blockers.count', label, count, rest)],
      [countFigure('blockers.customers', label, customers, rest)],
      [plainShare('blockers.leftUnhappy', label, leftUnhappy, rest)],
    ]
  })
  const columns = ['', 'Contacts', 'Customers', 'Left unhappy'].map((title) => ({ title }))
  return { kind: 'table', title: 'What stood in the way', columns, rows }
}

function blockersSection(figures: BlockersFigures): Section {
  const none = line(['Nothing is noted as having been in the way.'])
  const nodes = figures.blockers.length > 0 ? [blockersTable(figures)] : [none]
  return { kind: 'section', title: 'What stood in the way', nodes }
}

function authoritySection({ authorityGap, wouldHaveDone }: BlockersFigures): Section[] {
  const gap = shareFigure('authorityGap', 'not had', authorityGap)
  if (authorityGap.n === 0) return []
  const lead = line(['What you would have done:'])
  const wishes = wouldHaveDone.length > 0 ? listOf(wouldHaveDone.map(quoteLine), WHOLE, lead) : []
  const nodes = [line(['Authority needed: ', gap]), ...wishes]
  return [{ kind: 'section', title: 'Authority', nodes }]
}

function purposeSection({ purposeBlocked }: BlockersFigures, { today }: ChosenExtra): Section[] {
  if (purposeBlocked.length === 0) return []
  const lines = purposeBlocked.map(({ customer, at, summary }) =>
    line([typed(customer), ': ', typed(summary)], [words(formatDate(dayOf(at), today))]),
  )
  const title = 'A rule against what the work is for'
  return [{ kind: 'section', title, nodes: listOf(lines, WHOLE) }]
}

/** Returns what stops the rep from doing right on the spot: a blocker is a fact, counted from the first. */
export function blockersPage(figures: BlockersFigures, extra: ChosenExtra): Page {
  if (figures.entries === 0) return emptyPage(TITLE, figures, extra)
  const { blockers, finding, policies, supportWanted, technologyFriction } = figures
  return {
    report: figures.report,
    title: chosenTitle(TITLE, figures, extra),
    nodes: [
      contactsLine(figures),
      blockersSection(figures),
      ...(blockers.length > 0 ? [findingSection('What goes with leaving unhappy', finding)] : []),
      ...authoritySection(figures),
      ...quotesSection('Rules that were named', policies, WHOLE),
      ...quotesSection('What would have helped', supportWanted, WHOLE),
      ...purposeSection(figures, extra),
      ...quotesSection('What a machine should have done', technologyFriction, WHOLE),
    ],
    footer: leftOutFooter(extra),
  }
}
