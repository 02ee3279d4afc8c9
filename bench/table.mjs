// One Markdown table of what was measured.

const number = (value) => value.toLocaleString('en-GB')

/** Returns the table: a row a command, a column a size; each cell says ms, times the empty program, and peak MB with the same. */
export function renderTable(sizes, rows) {
  const head = ['command', ...sizes.map((size) => `${number(size)} entries`), 'budget']
  const lines = rows.map(({ name, cells, budget }) => [
    name,
    ...sizes.map((size) => formatCell(cells.get(size))),
    budget,
  ])
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function formatCell(cell) {
  if (!cell) return ''
  const { ms, ratio, memory, timesMemory, misses } = cell
  const parts = [`${ms.toFixed(0)} ms`, `**${ratio.toFixed(2)}**`]
  if (memory !== undefined) parts.push(`${memory.toFixed(0)} MB (${timesMemory.toFixed(1)})`)
  if (misses.length > 0) parts.push(`missed: ${misses.join(', ')}`)
  return parts.join(' · ')
}
