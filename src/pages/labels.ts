/** The drawers of an entry as `show` opens them, each with its fields under the words people read. */
export const DRAWERS = [
  {
    title: '',
    fields: {
      at: 'When',
      customer: 'Who',
      channel: 'Channel',
      summary: 'What happened',
      'felt.before': 'Came in',
      'felt.after': 'Left',
      'felt.basis': 'How you know',
      disposition: 'How it ended',
      tags: 'Tags',
      share: 'Share',
    },
  },
  {
    title: 'Follow-up',
    fields: {
      'followUp.status': 'Status',
      'followUp.action': 'What',
      'followUp.due': 'Due',
      'followUp.promised': 'Promised',
      'followUp.completedAt': 'Closed',
      'followUp.felt': 'Felt then',
      'followUp.note': 'Note',
    },
  },
  {
    title: 'Passed on',
    fields: {
      'handoff.to': 'Passed to',
      'handoff.reason': 'Why',
      'handoff.warm': 'Introduced',
      'handoff.checkBackDue': 'Look back',
      'handoff.checkedBackAt': 'Looked back',
    },
  },
  {
    title: 'Contact',
    fields: {
      'contact.direction': 'Direction',
      'contact.moment': 'Moment',
      'contact.stage': 'Stage',
      'contact.caseRef': 'Case',
      'contact.minutes': 'Minutes',
      'contact.load': 'How busy',
      'contact.conditions': 'Conditions',
      'contact.atStake': 'At stake',
      'contact.askedFor': 'Asked for',
      'contact.rootCause': 'Real problem',
      'contact.customerWords': 'Their words',
      'contact.priorContacts': 'Tries before',
      'contact.priorChannels': 'Tried through',
      'contact.causedByEarlierWork': 'Caused by earlier work',
      'contact.technologyFriction': 'A machine should have',
      'contact.effort': 'Ease for them, 1 to 7',
      'contact.restored': 'Back to 100 %',
      'contact.relationship': 'Relationship',
      'contact.loyalty': 'Signs',
    },
  },
  {
    title: 'Care',
    fields: {
      'care.behaviours': 'You brought',
      'care.extraSteps': 'Small extra steps',
      'care.extraMinutes': 'Extra minutes',
      'care.beyondStandard': 'Beyond the standard',
      'care.tailored': 'Different for them',
      'care.ownedToEnd': 'Saw it through',
      'care.helpedBy': 'Helped by',
      'care.inspiredBy': 'Borrowed from',
      'care.offTheClock': 'Own time',
    },
  },
  {
    title: 'In the way',
    fields: {
      'obstacles.blockers': 'Blockers',
      'obstacles.note': 'Note',
      'obstacles.authority.needed': 'Authority needed',
      'obstacles.authority.had': 'Authority had',
      'obstacles.authority.wouldHaveDone': 'Would have done',
      'obstacles.supportWanted': 'What would have helped',
      'obstacles.learned': 'Learned',
    },
  },
  {
    title: 'Meaning',
    fields: {
      'meaning.purpose': 'Your why, 0 to 3',
      'meaning.purposeNote': 'How',
      'meaning.commonGround': 'Common ground',
      'meaning.values': 'Values',
      'meaning.nowWhat': 'Next time, first',
      'meaning.story.headline': 'Story',
      'meaning.story.lesson': 'Worth copying',
      'meaning.story.share': 'Story may be read by',
      'meaning.recognition': 'Thanks',
    },
  },
  {
    title: 'Written down',
    fields: { id: 'ID', rep: 'By', recordedAt: 'Recorded', updatedAt: 'Changed' },
  },
  {
    title: 'Private, never leaves',
    fields: {
      'private.emotion': 'How it left you',
      'private.display': 'The warmth was',
      'private.what': 'What',
      'private.soWhat': 'What changed it',
      'private.note': 'Note',
      'private.secondsToLog': 'Seconds to log',
    },
  },
] as const satisfies readonly { title: string; fields: Readonly<Record<string, string>> }[]

const LABELS = new Map<string, string>(
  DRAWERS.flatMap(({ fields }) => Object.entries<string>(fields)),
)

/** Returns the words for a dotted field name, or the name itself where there are none. */
export function labelOf(field: string): string {
  return LABELS.get(field) ?? field
}
