import type { Entry, FeltEntry } from '../model/entry.ts'
import { AT, ID_END } from './line-day.ts'

// No text holds these signs, for the quotes in it are escaped; and no other field of this name is a group.
const FELT = '"felt":{'
const AT_START = ID_END + AT.length

/** Returns what reads off the line of an entry when it was and how they felt, and no more; it throws a SyntaxError where a line does not say. */
export function feltReader(): (line: string) => Entry {
  // There are far fewer ways to feel than lines.
  const known = new Map<string, Entry['felt']>()
  const felt = (json: string): Entry['felt'] => {
    const found = known.get(json) ?? JSON.parse(json)
    known.set(json, found)
    return found
  }
  return (line) => {
    const start = line.indexOf(FELT) + FELT.length - 1
    if (start < FELT.length || !line.startsWith(AT, ID_END)) return JSON.parse(line)
    const at = line.slice(AT_START, line.indexOf('"', AT_START))
    const entry: FeltEntry = { at, felt: felt(line.slice(start, line.indexOf('}', start) + 1)) }
    return entry as Entry
  }
}
