// What is measured, and how long it may take: times the empty program, on Node 20 and on 22 and newer.
import { NEEDLE } from './journal.mjs'

const CONTACT =
  'Wet splitter in the roof box, replaced --channel on-site --felt fru:gra --end resolved'
const [SUMMARY, ...FLAGS] = [CONTACT.split(' --')[0], ...CONTACT.split(' ').slice(7)]

const both = (ratio) => [ratio, ratio]

/**
 * Each command with its budgets. `ratio` names for the largest journal it holds for; a smaller one has the same. `flat`
 * says how much longer than with the smallest journal it may take.
 */
export const COMMANDS = [
  { name: '--version', args: () => ['--version'], ratio: { 1e6: [1.2, 1.5] } },
  {
    name: 'log',
    args: () => ['log', SUMMARY, '--who', 'lantern-street', ...FLAGS],
    ratio: { 1e5: [1.5, 2] },
    flat: { 1e5: 1.1, 1e6: 1.4 },
  },
  { name: 'today', args: () => ['today'], ratio: { 1e5: [1.5, 2] }, flat: { 1e5: 1.1, 1e6: 1.4 } },
  { name: 'week', args: () => ['week'], ratio: { 1e5: [1.5, 2] }, flat: { 1e5: 1.1, 1e6: 1.4 } },
  { name: 'first prompt', args: () => [], until: 'Who?', ratio: { 1e5: [1.7, 2.5] } },
  { name: 'followups', args: () => ['followups'], ratio: { 1e5: both(1.7) } },
  { name: 'status', word: 'status', args: () => ['status'] },
  { name: 'show ID', args: ({ id }) => ['show', id] },
  { name: 'customer NAME', word: 'customer', args: ({ customer }) => ['customer', customer] },
  { name: 'month', word: 'month', args: () => ['month'] },
  {
    name: 'report feelings',
    word: 'report',
    args: () => ['report', 'feelings'],
    ratio: { 1e5: both(2.5), 1e6: both(6) },
  },
  {
    name: 'list --text',
    args: () => ['list', '--text', NEEDLE],
    ratio: { 1e5: both(4), 1e6: both(20) },
  },
  { name: 'export', word: 'export', args: () => ['export', '--format', 'jsonl', '--out', '-'] },
]

/** No command may need more, in MB. */
export const MEMORY_BUDGET = 200

/** Returns how many times the empty program a command may take at a size, or nothing where no budget is set. */
export function budgetOf({ ratio = {} }, size, major) {
  const limit = Object.keys(ratio)
    .map(Number)
    .sort((one, other) => one - other)
    .find((each) => size <= each)
  return limit === undefined ? undefined : ratio[limit][major >= 22 ? 1 : 0]
}
