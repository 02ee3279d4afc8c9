import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { hasReply, type Received, withReply } from '../handover/log.ts'
import { safeLine } from '../model/safe.ts'
import type { Settings } from '../model/settings.ts'
import { DEFAULT_REP } from '../model/vocabulary.ts'
import { argument, counted } from '../pages/wording.ts'
import { readReply, settingsWith, type TeamReply } from '../team/reply.ts'
import { handoverLog } from './handover-log.ts'
import type { ImportFlags } from './import-flags.ts'
import type { Incoming } from './incoming.ts'
import { toJson } from './json.ts'

/** What a reply may change in the settings, each only where the rep says yes. */
type Brought = Pick<TeamReply, 'purpose' | 'moments'>

// Longer than the longest reply there can be.
const MOST = 16_000_000

/** Takes a coach's reply in, once: its thanks and answers, and of the team's own words what the rep accepts. */
export async function takeReply(
  ctx: Context,
  incoming: Incoming,
  flags: ImportFlags,
): Promise<void> {
  const { name } = incoming
  const reply = readReply(await textOf(incoming), name)
  const settings = await ctx.settings.read()
  refuseForeign(reply, settings, name)
  const { made, thanks, answers } = reply
  const received: Received = { made, taken: await ctx.now(), thanks, answers }
  const isKnown = hasReply(await handoverLog(ctx).read(), received)
  const offers = offersOf(reply, settings)
  const accepted = flags.dryRun ? [] : await acceptedOf(ctx, offers, flags)
  if (!flags.dryRun) await keep(ctx, received, accepted)
  if (flags.json) await ctx.print(toJson(report({ name, reply, isKnown, accepted }, flags)))
  say(ctx, { name, reply, isKnown, offers, accepted }, flags)
}

async function textOf({ chunks, name }: Incoming): Promise<string> {
  let text = ''
  for await (const chunk of chunks) {
    text += chunk
    if (text.length > MOST) throw new Refusal(`${name} is too long for a reply of a coach.`)
  }
  return text
}

function refuseForeign({ to }: TeamReply, { rep = DEFAULT_REP }: Settings, name: string): void {
  if (to === rep) return
  throw new Refusal(
    `${name} is a reply to ${JSON.stringify(to)}, and this journal is of ${JSON.stringify(rep)}. Give it to them; if that was you: afterword config rep`,
  )
}

/** One thing the team would have: what to ask, and what it changes. */
interface Offer {
  readonly key: keyof Brought
  readonly question: string
  readonly brought: Brought
}

function offersOf({ purpose, moments }: TeamReply, settings: Settings): Offer[] {
  const offers: Offer[] = []
  if (purpose !== undefined && purpose !== settings.purpose?.line)
    offers.push({
      key: 'purpose',
      question: purposeQuestion(purpose, settings),
      brought: { purpose },
    })
  if (moments !== undefined && JSON.stringify(moments) !== JSON.stringify(settings.moments ?? []))
    offers.push({ key: 'moments', question: momentsQuestion(moments), brought: { moments } })
  return offers
}

function purposeQuestion(line: string, { purpose }: Settings): string {
  const now = purpose?.line === undefined ? '' : ` in place of ${quoted(purpose.line)}`
  return `Take over your team's line${now}? ${quoted(line)}`
}

function momentsQuestion(moments: NonNullable<Brought['moments']>): string {
  const each = moments.map(({ name, intended }) => `${name}: ${intended.join(', ')}`)
  return `Take over how your team wants people to leave? ${each.join('; ') || 'none set'}`
}

function quoted(text: string): string {
  return `"${safeLine(text)}"`
}

/** Asks for each; where nobody can be asked, only `--yes` takes anything over. */
async function acceptedOf(
  ctx: Context,
  offers: readonly Offer[],
  { yes = false }: ImportFlags,
): Promise<readonly Offer[]> {
  if (yes || offers.length === 0) return offers
  const ask = await ctx.ask()
  if (!ask) return []
  const accepted: Offer[] = []
  for (const offer of offers) if (await ask.confirm(offer.question)) accepted.push(offer)
  return accepted
}

async function keep(ctx: Context, received: Received, accepted: readonly Offer[]): Promise<void> {
  await handoverLog(ctx).change((log) => withReply(log, received))
  if (accepted.length === 0) return
  await ctx.settings.change((settings) =>
    accepted.reduce((current, { brought }) => settingsWith(current, brought), settings),
  )
}

interface Taken {
  readonly name: string
  readonly reply: TeamReply
  readonly isKnown: boolean
  readonly offers: readonly Offer[]
  readonly accepted: readonly Offer[]
}

function report(
  { name, reply, isKnown, accepted }: Omit<Taken, 'offers'>,
  { dryRun = false }: ImportFlags,
): object {
  return {
    import: name,
    dryRun,
    reply: { thanks: reply.thanks.length, answers: reply.answers.length },
    known: isKnown,
    accepted: accepted.map(({ key }) => key),
  }
}

function say(ctx: Context, taken: Taken, { dryRun = false }: ImportFlags): void {
  const { reply, isKnown, offers, accepted, name } = taken
  const { thanks, answers } = reply
  const held = `thanks ${thanks.length}, ${counted(answers.length, 'answer')}`
  const where = dryRun ? 'Nothing was written.' : 'See them: afterword week'
  ctx.remark(`Your coach's reply: ${held}${isKnown ? ', known already' : ''}. ${where}`)
  const left = offers.filter((offer) => !accepted.includes(offer))
  for (const { question } of left) ctx.note(`Not taken over. ${question}`)
  if (left.length > 0 && !ctx.canAsk())
    ctx.note(`To say yes: afterword import ${argument(name)} --yes`)
}
