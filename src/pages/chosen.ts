import type { Day } from '../model/day.ts'
import type { Audience } from '../reports/refs.ts'
import { formatDays, shortDate } from './dates.ts'
import { leftOutFooter } from './footer.ts'
import type { Handles } from './handle.ts'
import { command, line, type Page } from './page.ts'
import { countFigure } from './share.ts'

/** What the page of a report over chosen entries needs besides the figures. */
export interface ChosenExtra {
  readonly today: Day
  readonly audience: Audience
  /** What to type to mean an entry with something open. */
  readonly handles?: Handles
}

/** What every report over chosen entries says of itself. */
interface Choice {
  readonly report: string
  readonly from?: Day
  readonly to?: Day
  readonly entries: number
}

/** Returns the report's title with the days that were asked for, where any were. */
export function chosenTitle(title: string, { from, to }: Choice, { today }: ChosenExtra): string {
  if (from && to) return `${title}, ${formatDays(from, to, today)}`
  if (from) return `${title}, from ${shortDate(from, today)}`
  return to ? `${title}, to ${shortDate(to, today)}` : title
}

/** Returns the line that says how many contacts the report looks at. */
export function contactsLine({ entries }: Choice) {
  const label = entries === 1 ? 'contact' : 'contacts'
  return line([countFigure('entries', label, entries, { shape: 'value-first' })])
}

/** Returns the page of a report for which no contact fits. */
export function emptyPage(title: string, choice: Choice, extra: ChosenExtra): Page {
  return {
    report: choice.report,
    title: chosenTitle(title, choice, extra),
    nodes: [
      line(['No contact fits, so there is nothing to tell yet.'], [command('afterword log')]),
    ],
    footer: leftOutFooter(extra),
  }
}
