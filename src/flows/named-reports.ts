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
import { FEELINGS, feelingsFigures } from '../reports/feelings.ts'
import type { ChosenInput } from '../reports/input.ts'
import { purposeFigures } from '../reports/purpose.ts'
import type { Audience } from '../reports/refs.ts'
import { storiesFigures } from '../reports/stories.ts'
import { countChosen, type GatheredChoice, gatherChosen } from './chosen.ts'
import type { FilterFlags } from './filter-flags.ts'
import { type ReportFlags, showReport } from './report.ts'

/** How a report that has a name is asked for. */
export interface NamedReportFlags extends ReportFlags, FilterFlags {}

type Show = (ctx: Context, flags: NamedReportFlags) => Promise<void>

/** A report in its steps. */
interface Steps<From extends Pick<GatheredChoice, 'now'>, Figures> {
  readonly name: string
  readonly gather: (ctx: Context, flags: FilterFlags) => Promise<From>
  readonly figures: (from: From, audience: Audience) => Figures
  readonly page: (figures: Figures, extra: ChosenExtra) => Page
}

function shown<From extends Pick<GatheredChoice, 'now'>, Figures>(
  steps: Steps<From, Figures>,
): Show {
  const { name, gather, figures, page } = steps
  return async (ctx, flags) => {
    const gathered = await gather(ctx, flags)
    await showReport(ctx, flags, {
      stem: name,
      figures: (audience) => figures(gathered, audience),
      page: (told, audience) => page(told, { today: dayOf(gathered.now), audience }),
    })
  }
}

function shownOf<Figures>(
  name: string,
  figures: (input: ChosenInput) => Figures,
  page: Steps<GatheredChoice, Figures>['page'],
): Show {
  const toFigures = (from: GatheredChoice, audience: Audience) => figures({ ...from, audience })
  return shown({ name, gather: gatherChosen, figures: toFigures, page })
}

const showFeelings = shown({
  name: 'feelings',
  gather: (ctx, flags) => countChosen(ctx, flags, FEELINGS),
  figures: ({ counts, ...days }) => feelingsFigures(counts, days),
  page: feelingsPage,
})

// Thanks may have been given in any entry since the first of those that were chosen.
async function gatherStories(ctx: Context, flags: FilterFlags) {
  const gathered = await gatherChosen(ctx, flags)
  const [first] = gathered.entries
  const thanked = first
    ? await ctx.journal.read({ from: dayOf(first.at) }, { has: 'recognition' })
    : []
  return { ...gathered, thanked }
}

const showStories = shown({
  name: 'stories',
  gather: gatherStories,
  figures: (from, audience) => storiesFigures({ ...from, audience }),
  page: storiesPage,
})

/** How each report that has a name is shown. */
export const NAMED_REPORTS: ReadonlyMap<string, Show> = new Map([
  ['feelings', showFeelings],
  ['stories', showStories],
  ['blockers', shownOf('blockers', blockersFigures, blockersPage)],
  ['purpose', shownOf('purpose', purposeFigures, purposePage)],
  ['calendar', shownOf('calendar', calendarFigures, calendarPage)],
])
