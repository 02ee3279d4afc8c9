import type { Command } from 'commander'
import { type Place, placeOf } from '../completion/place.ts'
import type { Context } from '../context.ts'
import { type Choices, choicesFor } from './choices.ts'

/** One thing that can be typed, and what it is. */
export interface Candidate {
  readonly value: string
  readonly says?: string
}

/** What can be typed at the cursor: the candidates, or the name of a file. `open`: more may follow without a space. */
export interface Candidates {
  readonly kind: Choices['kind']
  readonly found: readonly Candidate[]
}

const NOTHING: Candidates = { kind: 'words', found: [] }
const TOPICS: readonly Candidate[] = [
  { value: 'all', says: 'every word' },
  { value: 'exit-codes', says: 'what the numbers mean' },
]

/** Returns what can be typed after the whole words of a command line, where the last one begins as typed. */
export async function complete(
  ctx: Context,
  root: Command,
  { words, typed }: { readonly words: readonly string[]; readonly typed: string },
): Promise<Candidates> {
  const place = placeOf(root, words, typed)
  const { kind, found } = await candidatesAt(ctx, root, place)
  return { kind, found: found.filter(({ value }) => value.startsWith(typed)) }
}

async function candidatesAt(ctx: Context, root: Command, place: Place): Promise<Candidates> {
  if (place.asks === 'word') return { kind: 'words', found: wordsOf(place.command) }
  if (place.asks === 'option') return { kind: 'words', found: optionsOf(root, place.command) }
  return place.asks === 'value' ? valuesAt(ctx, root, place) : NOTHING
}

function wordsOf({ commands }: Command): Candidate[] {
  return commands.flatMap((command) =>
    [command.name(), ...command.aliases()].map((value) => ({ value, says: command.description() })),
  )
}

function optionsOf(root: Command, command: Command): Candidate[] {
  const options = [...new Set([...command.options, ...root.options])]
  const hasVersion = command === root
  const named = options.flatMap(({ long, description }) =>
    long && (hasVersion || long !== '--version') ? [{ value: long, says: description }] : [],
  )
  return [...named, { value: '--help', says: 'show help' }]
}

async function valuesAt(
  ctx: Context,
  root: Command,
  place: Place & { readonly asks: 'value' },
): Promise<Candidates> {
  const { before, of } = place
  if (of.name() === 'topic') return { kind: 'words', found: [...wordsOf(root), ...TOPICS] }
  const choices = await choicesFor(ctx, place.command.name(), place)
  if (choices.kind === 'files') return { kind: 'files', found: [] }
  const isArgument = !('long' in of)
  // Where an argument is expected, a name that begins with a dash would be taken for an option.
  const words = choices.words.filter((word) => !isArgument || !word.startsWith('-'))
  return { kind: choices.kind, found: words.map((word) => ({ value: before + word })) }
}
