import { DEFAULT_REP } from '../model/vocabulary.ts'
import type { Ask } from './ask.ts'
import { optionalText, withText } from './optional.ts'
import { type Stop, walk } from './walk.ts'

/** What the first run learns; what was left for later is missing. */
export interface FirstRun {
  readonly rep?: string
  /** The rep's own words for why they do this work. */
  readonly purpose?: string
}

/** Returns the three lines that say what afterword is and where it keeps what. */
export function formatWelcome(folder: string): string {
  return [
    'afterword: a journal of the people you serve, how they felt, what you promised.',
    `Everything stays in ${folder}. Nothing is ever sent.`,
    'Five contacts a day, a minute each, make a week worth reading.',
  ].join('\n')
}

const STOPS: readonly Stop<FirstRun>[] = [
  {
    question: () =>
      optionalText(
        `What should reports call you? (Enter: ${DEFAULT_REP})`,
        40,
        'A first name or a nickname.',
        DEFAULT_REP,
      ),
    take: (answers, typed) => withText(answers, 'rep', typed),
  },
  {
    question: () =>
      optionalText(
        'I do this work because ... (Enter: later)',
        280,
        '',
        'later: afterword purpose',
      ),
    take: (answers, typed) => withText(answers, 'purpose', typed),
  },
]

/** Says what afterword is and asks the two questions of the first run; both may be left for later. */
export async function askFirstRun(ask: Ask, folder: string): Promise<FirstRun> {
  ask.say(formatWelcome(folder))
  return walk(ask, STOPS, {})
}
