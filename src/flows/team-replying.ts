import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import type { Pack } from '../handover/pack.ts'
import { packName } from '../handover/pack-file.ts'
import { dayOf } from '../model/day.ts'
import type { Ask } from '../prompts/ask.ts'
import { formatReply, makeReply, openAsks, type TeamReply } from '../team/reply.ts'
import type { TeamStore } from '../team/store.ts'
import { coachMemory, withTeam } from './team-store.ts'

export interface ReplyFlags {
  readonly thank?: readonly string[]
  readonly answer?: readonly string[]
  readonly out?: string
  readonly store?: string
}

type Asked = ReturnType<typeof openAsks>[number]

/** Writes a coach's reply to one rep, and remembers which asks it answers. */
export async function replyTo(ctx: Context, rep: string, flags: ReplyFlags): Promise<void> {
  const memory = coachMemory(ctx)
  const packs = await withTeam(ctx, flags.store, (store) => packsOf(store, rep))
  if (packs.length === 0)
    throw new Refusal(`${JSON.stringify(rep)} has handed over nothing. See: afterword team show`)
  const words = await wordsFor(ctx, flags, asksIn(packs), (await memory.read()).answered)
  const { purpose, moments } = await ctx.settings.read()
  const made = await ctx.now()
  const reply = makeReply({ to: rep, made, ...words, purpose: purpose?.line, moments })
  const path = await write(ctx, reply, flags.out ?? '.')
  await memory.change((current) => ({
    ...current,
    answered: [...new Set([...current.answered, ...reply.answers.map(({ contact }) => contact)])],
  }))
  ctx.remark(`Written, to give to ${rep}: ${path}. They take it in with: afterword import`)
}

async function packsOf(store: TeamStore, rep: string): Promise<Pack[]> {
  const lines = (await store.list()).filter((each) => each.rep === rep)
  const packs = await Promise.all(lines.map(({ exportId }) => store.read(exportId)))
  return packs.filter((pack) => pack !== undefined)
}

/** Returns every ask of the packs once: a week and a month can hold the same. */
function asksIn(packs: readonly Pack[]): Asked[] {
  const asks = packs.flatMap((pack) => openAsks(pack, []))
  return [...new Map(asks.map((ask) => [ask.contact, ask])).values()]
}

async function wordsFor(
  ctx: Context,
  { thank, answer }: ReplyFlags,
  asks: readonly Asked[],
  answered: readonly string[],
): Promise<{ thanks: readonly string[]; answers: TeamReply['answers'] }> {
  if (thank || answer)
    return { thanks: thank ?? [], answers: (answer ?? []).map((typed) => answerIn(typed, asks)) }
  const ask = await ctx.ask()
  if (!ask) throw misuse('A reply says something: --thank WORDS or --answer CONTACT=WORDS')
  const answers: TeamReply['answers'] = []
  for (const open of asks.filter(({ contact }) => !answered.includes(contact))) {
    const said = await typedAt(ask, `Asked: ${open.asked}`, 'your answer; Enter: not yet', 600)
    if (said) answers.push({ ...open, answer: said })
  }
  const thanks = await typedAt(ask, 'What do you thank them for?', 'Enter: nothing this time', 280)
  return { thanks: thanks ? [thanks] : [], answers }
}

async function typedAt(ask: Ask, text: string, hint: string, limit: number): Promise<string> {
  const reply = await ask.line({
    text,
    hint,
    judge: (typed) =>
      [...typed].length <= limit ? { ok: true } : { ok: false, why: `at most ${limit} characters` },
  })
  return 'typed' in reply ? reply.typed.trim() : ''
}

function answerIn(typed: string, asks: readonly Asked[]): TeamReply['answers'][number] {
  const [, code = '', answer = ''] = /^([0-9a-f]{4,32})=(.+)$/s.exec(typed) ?? []
  const found = code ? asks.filter(({ contact }) => contact.startsWith(code)) : []
  if (found.length === 1 && found[0]) return { ...found[0], answer }
  throw misuse(
    `--answer ${JSON.stringify(typed)} fits ${found.length} asks of theirs: CONTACT=WORDS, with the code that team report shows. Whose it is, afterword team show says.`,
  )
}

async function write(ctx: Context, reply: TeamReply, folder: string): Promise<string> {
  const { writeOutput } = await import('../store/output-file.ts')
  const out = folder.endsWith('/') ? folder : `${folder}/`
  const stem = packName({ rep: reply.to, period: { name: dayOf(reply.made), from: '', to: '' } })
  const name = `${stem.replace(/^handover/, 'reply')}.json`
  return writeOutput({ out, name, force: false, home: ctx.home }, formatReply(reply))
}
