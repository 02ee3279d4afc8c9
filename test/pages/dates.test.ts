import { expect, it } from 'vitest'
import { formatDays } from '../../src/pages/dates.ts'

const TODAY = '2026-11-18'

it.each([
  ['2026-11-09', '2026-11-15', TODAY, '9-15 Nov'],
  ['2026-11-30', '2026-12-06', TODAY, '30 Nov-6 Dec'],
  ['2025-11-10', '2025-11-16', TODAY, '10-16 Nov 2025'],
  ['2025-12-29', '2026-01-04', TODAY, '29 Dec-4 Jan'],
  ['2024-12-30', '2025-01-05', TODAY, '30 Dec 2024-5 Jan 2025'],
  ['2025-11-24', '2026-11-18', TODAY, '24 Nov 2025-18 Nov'],
  ['2024-02-01', '2025-01-31', TODAY, '1 Feb 2024-31 Jan 2025'],
])('%s to %s on %s reads %s', (from, to, today, expected) => {
  expect(formatDays(from, to, today)).toBe(expected)
})
