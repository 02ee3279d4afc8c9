import { type Ask, isBack, type Question, type Reply } from './ask.ts'
import { Stopped } from './stopped.ts'

/** One question on a way through several: when it is asked, how, and what its answer changes. */
export interface Stop<State> {
  readonly applies?: (state: State) => boolean
  readonly question: (state: State) => Question
  readonly take: (state: State, typed: string) => State
  /** Said once, before the question is first asked. */
  readonly heading?: string
}

/** Asks every stop that applies in turn, Esc going back one; returns the state after the last answer. `onAnswer` hears of each one, and of what stands typed where somebody stops. */
export async function walk<State>(
  ask: Ask,
  stops: readonly Stop<State>[],
  start: State,
  onAnswer: (state: State) => void = () => {},
): Promise<State> {
  const kept = new Map<Stop<State>, string>()
  const asked: { readonly stop: Stop<State>; readonly before: State }[] = []
  const said = new Set<string>()
  let state = start
  let stop = stops.find((each) => applies(each, state))
  while (stop) {
    sayHeading(ask, stop, said)
    const initial = kept.get(stop)
    const question = { ...stop.question(state), ...(initial && { initial }) }
    const { take } = stop
    const before = state
    const reply = await lineOf(ask, question, (typed) => onAnswer(take(before, typed)))
    kept.set(stop, isBack(reply) ? reply.back : reply.typed)
    if (isBack(reply)) {
      const last = asked.pop()
      stop = last?.stop ?? stop
      state = last?.before ?? state
      continue
    }
    asked.push({ stop, before: state })
    state = stop.take(state, reply.typed)
    onAnswer(state)
    stop = stops.slice(stops.indexOf(stop) + 1).find((each) => applies(each, state))
  }
  return state
}

async function lineOf(ask: Ask, question: Question, keep: (typed: string) => void): Promise<Reply> {
  try {
    return await ask.line(question)
  } catch (error) {
    if (error instanceof Stopped && (await isAnswer(error.typed, question))) keep(error.typed)
    throw error
  }
}

async function isAnswer(typed: string, { judge }: Question): Promise<boolean> {
  return typed.trim() !== '' && (await judge(typed)).ok
}

function applies<State>({ applies: when }: Stop<State>, state: State): boolean {
  return when === undefined || when(state)
}

function sayHeading<State>(ask: Ask, { heading }: Stop<State>, said: Set<string>): void {
  if (heading === undefined || said.has(heading)) return
  said.add(heading)
  ask.say(heading, 'strong')
}
