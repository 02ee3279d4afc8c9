import type { Share } from '../reports/figure.ts'
import type { WeekFigures } from '../reports/week-figures.ts'
import type { PeriodExtra } from './extra.ts'
import { DOT, joined, type Line, line, type Pieces, words } from './page.ts'
import { plainShare } from './share.ts'

/** Returns the line that says what "likely" means, where a text says it. */
export function likelyFooter(shares: readonly { readonly text: string }[]): Line[] {
  const ranged = shares.some(({ text }) => text.includes('likely'))
  return ranged
    ? [line(['"likely" is the 95 % range: the fewer the contacts, the wider it is'])]
    : []
}

function coveragePieces({ coverage }: WeekFigures): Pieces[] {
  const { daysLogged, workDays, writtenLate } = coverage
  const days = plainShare('coverage.daysLogged', 'Logged on', {
    k: daysLogged,
    n: workDays,
    text: '',
  })
  const late = plainShare('coverage.writtenLate', 'written more than a day later', writtenLate, {
    shape: 'value-first',
  })
  return [workDays > 0 ? [days, words(' work days')] : [], [late], [words('you chose what to log')]]
}

/** Returns what the figures rest on: coverage, late writing, what "likely" means, and that the choice was the person's. */
export function coverageFooter(
  figures: WeekFigures,
  { plain = false, more = [] }: { readonly plain?: boolean; readonly more?: readonly Share[] } = {},
): Line[] {
  const { followUps, arrivedUnhappyLeftWell, leftWell } = figures
  return [
    ...likelyFooter(
      plain ? [followUps.kept] : [followUps.kept, arrivedUnhappyLeftWell, leftWell, ...more],
    ),
    line(joined(coveragePieces(figures), DOT)),
  ]
}

/** What is said of a report that somebody else may read (rule R18). */
export const LEFT_OUT = 'Private words and entries never to be shared are left out here.'

/** Returns the line that says what is not shown away from the terminal (rule R18). */
export function leftOutFooter({ audience }: Pick<PeriodExtra, 'audience'>): Line[] {
  if (audience === 'terminal') return []
  return [line([LEFT_OUT])]
}
