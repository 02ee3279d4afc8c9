import type { Ref } from '../reports/figure.ts'
import type { WeekFigures } from '../reports/week-figures.ts'
import { formatWithin } from './dates.ts'
import type { PeriodExtra } from './extra.ts'
import { type Figure, joined, type Line, line, type Piece, type Pieces, words } from './page.ts'
import { countFigure } from './share.ts'
import { counted } from './wording.ts'

function oldest(refs: readonly Ref[], { period }: WeekFigures, { today }: PeriodExtra): Piece[] {
  const days = refs.flatMap(({ due }) => due ?? []).sort()
  return days[0] ? [words(`; the oldest since ${formatWithin(days[0], period, today)}`)] : []
}

function lostFigure(count: number): Figure {
  const shape = 'value-first'
  return count === 0
    ? countFigure('handoffs.outOfSight', 'out of sight', 0, { text: 'none', shape })
    : countFigure('handoffs.outOfSight', 'not yet', count, { shape, tone: 'bad' })
}

function passedOnLine(figures: WeekFigures, since: Pieces): Line {
  const { passedOn, checkedBack, outOfSight } = figures.handoffs
  const ahead = passedOn - checkedBack - outOfSight
  const valueFirst = { shape: 'value-first' } as const
  const parts: Pieces[] = [
    [
      countFigure('handoffs.checkedBack', 'looked back at', checkedBack, {
        ...valueFirst,
        text: checkedBack === 0 ? 'none' : String(checkedBack),
      }),
    ],
    [lostFigure(outOfSight)],
    ahead > 0 ? [words(`${ahead} not due yet`)] : [],
  ]
  const head = countFigure('handoffs.passedOn', 'Passed on', passedOn)
  return line([head, words(': '), ...joined(parts, words(', ')), ...since])
}

function outOfSightLine(figures: WeekFigures, since: Pieces): Line {
  const count = figures.first.outOfSight.length
  return line([
    countFigure('first.outOfSight', 'out of sight', count, {
      text: counted(count, 'hand-off'),
      shape: 'value-first',
      tone: 'bad',
    }),
    ...(figures.handoffs.passedOn > 0 ? [words(' in all')] : []),
    ...since,
  ])
}

/** Returns what was passed on in the period, and everything out of sight by its end. */
export function handoffNodes(figures: WeekFigures, extra: PeriodExtra): Line[] {
  const { first, handoffs } = figures
  const since = oldest(first.outOfSight, figures, extra)
  const apart = first.outOfSight.length > handoffs.outOfSight
  const passedOn = handoffs.passedOn > 0 ? [passedOnLine(figures, apart ? [] : since)] : []
  return apart ? [...passedOn, outOfSightLine(figures, since)] : passedOn
}
