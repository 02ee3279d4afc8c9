import { EXTRA_STEPS, LOADS, MOMENTS, PRIOR_CHANNELS } from '../model/vocabulary.ts'
import { type FieldQuestion, type Part, said, textQuestion, type Values } from './field-question.ts'
import { oneWord, readMixed, readNames, saysNone, splitOnce } from './grammar.ts'

/** Returns the question for what they had tried before: `3 phone chatbot`. */
export function triesQuestion(asks: string): FieldQuestion {
  return {
    parts: [
      { field: 'contact.priorContacts', asks: `${asks} How many tries,`, such: '3' },
      {
        field: 'contact.priorChannels',
        asks: 'through what?',
        such: 'phone chatbot',
        aside: true,
      },
    ],
    words: PRIOR_CHANNELS,
    read: readTries,
  }
}

function readTries(typed: string): Values {
  if (saysNone(typed)) return { 'contact.priorContacts': 0, 'contact.priorChannels': [] }
  const { words, number } = readMixed(typed, { channels: PRIOR_CHANNELS })
  return said({ 'contact.priorContacts': number, 'contact.priorChannels': words.get('channels') })
}

export const atStake = textQuestion('contact.atStake', 'What was at stake for them?')

export const whatFor = textQuestion('contact.atStake', 'What was it for, for them?')

export const theirWords = textQuestion(
  'contact.customerWords',
  'Anything they said, word for word?',
)

const momentPart: Part = {
  field: 'contact.moment',
  asks: 'What kind of moment was it?',
  such: 'repair',
}

export const moment: FieldQuestion = { parts: [momentPart], words: MOMENTS, read: readMoment }

export const momentAndLoad: FieldQuestion = {
  parts: [momentPart, { field: 'contact.load', asks: 'How busy?', such: 'slammed' }],
  words: [...MOMENTS, ...LOADS],
  read: readMoment,
}

function readMoment(typed: string): Values {
  const mixed = readMixed(typed, { moments: MOMENTS, loads: LOADS })
  return said({
    'contact.moment': oneWord(mixed, 'moments'),
    'contact.load': oneWord(mixed, 'loads'),
  })
}

const stepParts: readonly Part[] = [
  { field: 'care.extraSteps', asks: 'A small extra step,', such: 'stayed-on verified-fix' },
  { field: 'care.extraMinutes', asks: 'and how many minutes?', such: '4', aside: true },
]

export const extraStep: FieldQuestion = { parts: stepParts, words: EXTRA_STEPS, read: readSteps }

export const extraStepAndHelp: FieldQuestion = {
  parts: [
    ...stepParts,
    { field: 'care.helpedBy', asks: 'Who helped?', such: 'deck-jo', apart: true },
  ],
  words: EXTRA_STEPS,
  read: (typed, _world, isOpen) => {
    const { before, after } = splitOnce(typed, !isOpen('care.extraSteps'))
    return { ...(before && readSteps(before)), ...(after && readHelpers(after)) }
  },
}

function readSteps(typed: string): Values {
  if (saysNone(typed)) return { 'care.extraSteps': [] }
  const { words, number } = readMixed(typed, { steps: EXTRA_STEPS })
  return said({ 'care.extraSteps': words.get('steps'), 'care.extraMinutes': number })
}

export const helpedBy: FieldQuestion = {
  parts: [{ field: 'care.helpedBy', asks: 'Who helped you?' }],
  hint: 'A name or several, with commas.',
  read: readHelpers,
}

function readHelpers(typed: string): Values {
  return { 'care.helpedBy': readNames(typed) }
}
