import type { Entry } from '../model/entry.ts'
import type { CustomerFeeling } from '../model/feelings.ts'
import type { Settings } from '../model/settings.ts'
import type { Moment } from '../model/vocabulary.ts'
import type { Share } from './figure.ts'
import { cellOf, shareWhere } from './share.ts'

/** M15: how people were meant to leave a moment, and how many did. */
export interface Intended {
  readonly moment: Moment
  readonly intended: readonly CustomerFeeling[]
  readonly left: Share
}

/** Returns, for each moment of the settings, who left with one of the intended feelings, of those whose leaving is known. */
export function intendedFigures(
  entries: readonly Entry[],
  { moments = [] }: Settings,
): readonly Intended[] {
  return moments.map(({ name, intended }) => {
    const known = entries.filter(
      ({ contact, felt }) => contact?.moment === name && felt.after !== 'unknown',
    )
    const left = shareWhere(known, ({ felt }) => intended.includes(felt.after), { form: 'count' })
    return { moment: name, intended, left: cellOf(left) }
  })
}
