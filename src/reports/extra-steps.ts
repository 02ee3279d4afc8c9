import type { Entry } from '../model/entry.ts'
import type { Share, Spread } from './figure.ts'
import { histogramOf } from './histogram.ts'
import { shareWhere, spreadOf } from './share.ts'

export interface ExtraSteps {
  readonly taken: Share
  readonly minutes: Spread
}

export const tookExtraStep = ({ care }: Entry) => (care?.extraSteps?.length ?? 0) > 0

/** Returns M10: entries with a small extra step, and the minutes of those where they were noted. */
export function extraStepFigures(entries: readonly Entry[], tooFew: boolean): ExtraSteps {
  const minutes = entries.filter(tookExtraStep).flatMap(({ care }) => care?.extraMinutes ?? [])
  return {
    taken: shareWhere(entries, tookExtraStep, { form: 'count', tooFew }),
    minutes: spreadOf(histogramOf(minutes), 'min', tooFew),
  }
}
