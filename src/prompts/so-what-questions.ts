import { misuse } from '../errors.ts'
import {
  BASES,
  BEHAVIOURS,
  BLOCKERS,
  LOYALTY_SIGNS,
  RELATIONSHIPS,
  RESTORED,
} from '../model/vocabulary.ts'
import { findWord } from '../model/words.ts'
import { type FieldQuestion, said, textQuestion, type Values } from './field-question.ts'
import { oneWord, readMixed, readWords, splitOnce } from './grammar.ts'

export const soWhat = textQuestion(
  'private.soWhat',
  'What changed how they felt? (private)',
  'It never leaves this machine.',
)

export const basis: FieldQuestion = {
  parts: [{ field: 'felt.basis', asks: 'How do you know what they felt?', such: 'tone-or-face' }],
  words: BASES,
  read: (typed) => said({ 'felt.basis': oneWord(readMixed(typed, { bases: BASES }), 'bases') }),
}

export const behaviours: FieldQuestion = {
  parts: [
    { field: 'care.behaviours', asks: 'Which of these did you bring?', such: 'patient polite' },
  ],
  words: BEHAVIOURS,
  read: (typed) => ({ 'care.behaviours': readWords(BEHAVIOURS, typed) }),
}

/** `policy time; no, refund it on the call`: what got in the way, and whether the authority was there. */
export const inTheWay: FieldQuestion = {
  parts: [
    { field: 'obstacles.blockers', asks: 'What got in the way?', such: 'policy time' },
    { field: 'obstacles.authority', asks: 'Did you have the authority?', such: 'no', apart: true },
  ],
  words: BLOCKERS,
  read: readObstacles,
}

/** The same, with what the rep would have done: `policy; no, refund it on the call`. */
export const inTheWayAndInstead: FieldQuestion = {
  ...inTheWay,
  parts: [
    ...inTheWay.parts,
    {
      field: 'obstacles.authority.wouldHaveDone',
      asks: 'What would you have done?',
      such: 'refund it on the call',
      aside: true,
    },
  ],
}

function readObstacles(typed: string, _world: unknown, isOpen: (field: string) => boolean): Values {
  const { before, after } = splitOnce(typed, !isOpen('obstacles.blockers'))
  return {
    ...(before && { 'obstacles.blockers': readWords(BLOCKERS, before) }),
    ...(after && { 'obstacles.authority': readAuthority(after) }),
  }
}

function readAuthority(typed: string): Values {
  const [, word = '', rest = ''] = /^(\S+?)[;,.:]?(?:\s+(.*))?$/s.exec(typed) ?? []
  const found = findWord(['yes', 'no', 'not-needed'], word === 'n' ? 'no' : word)
  if (!found.ok) throw misuse('After the semicolon comes yes, no or not-needed.')
  if (found.word === 'not-needed') return { needed: false }
  return { needed: true, had: found.word === 'yes', ...(rest && { wouldHaveDone: rest }) }
}

export const backToNormal: FieldQuestion = {
  parts: [
    { field: 'contact.restored', asks: 'Are they back to 100 %?', such: 'yes' },
    { field: 'contact.relationship', asks: 'How is the relationship?', such: 'mended' },
    {
      field: 'contact.loyalty',
      asks: 'Any sign they will come back?',
      such: 'thanked',
      aside: true,
    },
  ],
  words: [...RESTORED, ...RELATIONSHIPS, ...LOYALTY_SIGNS],
  read: (typed) => {
    const mixed = readMixed(typed, {
      restored: RESTORED,
      relationship: RELATIONSHIPS,
      loyalty: LOYALTY_SIGNS,
    })
    return said({
      'contact.restored': oneWord(mixed, 'restored'),
      'contact.relationship': oneWord(mixed, 'relationship'),
      'contact.loyalty': mixed.words.get('loyalty'),
    })
  },
}
