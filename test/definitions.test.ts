import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CUSTOMER_ALIASES, CUSTOMER_FEELINGS, REP_FEELINGS } from '../src/model/feelings.ts'
import { fieldNames, fieldOf } from '../src/model/fields-of-entry.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/definitions.md'), 'utf8')
const ofReps = text.slice(text.indexOf('### How it left you'))
const plain = text.replaceAll('−', '-').replace(/\s+/g, ' ')

it('puts every word of customers into its group and under its valence', () => {
  for (const { word, valence, group } of CUSTOMER_FEELINGS) {
    if (valence === null) continue
    const row = text.split('\n').find((line) => line.startsWith(`| ${group} |`)) ?? ''
    const cell = row.split('|')[valence + 4] ?? ''
    expect([word, cell.trim().split(', ')]).toEqual([word, expect.arrayContaining([word])])
  }
})

it('puts every word of reps into its group, with its valence', () => {
  for (const { word, valence, group } of REP_FEELINGS) {
    const row = ofReps.split('\n').find((line) => line.startsWith(`| ${group} | `)) ?? ''
    const told = valence > 0 ? `+${valence}` : `${valence}`.replace('-', '−')
    expect([word, row]).toEqual([word, expect.stringContaining(`${word} ${told}`)])
  }
})

it('names every other word that is understood', () => {
  for (const [alias] of CUSTOMER_ALIASES)
    expect([alias, plain.toLowerCase()]).toEqual([alias, expect.stringContaining(alias)])
})

it('names every field and every word it takes', () => {
  for (const name of fieldNames()) {
    const last = name.split('.').at(-1)
    expect([name, text]).toEqual([name, expect.stringMatching(new RegExp(`\\b${last}\\b`))])
    const { words = [] } = fieldOf(name) ?? {}
    for (const word of words)
      expect([name, word, plain]).toEqual([name, word, expect.stringContaining(word)])
  }
})
