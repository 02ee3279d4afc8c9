import { monthOf } from '../model/day.ts'
import type { Entry } from '../model/entry.ts'
import { Damage, lineAt } from './damage.ts'
import { REMEDY } from './month-text.ts'
import { inOrder } from './order.ts'

interface Unchecked {
  readonly text: string
  readonly entries: readonly unknown[]
}

/** Returns the entries of a month that was not written by us, checked, in stored order; throws Damage at the first fault. */
export async function checkMonth(
  { text, entries }: Unchecked,
  month: string,
  label: string,
): Promise<Entry[]> {
  // The schema is loaded only here: a month whose sum is good does not need it.
  const { checkEntry } = await import('../model/entry.ts')
  await refuseForeignKeys(text, label)
  const lineOf = (index: number) => lineOfEntry(text, index)
  const ids = new Map<string, number>()
  const checked = entries.map((value, index) => {
    const fail = (says: string) => new Damage({ label, line: lineOf(index), says, remedy: REMEDY })
    const result = checkEntry(value)
    if (!result.ok) throw fail(saysOf(result.faults))
    const { id, at } = result.value
    if (monthOf(at) !== month) throw fail(`at is ${at}, which is not in ${month}`)
    const twin = ids.get(id)
    if (twin !== undefined)
      throw fail(`id is ${id}, which the entry on line ${lineOf(twin)} has too`)
    ids.set(id, index)
    return result.value
  })
  return inOrder(checked)
}

async function refuseForeignKeys(text: string, label: string): Promise<void> {
  const { parseJson } = await import('../model/json.ts')
  const result = parseJson(text)
  if (!result.ok) throw new Damage({ label, says: saysOf(result.faults), remedy: REMEDY })
}

function saysOf(faults: readonly { says: string }[]): string {
  const [first, ...more] = faults
  return `${first?.says}${more.length === 0 ? '' : ` (and ${more.length} more)`}`
}

/** Returns the line an entry begins on, in a JSON text that parses: the entries are what lies two brackets deep. */
function lineOfEntry(text: string, index: number): number | undefined {
  let [depth, found] = [0, -1]
  for (const { 0: token, index: at } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      if (depth === 2 && ++found === index) return lineAt(text, at)
      depth++
    } else if (token === '}' || token === ']') depth--
  }
  return undefined
}
