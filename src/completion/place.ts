import type { Argument, Command, Option } from 'commander'

/** What can stand at the cursor of a command line. */
export type Place =
  | { readonly asks: 'word' | 'option'; readonly command: Command; readonly typed: string }
  | {
      readonly asks: 'value'
      readonly command: Command
      readonly of: Option | Argument
      readonly typed: string
      /** What stands before the value in the same word: `--who=`. */
      readonly before: string
    }
  | { readonly asks: 'nothing' }

/** How far the whole words of a command line lead. */
interface Walk {
  readonly command: Command
  /** How many arguments are given. */
  readonly given: number
  /** The option whose value comes next. */
  readonly waiting?: Option | undefined
  /** Whether `--` has ended the options. */
  readonly ended: boolean
}

/** Returns what can stand at the cursor, after the words that are whole; `root` knows every word, and the options of the one that is named. */
export function placeOf(root: Command, words: readonly string[], typed: string): Place {
  const start: Walk = { command: root, given: 0, ended: false }
  const { command, given, waiting, ended } = words.reduce(step, start)
  if (waiting) return { asks: 'value', command, of: waiting, typed, before: '' }
  if (!ended && typed.startsWith('-')) return optionPlace(command, typed)
  if (command.commands.length > 0)
    return given === 0 ? { asks: 'word', command, typed } : { asks: 'nothing' }
  return argumentPlace(command, given, typed)
}

function step(walk: Walk, word: string): Walk {
  const { command, given, waiting, ended } = walk
  if (waiting) return { ...walk, waiting: undefined }
  if (ended) return { ...walk, given: given + 1 }
  if (word === '--') return { ...walk, ended: true }
  if (word.startsWith('-')) return { ...walk, waiting: waitingFor(command, word) }
  const next = given === 0 ? named(command, word) : undefined
  return next ? { ...walk, command: next } : { ...walk, given: given + 1 }
}

function named(command: Command, word: string): Command | undefined {
  return command.commands.find((each) => each.name() === word || each.alias() === word)
}

function optionNamed({ options }: Command, flag: string): Option | undefined {
  return options.find(({ long, short }) => long === flag || short === flag)
}

function waitingFor(command: Command, flag: string): Option | undefined {
  const option = optionNamed(command, flag)
  return option && takesValue(option) ? option : undefined
}

/** Returns whether a value stands behind the option. */
export function takesValue({ required, optional }: Option): boolean {
  return required || optional
}

function optionPlace(command: Command, typed: string): Place {
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? []
  if (flag === undefined || value === undefined) return { asks: 'option', command, typed }
  const option = waitingFor(command, flag)
  if (!option) return { asks: 'nothing' }
  return { asks: 'value', command, of: option, typed: value, before: `${flag}=` }
}

function argumentPlace(command: Command, given: number, typed: string): Place {
  const { registeredArguments } = command
  const last = registeredArguments.at(-1)
  const argument = registeredArguments[given] ?? (last?.variadic ? last : undefined)
  return argument
    ? { asks: 'value', command, of: argument, typed, before: '' }
    : { asks: 'nothing' }
}
