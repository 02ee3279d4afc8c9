import { DISPOSITIONS } from '../model/vocabulary.ts'
import type { FeelingGrid } from '../reports/feeling-grid.ts'
import type { FeelingsFigures } from '../reports/feelings.ts'
import { type ChosenExtra, chosenTitle, contactsLine, emptyPage } from './chosen.ts'
import { effortField } from './effort.ts'
import { leftOutFooter, likelyFooter } from './footer.ts'
import { fewFooter, findingSection, groupsSection } from './groups.ts'
import { leavingOfChosen, wordsLine } from './leaving.ts'
import { liftSection } from './lift.ts'
import {
  type Field,
  joined,
  type Line,
  line,
  type Node,
  type Page,
  type Pieces,
  type Section,
  words,
} from './page.ts'
import { countFigure } from './share.ts'
import { endingWords } from './wording.ts'

const TITLE = 'Feelings'
const SHOWN = 'Arrived unhappy, left well'

function gridSection(grid: FeelingGrid | undefined): Section[] {
  if (!grid) return []
  const fields = grid.rows.flatMap(({ arrived, left }): Field[] => {
    const met = left.map((count, index) => ({ group: grid.groups[index] ?? '', count }))
    const figures = met
      .filter(({ count }) => count > 0)
      .map(({ group, count }): Pieces => {
        const rest = { group: `${arrived} > ${group}` }
        return [countFigure('grid', group, count, rest)]
      })
    return figures.length > 0 ? [{ label: arrived, pieces: joined(figures, words(', ')) }] : []
  })
  const aside = [words('arrived as, and left as')]
  return [
    { kind: 'section', title: 'From where to where', aside, nodes: [{ kind: 'fields', fields }] },
  ]
}

function endingsField({ endings }: FeelingsFigures): Field[] {
  const figures = DISPOSITIONS.flatMap((ending): Pieces[] => {
    const count = endings[ending]
    return count ? [[countFigure('endings', endingWords(ending), count, { group: ending })]] : []
  })
  return [{ label: 'How it ended', pieces: joined(figures, words(', ')) }]
}

function besideSection(figures: FeelingsFigures): Section {
  const fields = [...endingsField(figures), ...effortField(figures.effort)]
  return { kind: 'section', title: 'Beside it', nodes: [{ kind: 'fields', fields }] }
}

function bySections({ by, finding }: FeelingsFigures): Section[] {
  return [
    ...groupsSection({ title: 'By channel', figure: 'by.channel', shown: SHOWN, rows: by.channel }),
    ...groupsSection({ title: 'By moment', figure: 'by.moment', shown: SHOWN, rows: by.moment }),
    ...groupsSection({
      title: 'By how busy it was',
      figure: 'by.load',
      shown: SHOWN,
      rows: by.load,
    }),
    ...groupsSection({
      title: 'By what they met first',
      figure: 'by.firstMet',
      shown: SHOWN,
      rows: by.firstMet,
    }),
    findingSection('What goes with leaving well', finding),
  ]
}

function fewNodes(figures: FeelingsFigures): Node[] {
  return [
    contactsLine(figures),
    ...(figures.felt > 0 ? [wordsLine(figures)] : []),
    line(['Summaries start at 5.']),
  ]
}

function fullNodes(figures: FeelingsFigures): Node[] {
  return [
    contactsLine(figures),
    leavingOfChosen(figures, figures.guesses),
    ...liftSection(figures.lift),
    besideSection(figures),
    ...gridSection(figures.grid),
    ...(figures.felt > 0 ? bySections(figures) : []),
  ]
}

function footer(figures: FeelingsFigures, extra: ChosenExtra): Line[] {
  if (figures.tooFew) return leftOutFooter(extra)
  const { by, arrivedUnhappyLeftWell, leftWell, lift, felt } = figures
  const cells = [...by.channel, ...by.moment, ...by.load, ...by.firstMet].map(({ share }) => share)
  const lifts = felt > 0 ? Object.values(lift) : []
  return [
    ...fewFooter([...(felt > 0 ? cells : []), ...lifts.filter(({ n }) => n > 0)]),
    ...likelyFooter([arrivedUnhappyLeftWell, leftWell, ...cells, ...lifts]),
    line(['You chose what to log.']),
    ...leftOutFooter(extra),
  ]
}

/** Returns how people arrive and leave, and where it turns; never a feeling without the ending and the effort beside it. */
export function feelingsPage(figures: FeelingsFigures, extra: ChosenExtra): Page {
  if (figures.entries === 0) return emptyPage(TITLE, figures, extra)
  return {
    report: figures.report,
    title: chosenTitle(TITLE, figures, extra),
    nodes: figures.tooFew ? fewNodes(figures) : fullNodes(figures),
    footer: footer(figures, extra),
  }
}
