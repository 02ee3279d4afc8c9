import type { Context } from '../context.ts'
import { dayOf } from '../model/day.ts'
import type { FillWorld } from '../prompts/field-question.ts'
import { bothGrammars } from './understood.ts'

/** Returns what filling in a field needs of the day. */
export async function fillWorld(ctx: Context): Promise<FillWorld> {
  const [now, read] = await Promise.all([ctx.now(), bothGrammars()])
  return { today: dayOf(now), readDay: (text) => read(text, now, 'future')?.day }
}
