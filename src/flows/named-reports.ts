import type { Context } from '../context.ts'
import { dayOf } from '../model/day.ts'
import { blockersPage } from '../pages/blockers.ts'
import { calendarPage } from '../pages/calendar.ts'
import type { ChosenExtra } from '../pages/chosen.ts'
import { feelingsPage } from '../pages/feelings.ts'
import type { Page } from '../pages/page.ts'
import { purposePage } from '../pages/purpose.ts'
import { storiesPage } from '../pages/stories.ts'
import { blockersFigures } from '../reports/blockers.ts'
import { calendarFigures } from '../reports/calendar.ts'
import { feelingsFigures } from '../reports/feelings.ts'
import type { ChosenInput } from '../reports/input.ts'
import { purposeFigures } from '../reports/purpose.ts'
import { storiesFigures } from '../reports/stories.ts'
import type { GatheredChoice } from './chosen.ts'
import { type ReportFlags, showReport } from './report.ts'

type Show = (ctx: Context, gathered: GatheredChoice, flags: ReportFlags) => Promise<void>

/** A report in its two steps. */
interface Steps<Figures> {
  readonly name: string
  readonly figures: (input: ChosenInput) => Figures
  readonly page: (figures: Figures, extra: ChosenExtra) => Page
}

function shown<Figures>({ name, figures, page }: Steps<Figures>): Show {
  return (ctx, gathered, flags) =>
    showReport(ctx, flags, {
      stem: name,
      figures: (audience) => figures({ ...gathered, audience }),
      page: (told, audience) => page(told, { today: dayOf(gathered.now), audience }),
    })
}

// Thanks may have been given in any entry since the first of those that were chosen.
const showStories: Show = async (ctx, gathered, flags) => {
  const [first] = gathered.entries
  const thanked = first
    ? await ctx.journal.read({ from: dayOf(first.at) }, { has: 'recognition' })
    : []
  const figures = (input: ChosenInput) => storiesFigures({ ...input, thanked })
  await shown({ name: 'stories', figures, page: storiesPage })(ctx, gathered, flags)
}

/** How each report that has a name is shown. */
export const NAMED_REPORTS: ReadonlyMap<string, Show> = new Map([
  ['feelings', shown({ name: 'feelings', figures: feelingsFigures, page: feelingsPage })],
  ['stories', showStories],
  ['blockers', shown({ name: 'blockers', figures: blockersFigures, page: blockersPage })],
  ['purpose', shown({ name: 'purpose', figures: purposeFigures, page: purposePage })],
  ['calendar', shown({ name: 'calendar', figures: calendarFigures, page: calendarPage })],
])
