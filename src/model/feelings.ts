/** How pleasant a feeling is, from -2 to 2. The integers are editorial: see docs/definitions.md. */
export type Valence = -2 | -1 | 0 | 1 | 2

/** A word on one of the two lists; `unknown` has neither valence nor group. */
export interface Feeling<Word extends string = string> {
  readonly word: Word
  readonly valence: Valence | null
  readonly group: string | null
}

export const CUSTOMER_FEELINGS = [
  { word: 'angry', valence: -2, group: 'Anger' },
  { word: 'frustrated', valence: -2, group: 'Anger' },
  { word: 'upset', valence: -2, group: 'Anger' },
  { word: 'dominated', valence: -2, group: 'Anger' },
  { word: 'stressed', valence: -2, group: 'Worry & pressure' },
  { word: 'ignored', valence: -2, group: 'Let down' },
  { word: 'anxious', valence: -1, group: 'Worry & pressure' },
  { word: 'rushed', valence: -1, group: 'Worry & pressure' },
  { word: 'inconvenienced', valence: -1, group: 'Effort & confusion' },
  { word: 'confused', valence: -1, group: 'Effort & confusion' },
  { word: 'disappointed', valence: -1, group: 'Let down' },
  { word: 'unfulfilled', valence: -1, group: 'Let down' },
  { word: 'resigned', valence: -1, group: 'Let down' },
  { word: 'neutral', valence: 0, group: 'Flat' },
  { word: 'indifferent', valence: 0, group: 'Flat' },
  { word: 'relieved', valence: 1, group: 'Relief & trust' },
  { word: 'reassured', valence: 1, group: 'Relief & trust' },
  { word: 'trusting', valence: 1, group: 'Relief & trust' },
  { word: 'satisfied', valence: 1, group: 'Satisfied' },
  { word: 'understood', valence: 1, group: 'Recognised' },
  { word: 'respected', valence: 1, group: 'Recognised' },
  { word: 'valued', valence: 1, group: 'Recognised' },
  { word: 'grateful', valence: 2, group: 'Delight' },
  { word: 'happy', valence: 2, group: 'Delight' },
  { word: 'delighted', valence: 2, group: 'Delight' },
  { word: 'amazed', valence: 2, group: 'Delight' },
  { word: 'unknown', valence: null, group: null },
] as const satisfies readonly Feeling[]

export const REP_FEELINGS = [
  { word: 'miserable', valence: -2, group: 'Spent' },
  { word: 'exhausted', valence: -2, group: 'Spent' },
  { word: 'angry', valence: -2, group: 'Riled' },
  { word: 'frustrated', valence: -2, group: 'Riled' },
  { word: 'annoyed', valence: -1, group: 'Riled' },
  { word: 'defensive', valence: -1, group: 'Riled' },
  { word: 'anxious', valence: -1, group: 'Worried' },
  { word: 'overwhelmed', valence: -1, group: 'Worried' },
  { word: 'powerless', valence: -1, group: 'Stuck' },
  { word: 'bored', valence: -1, group: 'Stuck' },
  { word: 'neutral', valence: 0, group: 'Flat' },
  { word: 'calm', valence: 1, group: 'Steady' },
  { word: 'patient', valence: 1, group: 'Steady' },
  { word: 'interested', valence: 1, group: 'Engaged' },
  { word: 'proud', valence: 1, group: 'Engaged' },
  { word: 'connected', valence: 1, group: 'Engaged' },
  { word: 'respected', valence: 1, group: 'Engaged' },
  { word: 'happy', valence: 2, group: 'Lit up' },
  { word: 'caring', valence: 2, group: 'Lit up' },
  { word: 'passionate', valence: 2, group: 'Lit up' },
  { word: 'confident', valence: 2, group: 'Lit up' },
] as const satisfies readonly Feeling[]

/** Other words people type, each with the words on the list it can mean. */
export const CUSTOMER_ALIASES: ReadonlyMap<string, readonly CustomerFeeling[]> = new Map<
  string,
  readonly CustomerFeeling[]
>([
  ['secure', ['trusting']],
  ['safe', ['trusting']],
  ['appreciated', ['grateful']],
  ['thankful', ['grateful']],
  ['recognized', ['valued']],
  ['recognised', ['valued']],
  ['important', ['valued']],
  ['hurried', ['rushed']],
  ['worried', ['anxious']],
  ['annoyed', ['inconvenienced']],
  ['furious', ['angry']],
  ['hopeless', ['resigned']],
  ['let down', ['disappointed']],
  ['calm', ['reassured']],
  ['pleased', ['satisfied']],
  ['ok', ['neutral']],
  ['fine', ['neutral']],
  ['surprised', ['delighted', 'upset']],
])

export type CustomerFeeling = (typeof CUSTOMER_FEELINGS)[number]['word']
export type RepFeeling = (typeof REP_FEELINGS)[number]['word']

const valences: ReadonlyMap<string, Valence | null> = new Map(
  [...REP_FEELINGS, ...CUSTOMER_FEELINGS].map(({ word, valence }) => [word, valence]),
)
const customerGroups: ReadonlyMap<string, string | null> = new Map(
  CUSTOMER_FEELINGS.map(({ word, group }) => [word, group]),
)
const repGroups: ReadonlyMap<string, string | null> = new Map(
  REP_FEELINGS.map(({ word, group }) => [word, group]),
)

/** Returns how pleasant a word of either list is, from -2 to 2, or null for `unknown`. */
export function valenceOf(word: CustomerFeeling | RepFeeling): Valence | null {
  return valences.get(word) ?? null
}

/** Returns the group a customer's feeling is counted in, or null for `unknown`. */
export function groupOf(word: CustomerFeeling): string | null {
  return customerGroups.get(word) ?? null
}

/** Returns the group a rep's feeling is counted in. */
export function repGroupOf(word: RepFeeling): string | null {
  return repGroups.get(word) ?? null
}

/** Returns whether the word is unpleasant (valence -1 or less); `unknown` is not. */
export function isUnhappy(word: CustomerFeeling | RepFeeling): boolean {
  return (valenceOf(word) ?? 0) <= -1
}

/** Returns whether the word is pleasant (valence 1 or more); `unknown` is not. */
export function isWell(word: CustomerFeeling | RepFeeling): boolean {
  return (valenceOf(word) ?? 0) >= 1
}
