import { type Change, isClear } from './change.ts'
import type { Share } from './figure.ts'
import { type BlockerCount, REPEAT_DAYS } from './obstacles.ts'

const AT_MOST = 3

/** What a period holds that may be worth a sentence. */
export interface Facts {
  readonly leftUnhappy: number
  readonly overdue: number
  readonly overduePromises: number
  readonly outOfSight: number
  readonly repeated: readonly BlockerCount[]
  readonly purposeBlocked: number
  readonly leftWell: Share
  readonly change: Change | undefined
  readonly toThank: number
  /** When the report looks: "this week". */
  readonly when: string
}

/** Returns at most three sentences worth noticing, in the order of rule R17, or the one that says nothing stands out. */
export function noticing(facts: Facts): readonly string[] {
  const sentences = [
    unhappySentence(facts),
    overdueSentence(facts),
    outOfSightSentence(facts),
    repeatSentence(facts),
    purposeSentence(facts),
    changeSentence(facts),
    thanksSentence(facts),
  ].filter((sentence) => sentence !== undefined)
  return sentences.length > 0
    ? sentences.slice(0, AT_MOST)
    : [`Nothing stands out beyond chance ${facts.when}.`]
}

function unhappySentence({ leftUnhappy }: Facts): string | undefined {
  if (leftUnhappy === 0) return undefined
  return `${leftUnhappy} ${leftUnhappy === 1 ? 'person' : 'people'} left unhappy with nothing planned.`
}

function overdueSentence({ overdue, overduePromises }: Facts): string | undefined {
  if (overdue === 0) return undefined
  const thing = overduePromises === overdue ? 'promise' : 'follow-up'
  return overdue === 1 ? `1 ${thing} is overdue.` : `${overdue} ${thing}s are overdue.`
}

function outOfSightSentence({ outOfSight }: Facts): string | undefined {
  if (outOfSight === 0) return undefined
  return outOfSight === 1
    ? '1 hand-off was not looked back at.'
    : `${outOfSight} hand-offs were not looked back at.`
}

function repeatSentence({ repeated: [most] }: Facts): string | undefined {
  return most && `In the way again: ${most.blocker}, ${most.count} times in ${REPEAT_DAYS} days.`
}

function purposeSentence({ purposeBlocked }: Facts): string | undefined {
  if (purposeBlocked === 0) return undefined
  const times = purposeBlocked === 1 ? 'Once' : `${purposeBlocked} times`
  return `${times} a rule stood in the way of work that touched why you do it.`
}

function changeSentence({ leftWell, change }: Facts): string | undefined {
  if (!change || !isClear(change)) return undefined
  const { k, n } = change.previous
  return `Left well is ${change.text}: ${leftWell.k} of ${leftWell.n} against ${k} of ${n}.`
}

function thanksSentence({ toThank }: Facts): string | undefined {
  if (toThank === 0) return undefined
  return toThank === 1
    ? '1 person who helped has not been thanked yet.'
    : `${toThank} people who helped have not been thanked yet.`
}
