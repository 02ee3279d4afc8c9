import { type Line, line, type Node, type Section } from '../pages/page.ts'
import { countFigure, plainShare, shareFigure } from '../pages/share.ts'
import { counted } from '../pages/wording.ts'
import type { TeamPicture } from '../team/figures.ts'

/** Returns what a coach sees first: what to do, then how people left. */
export function sectionNodes(figures: TeamPicture): Node[] {
  return [
    {
      kind: 'cards',
      cards: [unhappy(figures), kept(figures), arrived(figures), outOfSight(figures)],
    },
    section('First', [line([unhappy(figures)]), promises(figures), handoffs(figures)]),
    section('How people left', [
      line([arrived(figures)]),
      everyone(figures),
      slipped(figures),
      ...spread(figures),
    ]),
  ]
}

/** A share of one rep may lie anywhere between: whoever reads a handover with its rep should know how far. */
function spread({ spread: { limits, text } }: TeamPicture): Line[] {
  if (!limits) return [line([text])]
  const { n, least, most } = limits
  const range = `Of ${n} contacts, the average, chance alone lets ${least} to ${most} leave well.`
  return [line([range]), line([text])]
}

function section(title: string, nodes: readonly Node[]): Section {
  return { kind: 'section', title, nodes }
}

const unhappy = ({ first }: TeamPicture) =>
  countFigure(
    'first.leftUnhappyNothingPlanned',
    'left unhappy with nothing planned',
    first.leftUnhappyNothingPlanned,
    {
      text:
        first.leftUnhappyNothingPlanned === 0
          ? 'Nobody'
          : counted(first.leftUnhappyNothingPlanned, 'person', 'people'),
      shape: 'value-first',
    },
  )
const kept = ({ followUps }: TeamPicture) =>
  shareFigure('followUps.kept', 'Kept on time', followUps.kept, { shape: 'colon' })
const arrived = ({ arrivedUnhappyLeftWell }: TeamPicture) =>
  shareFigure('arrivedUnhappyLeftWell', 'Arrived unhappy, left well', arrivedUnhappyLeftWell, {
    shape: 'colon',
  })
const outOfSight = ({ handoffs: { outOfSight: count } }: TeamPicture) =>
  countFigure('handoffs.outOfSight', 'passed on and out of sight', count, { shape: 'value-first' })

function promises(figures: TeamPicture): Line {
  const { due, late, overdue } = figures.followUps
  return line([
    countFigure('followUps.due', 'Follow-ups due', due),
    ': ',
    countFigure('followUps.late', 'late', late, { shape: 'value-first' }),
    ', ',
    countFigure('followUps.overdue', 'overdue', overdue, { shape: 'value-first' }),
    '. ',
    kept(figures),
  ])
}

function handoffs(figures: TeamPicture): Line {
  const { passedOn, checkedBack } = figures.handoffs
  return line([
    countFigure('handoffs.passedOn', 'Passed on', passedOn),
    ': ',
    countFigure('handoffs.checkedBack', 'looked back at', checkedBack, { shape: 'value-first' }),
    ', ',
    outOfSight(figures),
  ])
}

function everyone({ leftWell }: TeamPicture): Line {
  return line([shareFigure('leftWell', 'Left well, everyone', leftWell, { shape: 'colon' })])
}

function slipped({ slipped: share }: TeamPicture): Line {
  return line([plainShare('slipped', 'Arrived fine, left unhappy', share, { shape: 'colon' })])
}
