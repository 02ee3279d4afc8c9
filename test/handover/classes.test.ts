import { describe, expect, it } from 'vitest'
import {
  CLASSES,
  type Classes,
  readInclude,
  ruleOf,
  TRY_NEXT,
  tickable,
} from '../../src/handover/classes.ts'
import type { Entry } from '../../src/model/entry.ts'
import { fieldNames, fieldOf } from '../../src/model/fields-of-entry.ts'

// A new field does not compile until it has a class: these lines would otherwise be errors themselves.
// @ts-expect-error a field of its own
const missing: Classes<Entry & { mood?: string }> = CLASSES
// @ts-expect-error a field of a group
const missingInGroup: Classes<Entry & { care?: { mood?: string } }> = CLASSES
// @ts-expect-error a field of a list of groups
const missingInList: Classes<Entry & { meaning?: { people?: { mood: string }[] } }> = CLASSES
// @ts-expect-error a list of words
const missingWords: Classes<Entry & { moods?: string[] }> = CLASSES
void [missing, missingInGroup, missingInList, missingWords]

describe('classes', () => {
  it('knows the fields the schema knows, and no others', () => {
    const groups = fieldNames().filter((name) => fieldOf(name)?.kind === 'groups')
    const inTable = Object.keys(CLASSES).map(
      (path) => groups.find((group) => path.startsWith(`${group}.`)) ?? path,
    )
    expect(new Set(inTable)).toEqual(new Set(fieldNames()))
  })

  it('never lets go of what is private, times, or a name it does not know', () => {
    for (const name of fieldNames().filter((each) => each.startsWith('private.')))
      expect(ruleOf(name)).toBe(2)
    for (const name of ['recordedAt', 'updatedAt', 'share', 'mood', '__proto__', 'constructor'])
      expect(ruleOf(name)).toBe(2)
  })

  it('takes the name of a group for its fields, in stored order', () => {
    expect(readInclude(['meaning.recognition', 'summary', 'followUp'])).toEqual([
      'summary',
      'followUp.action',
      'followUp.note',
      'meaning.recognition.direction',
      'meaning.recognition.fromTo',
      'meaning.recognition.public',
      'meaning.recognition.for',
      'meaning.recognition.at',
    ])
  })

  it.each([
    ['private', /private never leaves/],
    ['private.note', /private\.note never leaves/],
    ['recordedAt', /never leaves/],
    ['mood', /"mood" is not a field/],
    ['__proto__', /is not a field/],
    ['', /is not a field/],
  ])('refuses to tick %j', (name, message) => {
    expect(() => readInclude([name])).toThrow(message)
  })

  it('lets go of what a review says of the next week, and of nothing else in it', () => {
    expect(tickable().filter((path) => path.startsWith('review.'))).toEqual([TRY_NEXT])
    for (const key of ['best', 'hard', 'climate', 'tried', 'triedNote', 'question', 'answer'])
      expect(() => readInclude([`review.${key}`])).toThrow(/never leaves/)
  })

  it('offers only what may be ticked', () => {
    expect(tickable()).toContain('customer')
    for (const path of tickable()) expect(path).not.toMatch(/^private|^id$|^felt/)
  })
})
