import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { type FieldPath, readInclude, tickable } from '../handover/classes.ts'
import type { Entry } from '../model/entry.ts'
import type { Ask, Verdict } from '../prompts/ask.ts'

const LAST = 'last'

/** Asks which fields may leave. Last time's are offered under a word of their own, never taken for granted. */
export async function askTicks(ask: Ask, last: readonly FieldPath[]): Promise<FieldPath[]> {
  const offered = last.length ? `; ${LAST} = ${last.join(', ')}` : ''
  const reply = await ask.line({
    text: 'Which words may leave?',
    hint: `field names, or all; Enter: none${offered}`,
    complete: completions,
    judge: (typed) => verdictOn(() => ticksIn(typed, last)),
  })
  return 'typed' in reply ? ticksIn(reply.typed, last) : []
}

function ticksIn(typed: string, last: readonly FieldPath[]): FieldPath[] {
  const names = typed.split(/[\s,]+/).filter((name) => name !== '')
  const named = (name: string): readonly string[] =>
    name === LAST ? last : name === 'all' ? tickable() : [name]
  return readInclude(names.flatMap(named))
}

function completions(typed: string): { value: string }[] {
  const [, before = '', begun = ''] = /^(.*?)([^\s,]*)$/s.exec(typed) ?? []
  const fitting = tickable().filter((path) => path.startsWith(begun))
  return fitting.slice(0, 8).map((path) => ({ value: `${before}${path}` }))
}

/** Asks which of the entries are to stay for good, and marks them so; `undo` takes it back. */
export async function refuseSome(ctx: Context, ask: Ask, entries: readonly Entry[]): Promise<void> {
  const reply = await ask.line({
    text: 'Any contact to keep back for good?',
    hint: 'their ids, as shown beside your words; Enter: none',
    judge: (typed) => verdictOn(() => entriesNamed(typed, entries)),
  })
  const refused = 'typed' in reply ? entriesNamed(reply.typed, entries) : []
  if (refused.length === 0) return
  await ctx.journal.change(
    'handover',
    refused.map((of) => ({ of, to: (current: Entry): Entry => ({ ...current, share: 'never' }) })),
  )
}

function entriesNamed(typed: string, entries: readonly Entry[]): Entry[] {
  return typed
    .split(/[\s,]+/)
    .filter((id) => id !== '')
    .map((id) => {
      const found = entries.filter((entry) => entry.id.startsWith(id))
      if (found.length === 1 && found[0]) return found[0]
      throw new Refusal(`${JSON.stringify(id)} fits ${found.length} of these contacts.`)
    })
}

function verdictOn(read: () => unknown): Verdict {
  try {
    read()
    return { ok: true }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.message }
    throw error
  }
}
