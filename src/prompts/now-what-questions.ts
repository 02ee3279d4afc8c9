import { misuse } from '../errors.ts'
import { REP_FEELINGS } from '../model/feelings.ts'
import { readNext } from '../model/next.ts'
import { HANDOFF_REASONS } from '../model/vocabulary.ts'
import { findWord } from '../model/words.ts'
import { type FieldQuestion, said, textQuestion, type Values } from './field-question.ts'
import { oneWord, readMixed, splitOnce } from './grammar.ts'

const REP_WORDS = REP_FEELINGS.map(({ word }) => word)

export const nowWhat = textQuestion(
  'meaning.nowWhat',
  'If this walked in again tomorrow, what first?',
)

export const headline = textQuestion(
  'meaning.story.headline',
  'Worth telling? A headline, or Enter',
)

/** `The neighbour's router; team`: a headline, and who may read it. */
export const story: FieldQuestion = {
  parts: [
    { field: 'meaning.story.headline', asks: 'Worth telling? A headline.', such: 'The wet box' },
    {
      field: 'meaning.story.share',
      asks: 'Who may read it?',
      such: 'team',
      apart: true,
    },
  ],
  hint: 'me, coach or team: only you unless you say so.',
  read: (typed, _world, isOpen) => {
    const { before, after } = splitOnce(typed, !isOpen('meaning.story.headline'))
    return said({
      'meaning.story.headline': before || undefined,
      'meaning.story.share': after === '' ? undefined : readReader(after),
    })
  },
}

function readReader(typed: string): string {
  const found = findWord(['me', 'private', 'coach', 'team'], typed)
  if (!found.ok) throw misuse('After the semicolon comes me, coach or team.')
  return found.word === 'me' ? 'private' : found.word
}

export const purpose: FieldQuestion = {
  parts: [{ field: 'meaning.purpose', asks: 'Did this one touch why you do the job?' }],
  hint: '0 just a job today, to 3 this is why.',
  read: readPurpose,
}

export const purposeAndMood: FieldQuestion = {
  parts: [
    { field: 'meaning.purpose', asks: 'Did it touch why you do the job? (0-3)', such: '2' },
    { field: 'private.emotion', asks: 'How did it leave you? (private)', such: 'proud' },
  ],
  hint: 'The feeling never leaves this machine.',
  words: REP_WORDS,
  read: readPurpose,
}

function readPurpose(typed: string): Values {
  const mixed = readMixed(typed, { moods: REP_WORDS })
  return said({ 'meaning.purpose': mixed.number, 'private.emotion': oneWord(mixed, 'moods') })
}

export const movedOn: FieldQuestion = {
  parts: [{ field: 'handoff.reason', asks: 'Why did it move on?' }],
  hint: 'skill, authority, time ... felt-unpleasant is an answer too, and nobody else sees it.',
  words: HANDOFF_REASONS,
  read: (typed) =>
    said({ 'handoff.reason': oneWord(readMixed(typed, { why: HANDOFF_REASONS }), 'why') }),
}

/** `fri! ring about the refund`, as in the sixth question. */
export const stillNeeded: FieldQuestion = {
  parts: [{ field: 'followUp', asks: 'They left unhappy. What do they still need, and when?' }],
  hint: 'When, ! if promised, and what: fri! ring about the refund.',
  read: (typed, world) => {
    const next = readNext(typed, world)
    if (next.kind === 'none') return {}
    const { kind: status, ...rest } = next
    return { followUp: { status, ...rest } }
  },
}
