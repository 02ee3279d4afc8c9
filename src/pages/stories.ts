import type { Entry } from '../model/entry.ts'
import type { Ref } from '../reports/figure.ts'
import { type Piece, typed, words } from './page.ts'

/** Returns a story in a breath: whose it is, and its headline or else what happened. */
export function storyPieces(ref: Ref, entries: readonly Entry[]): Piece[] {
  const story = entries.find(({ id }) => id === ref.id)?.meaning?.story
  return [typed(ref.customer), words(': '), typed(story?.headline ?? ref.summary)]
}
