import * as v from 'valibot'
import { Refusal } from '../errors.ts'
import type { PackEntry } from '../handover/pack.ts'
import { checksum } from '../handover/pack-file.ts'
import { CUSTOMER_FEELINGS } from '../model/feelings.ts'
import { check, feeling, group, listOf, oneOf, text, timestamp } from '../model/fields.ts'
import { parseJson } from '../model/json.ts'
import type { Settings } from '../model/settings.ts'
import { MOMENTS } from '../model/vocabulary.ts'

export const REPLY_FORMAT = 'afterword-reply'
export const REPLY_VERSION = 1

const hash = v.pipe(v.string('is not text'), v.regex(/^[0-9a-f]{32}$/, 'is not a hash'))

const ReplySchema = group({
  format: v.literal(REPLY_FORMAT, 'is not afterword-reply'),
  version: v.literal(REPLY_VERSION, `is not ${REPLY_VERSION}`),
  to: text(40),
  made: timestamp,
  thanks: listOf(text(280), 50),
  answers: listOf(group({ contact: hash, asked: text(10_000), answer: text(600) }), 200),
  purpose: v.optional(text(80)),
  moments: v.optional(
    listOf(
      group({ name: oneOf(MOMENTS), intended: listOf(feeling(CUSTOMER_FEELINGS), 26) }),
      MOMENTS.length,
    ),
  ),
  sha256: v.string('is not text'),
})

/** What a coach sends back to one rep: the content of `reply-<rep>-<day>.json`. */
export type TeamReply = v.InferOutput<typeof ReplySchema>

/** What the coach wants to say. */
export interface Words {
  readonly to: string
  readonly made: string
  readonly thanks?: readonly string[]
  readonly answers?: TeamReply['answers']
  /** The team's, where the coach set them. */
  readonly purpose?: string | undefined
  readonly moments?: Settings['moments']
}

/** Returns the reply, sealed; throws a Refusal naming what does not fit into it. */
export function makeReply({
  to,
  made,
  thanks = [],
  answers = [],
  purpose,
  moments,
}: Words): TeamReply {
  const body = {
    format: REPLY_FORMAT,
    version: REPLY_VERSION,
    to,
    made,
    thanks: [...thanks],
    answers,
    ...(purpose !== undefined && { purpose }),
    ...(moments !== undefined && { moments }),
  }
  return accepted({ ...body, sha256: checksum(body) }, 'The reply')
}

/** Returns the reply as the text of its file. */
export function formatReply(reply: TeamReply): string {
  return `${JSON.stringify(reply, null, 2)}\n`
}

/** Returns whether a JSON value from outside says it is a coach's reply. */
export function isReply(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === REPLY_FORMAT
  )
}

/** Returns the reply in a text, or throws a Refusal saying what is wrong with the file. */
export function readReply(content: string, source: string): TeamReply {
  const parsed = parseJson(content)
  if (!parsed.ok || !isReply(parsed.value)) throw new Refusal(`${source} is no reply of a coach.`)
  const { sha256, ...body } = parsed.value as { sha256: unknown; version?: unknown }
  if (typeof body.version === 'number' && body.version > REPLY_VERSION)
    throw new Refusal(
      `${source} was written by a newer afterword (version ${body.version}; this one reads ${REPLY_VERSION}). Update afterword.`,
    )
  if (checksum(body) !== sha256)
    throw new Refusal(`${source} was changed or damaged on the way. Ask your coach for it again.`)
  return accepted(parsed.value, source)
}

function accepted(value: unknown, source: string): TeamReply {
  const checked = check(ReplySchema, value)
  if (checked.ok) return checked.value
  throw new Refusal(`${source} is not taken: ${checked.faults.map(({ says }) => says).join('; ')}.`)
}

/** Returns the settings with the team's purpose line and intended feelings, where the reply brings any and the rep accepts. */
export function settingsWith(
  settings: Settings,
  { purpose, moments }: Pick<TeamReply, 'purpose' | 'moments'>,
): Settings {
  return {
    ...settings,
    ...(purpose !== undefined && { purpose: { ...settings.purpose, line: purpose } }),
    ...(moments !== undefined && { moments }),
  }
}

/** Returns the asks of a pack that have no answer yet, oldest first. */
export function openAsks(
  { entries }: { readonly entries: readonly PackEntry[] },
  answered: readonly string[],
): { contact: string; asked: string }[] {
  return entries.flatMap(({ hash: contact, obstacles }) => {
    const asked = obstacles?.supportWanted
    return asked === undefined || answered.includes(contact) ? [] : [{ contact, asked }]
  })
}
