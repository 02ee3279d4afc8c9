import { readInclude, tickable } from '../../src/handover/classes.ts'
import type { Handover } from '../../src/handover/pack.ts'
import type { Entry } from '../../src/model/entry.ts'
import { weekOf } from '../../src/model/period.ts'
import { anEntry } from '../helpers.ts'

export const SECRET = '0123456789abcdef0123456789abcdef'

/** Returns a handover of week 46, every field ticked that can be. */
export function aHandover(entries: readonly Entry[], over: Partial<Handover> = {}): Handover {
  return {
    rep: 'alex',
    period: weekOf('2026-11-12'),
    made: '2026-11-16T08:00:00-06:00',
    exportId: '0000000000ex',
    include: readInclude(tickable()),
    secret: SECRET,
    neverSay: [],
    entries,
    due: [],
    ...over,
  }
}

/** Returns an entry with something in every field there is. Its texts are the field's own name, after `mark`. */
export function aFullEntry(mark: (field: string) => string, over: Partial<Entry> = {}): Entry {
  return anEntry({
    updatedAt: '2026-11-12T11:00:00-06:00',
    customer: 'lantern-street',
    summary: mark('summary'),
    felt: { before: 'angry', after: 'grateful', basis: 'guess' },
    disposition: 'transferred',
    followUp: {
      status: 'done',
      action: mark('followUp.action'),
      due: '2026-11-13',
      promised: true,
      completedAt: '2026-11-13T09:00:00-06:00',
      felt: 'happy',
      note: mark('followUp.note'),
    },
    handoff: {
      to: mark('handoff.to'),
      reason: 'felt-unpleasant',
      warm: true,
      checkBackDue: '2026-11-13',
      checkedBackAt: '2026-11-13T09:30:00-06:00',
    },
    tags: [mark('tags')],
    contact: {
      direction: 'inbound',
      moment: 'repair',
      stage: 'post-sale',
      caseRef: mark('contact.caseRef'),
      minutes: 12,
      load: 'slammed',
      conditions: mark('contact.conditions'),
      atStake: mark('contact.atStake'),
      askedFor: mark('contact.askedFor'),
      rootCause: mark('contact.rootCause'),
      customerWords: mark('contact.customerWords'),
      priorContacts: 3,
      priorChannels: ['ivr'],
      causedByEarlierWork: false,
      technologyFriction: mark('contact.technologyFriction'),
      effort: 5,
      restored: 'yes',
      relationship: 'mended',
      loyalty: ['thanked'],
    },
    care: {
      behaviours: ['caring'],
      extraSteps: ['stayed-on'],
      extraMinutes: 4,
      beyondStandard: true,
      tailored: mark('care.tailored'),
      ownedToEnd: true,
      helpedBy: [mark('care.helpedBy')],
      inspiredBy: mark('care.inspiredBy'),
      offTheClock: false,
    },
    obstacles: {
      blockers: ['policy'],
      note: mark('obstacles.note'),
      authority: {
        needed: true,
        had: false,
        wouldHaveDone: mark('obstacles.authority.wouldHaveDone'),
      },
      supportWanted: mark('obstacles.supportWanted'),
      learned: mark('obstacles.learned'),
    },
    meaning: {
      purpose: 3,
      purposeNote: mark('meaning.purposeNote'),
      commonGround: mark('meaning.commonGround'),
      values: [mark('meaning.values')],
      nowWhat: mark('meaning.nowWhat'),
      story: {
        headline: mark('meaning.story.headline'),
        lesson: mark('meaning.story.lesson'),
        share: 'team',
      },
      recognition: [
        {
          direction: 'given',
          fromTo: mark('meaning.recognition.fromTo'),
          public: true,
          for: mark('meaning.recognition.for'),
          at: '2026-11-12',
        },
      ],
    },
    private: {
      emotion: 'miserable',
      display: 'put-on',
      what: mark('private.what'),
      soWhat: mark('private.soWhat'),
      note: mark('private.note'),
      secondsToLog: 8642,
    },
    ...over,
  })
}
