import { type DayRange, dayOf, within } from '../model/day.ts'
import { foldName } from './erased.ts'
import type { Hint } from './journal.ts'

type Test = (line: string) => boolean

const everything: Test = () => true

// {"id":"7k3q0000dddd","at":"2026-11-18T...: the day stands at the same place in every line we write.
const AT = '","at":"'
const ID_END = 19

/** Returns whether a line can hold an entry of the range; where it is told only by reading the entry, it can. */
export function dayTest(range: DayRange): Test {
  if (range.from === undefined && range.to === undefined) return everything
  const start = ID_END + AT.length
  return (line) => !line.startsWith(AT, ID_END) || within(dayOf(line.slice(start)), range)
}

/** Returns whether a line can hold a follow-up that falls due in the range. */
export function dueTest(range: DayRange): Test {
  const key = '"due":"'
  return (line) => {
    const at = line.indexOf(key)
    return at >= 0 && within(dayOf(line.slice(at + key.length)), range)
  }
}

/** Returns whether a line can hold what is looked for; for what JSON writes in another way than it is typed, every line can. */
export function hintTest(hint: Hint | undefined): Test {
  if (hint === undefined) return everything
  if ('has' in hint) return (line) => line.includes(`"${hint.has}":[`)
  if ('text' in hint) return textTest(hint.text)
  const isNamed = nameTest('customer' in hint ? hint.customer : hint.means)
  if ('customer' in hint) return isNamed
  const id = foldName(hint.means)
  return (line) => line.startsWith(id, '{"id":"'.length) || isNamed(line)
}

function textTest(text: string): Test {
  const wanted = foldName(text)
  return isPlain(wanted) ? (line) => folded(line).includes(wanted) : everything
}

function nameTest(name: string): Test {
  const wanted = foldName(name)
  if (!isPlain(wanted)) return everything
  const key = '"customer":"'
  return (line) => {
    const text = folded(line)
    const rest = text.slice(text.indexOf(key) + key.length).trimStart()
    return rest.startsWith(wanted) || rest.startsWith('\\')
  }
}

/** Quotes and backslashes are escaped in JSON, and the Greek s depends on what stands beside it. */
function isPlain(text: string): boolean {
  return !/["\\\p{Cc}\p{Cs}σς]/u.test(text)
}

function folded(line: string): string {
  return line.normalize('NFC').toLowerCase()
}
