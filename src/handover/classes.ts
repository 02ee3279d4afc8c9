import { misuse } from '../errors.ts'
import type { Entry } from '../model/entry.ts'
import type { WeekReview } from '../model/review.ts'

type Plain = string | number | boolean

/** Every dotted field name of a type; a list of groups is named like a group (`meaning.recognition.fromTo`). */
export type FieldPaths<T> = {
  [Key in keyof T & string]-?: NonNullable<T[Key]> extends Plain | readonly Plain[]
    ? Key
    : NonNullable<T[Key]> extends readonly (infer Item)[]
      ? `${Key}.${FieldPaths<Item>}`
      : `${Key}.${FieldPaths<NonNullable<T[Key]>>}`
}[keyof T & string]

/**
 * What may become of a field: 0 leaves after the preview, 1 only if ticked, 2 never. The words are special cases:
 * `day` leaves without its time, `reason` without a feeling, `story` as its own `share` says, `hash` and `code` in disguise.
 */
export type Rule = 0 | 1 | 2 | 'day' | 'reason' | 'story' | 'hash' | 'code'

/** A rule for every field of a type: a new field does not compile until it has one. */
export type Classes<T> = Readonly<Record<FieldPaths<T>, Rule>>

/** What a closed week says of the next: all of a review that can be handed over. */
export const TRY_NEXT = 'review.tryNext'

export type FieldPath = FieldPaths<Entry> | typeof TRY_NEXT

type WeekClasses = Readonly<Record<`review.${keyof WeekReview}`, Rule>>

const REVIEW_CLASSES: WeekClasses = {
  'review.week': 2,
  'review.best': 2,
  'review.hard': 2,
  [TRY_NEXT]: 1,
  'review.tried': 2,
  'review.triedNote': 2,
  'review.climate': 2,
  'review.question': 2,
  'review.answer': 2,
}

export const CLASSES: Classes<Entry> = {
  id: 'hash',
  at: 'day',
  recordedAt: 2,
  updatedAt: 2,
  rep: 1,
  customer: 'code',
  channel: 0,
  summary: 1,
  'felt.before': 0,
  'felt.after': 0,
  'felt.basis': 0,
  disposition: 0,
  'followUp.status': 0,
  'followUp.action': 1,
  'followUp.due': 0,
  'followUp.promised': 0,
  'followUp.completedAt': 'day',
  'followUp.felt': 0,
  'followUp.note': 1,
  'handoff.to': 0,
  'handoff.reason': 'reason',
  'handoff.warm': 0,
  'handoff.checkBackDue': 0,
  'handoff.checkedBackAt': 'day',
  tags: 1,
  share: 2,
  'contact.direction': 0,
  'contact.moment': 0,
  'contact.stage': 0,
  'contact.caseRef': 1,
  'contact.minutes': 0,
  'contact.load': 0,
  'contact.conditions': 1,
  'contact.atStake': 1,
  'contact.askedFor': 1,
  'contact.rootCause': 1,
  'contact.customerWords': 1,
  'contact.priorContacts': 0,
  'contact.priorChannels': 0,
  'contact.causedByEarlierWork': 0,
  'contact.technologyFriction': 1,
  'contact.effort': 0,
  'contact.restored': 0,
  'contact.relationship': 0,
  'contact.loyalty': 0,
  'care.behaviours': 0,
  'care.extraSteps': 0,
  'care.extraMinutes': 0,
  'care.beyondStandard': 0,
  'care.tailored': 1,
  'care.ownedToEnd': 0,
  'care.helpedBy': 1,
  'care.inspiredBy': 1,
  'care.offTheClock': 1,
  'obstacles.blockers': 0,
  'obstacles.note': 1,
  'obstacles.authority.needed': 0,
  'obstacles.authority.had': 0,
  'obstacles.authority.wouldHaveDone': 1,
  'obstacles.supportWanted': 0,
  'obstacles.learned': 1,
  'meaning.purpose': 1,
  'meaning.purposeNote': 1,
  'meaning.commonGround': 1,
  'meaning.values': 1,
  'meaning.nowWhat': 1,
  'meaning.story.headline': 'story',
  'meaning.story.lesson': 'story',
  'meaning.story.share': 'story',
  'meaning.recognition.direction': 1,
  'meaning.recognition.fromTo': 1,
  'meaning.recognition.public': 1,
  'meaning.recognition.for': 1,
  'meaning.recognition.at': 1,
  'private.emotion': 2,
  'private.display': 2,
  'private.what': 2,
  'private.soWhat': 2,
  'private.note': 2,
  'private.secondsToLog': 2,
}

const RULES: ReadonlyMap<string, Rule> = new Map(Object.entries({ ...CLASSES, ...REVIEW_CLASSES }))

/** Returns the rule of a dotted name; a name without one never leaves. */
export function ruleOf(path: string): Rule {
  return RULES.get(path) ?? 2
}

/** Returns the fields a rep can tick, in stored order. */
export function tickable(): FieldPath[] {
  return ([...RULES.keys()] as FieldPath[]).filter(isTickable)
}

function isTickable(path: string): boolean {
  const rule = ruleOf(path)
  return rule === 1 || rule === 'code'
}

/** Returns the ticked fields in stored order, a group's name standing for its fields; throws a misuse for a name that is none, or one that never leaves. */
export function readInclude(names: readonly string[]): FieldPath[] {
  const ticked = new Set(names.flatMap(fieldsNamed))
  return tickable().filter((path) => ticked.has(path))
}

function fieldsNamed(name: string): string[] {
  const paths = [...RULES.keys()].filter((path) => path === name || path.startsWith(`${name}.`))
  if (paths.length === 0)
    throw misuse(`${JSON.stringify(name)} is not a field. Those to tick: ${tickable().join(', ')}.`)
  if (paths.every((path) => ruleOf(path) === 2))
    throw misuse(`${name} never leaves this machine, whatever is asked. Leave it out of --include.`)
  return paths.filter(isTickable)
}
