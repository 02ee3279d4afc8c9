import { expect, it } from 'vitest'
import { codedTables } from '../../src/flows/handover-table.ts'
import { preview } from '../../src/handover/preview.ts'
import { renderText } from '../../src/render/text.ts'
import { makeTheme } from '../../src/render/theme.ts'
import { anEntry, idOf } from '../helpers.ts'
import { aFullEntry, aHandover } from './samples.ts'

it('shows every coded value in tables that no screen cuts', () => {
  const full = aFullEntry((field) => field)
  const plain = anEntry({ id: idOf(7), at: '2026-11-12T12:00:00-06:00' })
  const { coded } = preview(aHandover([full, plain]))
  const page = { report: 'handover', title: '', nodes: codedTables(coded), footer: [] }
  const theme = makeTheme({ colour: false, unicode: true })
  const text = renderText(page, { theme, width: 80 })
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  for (const cell of [...coded.columns, ...coded.rows.flat()]) expect(text).toContain(cell)
  expect(coded.columns.length).toBeGreaterThan(25)
})
