import { describe, expect, it } from 'vitest'
import { followUpsPage } from '../../src/pages/follow-ups.ts'
import { renderText } from '../../src/render/text.ts'
import type { FollowUpItem } from '../../src/reports/follow-ups.ts'
import { aFrame } from '../render/frame.ts'

const EXTRA = { today: '2026-11-18', audience: 'terminal', handles: new Map(), unnamed: 0 } as const

function item(over: Partial<FollowUpItem>): FollowUpItem {
  return {
    id: '7k3q0000000a',
    kind: 'follow-up',
    customer: 'lantern-street',
    summary: 'Router dropped every evening',
    action: 'text after the frost',
    promised: false,
    daysOverdue: 0,
    felt: 'satisfied',
    ...over,
  }
}

const ITEMS = [
  item({ kind: 'unhappy', customer: 'blue-boiler', felt: 'upset', action: undefined }),
  item({ due: '2026-11-13', daysOverdue: 5, promised: true }),
  item({ due: '2026-11-18', customer: 'van-37' }),
  item({ due: '2026-11-25', customer: 'harbour-row', promised: true }),
  item({ due: '2026-11-26', customer: 'mill-lane' }),
  item({ kind: 'hand-off', customer: 'meter-twice', due: '2026-11-17', daysOverdue: 1 }),
]

const render = (
  items: readonly FollowUpItem[],
  extra: Parameters<typeof followUpsPage>[1] = EXTRA,
) => renderText(followUpsPage(items, extra), aFrame())

describe('follow-ups in the terminal', () => {
  it('groups them by what comes first, each with the command that closes it', () => {
    expect(render(ITEMS)).toMatchInlineSnapshot(`
      "Follow-ups, Wed 18 Nov

      Left unhappy, nothing planned                                             1 open
        blue-boiler, Router dropped every evening (left upset)    afterword later 7k3q

      Overdue                                                                   1 open
        lantern-street, text after the frost (promised, due Fri 13 Nov, 5 days over)
                                                                   afterword done 7k3q

      Today                                                                     1 open
        van-37, text after the frost (due today)                   afterword done 7k3q

      Next 7 days                                                               1 open
        harbour-row, text after the frost (promised, due Wed 25 Nov)
                                                                   afterword done 7k3q

      Later                                                                     1 open
        mill-lane, text after the frost (due Thu 26 Nov)           afterword done 7k3q

      Passed on, to look back at                                                1 open
        meter-twice, text after the frost (since Tue 17 Nov, 1 day over)
                                                                   afterword done 7k3q
      "
    `)
  })

  it('offers the name where it is enough', () => {
    const handles = new Map([['7k3q0000000a', 'lantern']])
    expect(render([item({ due: '2026-11-18' })], { ...EXTRA, handles })).toContain(
      'afterword done lantern',
    )
  })

  it('offers to drop, not to plan, what is open with nobody in particular', () => {
    const anon = item({ kind: 'unhappy', customer: 'anon', due: undefined })
    expect(render([anon])).toContain('afterword drop 7k3q')
  })

  it('says so when nothing is open', () => {
    expect(render([])).toBe('Follow-ups, Wed 18 Nov\nNothing is open. Nobody is waiting for you.\n')
    expect(render([], { ...EXTRA, unnamed: 1 })).toBe(
      'Follow-ups, Wed 18 Nov\nNothing is open that may be told here.\n',
    )
  })
})
