import { type Ask, isBack, type Question } from './ask.ts'

/** One question on a way through several: when it is asked, how, and what its answer changes. */
export interface Stop<State> {
  readonly applies?: (state: State) => boolean
  readonly question: (state: State) => Question
  readonly take: (state: State, typed: string) => State
  /** Said once, before the question is first asked. */
  readonly heading?: string
}

/** Asks every stop that applies in turn, Esc going back one; returns the state after the last answer. `onAnswer` hears of each one. */
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
    const reply = await ask.line({ ...stop.question(state), ...(initial && { initial }) })
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

function applies<State>({ applies: when }: Stop<State>, state: State): boolean {
  return when === undefined || when(state)
}

function sayHeading<State>(ask: Ask, { heading }: Stop<State>, said: Set<string>): void {
  if (heading === undefined || said.has(heading)) return
  said.add(heading)
  ask.say(heading, 'strong')
}
