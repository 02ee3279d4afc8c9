import type { Answers, HalfAnswered } from '../model/answers.ts'
import { type Ask, isBack, type Question } from './ask.ts'
import { formatLabel } from './fit.ts'
import { habitualChannel, QUICK_STEPS, type QuickWorld, type Step } from './quick-steps.ts'
import { Stopped } from './stopped.ts'

/** Called with everything answered so far and the number of the question just answered, or stopped at. */
export type OnAnswer = (answers: HalfAnswered, number: number) => Promise<void>

/** Where in the six questions somebody is. */
interface Walk {
  readonly answers: Answers
  /** The steps that were on the screen. */
  readonly asked: ReadonlySet<string>
  /** What was typed at each step, for going back. */
  readonly kept: ReadonlyMap<string, string>
}

/** Asks what is unanswered, Esc going back one question; awaits `onAnswer` after each answer, and with half of one where somebody stops; returns all of them. */
export async function askQuick(
  ask: Ask,
  world: QuickWorld,
  { half, ...given }: HalfAnswered,
  onAnswer: OnAnswer,
): Promise<Answers> {
  let walk: Walk = { answers: given, asked: new Set(), kept: new Map() }
  let step = stepAfter(undefined, walk, world)
  if (step && half !== undefined) walk = { ...walk, kept: new Map([[step.id, half]]) }
  if (step) ask.say(`${ask.keys}, draft is kept`, 'dim')
  while (step) {
    const reply = await keepingHalf(step, walk, onAnswer, ask.line(questionOf(step, walk, world)))
    if (isBack(reply)) {
      walk = { ...walk, kept: new Map(walk.kept).set(step.id, reply.back) }
      step = stepBefore(step, walk, world) ?? step
      continue
    }
    walk = answered(step, reply.typed, walk, world)
    await onAnswer(walk.answers, step.number)
    step = stepAfter(step, walk, world)
  }
  return withHabit(walk.answers, world)
}

// Half an answer takes the place of the one it was to become.
async function keepingHalf<T>(
  { field, number }: Step,
  { answers }: Walk,
  onAnswer: OnAnswer,
  reply: Promise<T>,
): Promise<T> {
  try {
    return await reply
  } catch (error) {
    if (error instanceof Stopped && error.typed.trim() !== '')
      await onAnswer(
        { ...answers, ...(field && { [field]: undefined }), half: error.typed },
        number,
      )
    throw error
  }
}

/** Says the answers that are known already, each behind its question. */
export function sayAnswered(ask: Ask, world: QuickWorld, answers: Answers): void {
  for (const step of QUICK_STEPS) {
    const answer = step.field && answers[step.field]
    if (answer === undefined || !step.applies(answers, world)) continue
    ask.say(`${formatLabel(step.question(world, answers).text)}${answer}`, 'dim')
  }
}

function questionOf(step: Step, { answers, kept }: Walk, world: QuickWorld): Question {
  const initial = kept.get(step.id) ?? (step.field && answers[step.field])
  return {
    ...step.question(world, answers),
    number: step.number,
    ...(initial !== undefined && { initial }),
  }
}

function answered(step: Step, typed: string, walk: Walk, world: QuickWorld): Walk {
  const asked = new Set(walk.asked).add(step.id)
  const kept = new Map(walk.kept).set(step.id, typed)
  const answers = step.take(walk.answers, typed, world)
  return { answers: withoutStale(answers, asked, world), asked, kept }
}

// An ending changed from "resolved" to "transferred" takes with it the follow-up that was asked for.
function withoutStale(answers: Answers, asked: ReadonlySet<string>, world: QuickWorld): Answers {
  const [live, stale] = [true, false].map((applies) =>
    QUICK_STEPS.filter((step) => asked.has(step.id) && step.applies(answers, world) === applies),
  )
  const kept = new Set(live?.map(({ field }) => field))
  const left = { ...answers }
  for (const { field } of stale ?? []) if (field && !kept.has(field)) delete left[field]
  return left
}

function stepAfter(step: Step | undefined, walk: Walk, world: QuickWorld): Step | undefined {
  const from = step ? QUICK_STEPS.indexOf(step) + 1 : 0
  return QUICK_STEPS.slice(from).find(
    (each) =>
      each.applies(walk.answers, world) &&
      (walk.asked.has(each.id) || isUnanswered(each, walk.answers, world)),
  )
}

function isUnanswered({ id, field }: Step, answers: Answers, world: QuickWorld): boolean {
  if (id === 'channel' && habitualChannel(world)) return false
  // A question without a field of its own is answered once it no longer applies.
  return field === undefined || answers[field] === undefined
}

// Back to what was on the screen, or to the channel that was taken for granted; from the first of them to what was
// answered before: by a draft or a flag.
function stepBefore(step: Step, walk: Walk, world: QuickWorld): Step | undefined {
  const before = QUICK_STEPS.slice(0, QUICK_STEPS.indexOf(step)).filter((each) =>
    each.applies(walk.answers, world),
  )
  return (
    before.findLast(({ id }) => walk.asked.has(id) || isHabit(id, walk, world)) ?? before.at(-1)
  )
}

function isHabit(id: string, { answers }: Walk, world: QuickWorld): boolean {
  return id === 'channel' && answers.channel === undefined && habitualChannel(world) !== undefined
}

function withHabit(answers: Answers, world: QuickWorld): Answers {
  const channel = answers.channel ?? habitualChannel(world)
  return channel === undefined ? answers : { ...answers, channel }
}
