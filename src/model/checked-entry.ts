import { misuse } from '../errors.ts'
import { checkEntry, type Entry } from './entry.ts'

/** Returns the entry with its keys in stored order, or throws a misuse with every sentence of the schema. */
export function checkedEntry(value: unknown): Entry {
  const checked = checkEntry(value)
  if (checked.ok) return checked.value
  throw misuse(`${checked.faults.map(({ says }) => says).join('; ')}.`)
}
