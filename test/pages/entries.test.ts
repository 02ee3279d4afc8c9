import { describe, expect, it } from 'vitest'
import { entriesPage } from '../../src/pages/entries.ts'
import { entryRecords } from '../../src/pages/records.ts'
import { renderPlainRows } from '../../src/render/plain.ts'
import { renderText, rowWidth } from '../../src/render/text.ts'
import { widthOf } from '../../src/render/width.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aFrame } from '../render/frame.ts'
import { boiler, harbour, lantern } from './samples.ts'

const TODAY = '2026-11-14'
const ENTRIES = [
  boiler,
  lantern,
  harbour,
  anEntry({ id: idOf(4), customer: '灯籠通り', summary: 'x'.repeat(280) }),
  anEntry({ id: idOf(5), customer: 'شارع الفانوس' }),
  anEntry({
    id: idOf(6),
    customer: '👩🏽\u200D🔧 van',
    followUp: { status: 'planned', promised: true, due: '2026-11-20' },
  }),
]
const IDS = new Map(ENTRIES.map(({ id }) => [id, id.slice(-4)]))

function rows(width: number): string[] {
  const page = entriesPage(ENTRIES, { ids: IDS, today: TODAY })
  return renderText(page, aFrame({ width })).trimEnd().split('\n')
}

describe('list', () => {
  it('shows a row an entry in a terminal of 120 columns', () => {
    expect(rows(120).join('\n')).toMatchInlineSnapshot(`
      "0001  10 Nov 14:05  blue-boiler     angry -> upset          unresolved                Boiler locks out at night; no par…
      0002  11 Nov 09:30  lantern-street  frustrated -> grateful  resolved     late 13 Nov  Router dropped every evening; rep…
      0003  11 Nov 16:40  harbour-row     anxious -> reassured    transferred  late 12 Nov  Meter reads twice what the neighb…
      0004  12 Nov 10:00  灯籠通り        neutral -> satisfied    resolved                  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
      0005  12 Nov 10:00  شارع الفانوس    neutral -> satisfied    resolved                  Router dropped every evening; rep…
      0006  12 Nov 10:00  👩🏽‍🔧 van          neutral -> satisfied    resolved     due 20 Nov!  Router dropped every evening; rep…"
    `)
  })

  it.each([200, 120, 100, 80, 60, 40, 20])('fits %i columns, one row an entry', (width) => {
    expect(rows(width)).toHaveLength(ENTRIES.length)
    for (const row of rows(width)) expect(widthOf(row)).toBeLessThanOrEqual(width)
  })

  it('cuts nothing in a pipe', () => {
    const width = rowWidth({ terminal: false, columns: 80 })
    expect(rows(width)).toHaveLength(ENTRIES.length)
    for (const { summary, customer } of ENTRIES) {
      expect(rows(width).join('\n')).toContain(summary)
      expect(rows(width).join('\n')).toContain(customer)
    }
  })

  it('takes the terminal by its columns', () => {
    expect(rowWidth({ terminal: true, columns: 132 })).toBe(132)
  })

  it('gives a program whole records', () => {
    const [first] = renderPlainRows(entryRecords(ENTRIES)).split('\n')
    expect(first?.split('\t')).toEqual([
      '000000000001',
      '2026-11-10T14:05:00-06:00',
      'blue-boiler',
      'angry',
      'upset',
      'unresolved',
      '',
      '',
      'Boiler locks out at night; no part in the van',
    ])
  })

  it('prints nothing but an end of line for no entries', () => {
    expect(renderText(entriesPage([], { ids: IDS, today: TODAY }), aFrame())).toBe('\n')
  })
})
