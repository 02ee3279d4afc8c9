import type { Context } from '../context.ts'
import type { HandoverLog, Received } from '../handover/log.ts'
import { dayOf } from '../model/day.ts'
import type { Period } from '../model/period.ts'
import { diskOf } from '../store/disk.ts'
import type { Document } from '../store/document.ts'
import { JsonDocument } from '../store/json-document.ts'

/** Returns what this rep's machine remembers of handing over; where there is nothing, its check is not loaded. */
export function handoverLog({
  home,
  files,
}: Pick<Context, 'home' | 'files'>): Document<HandoverLog> {
  return new JsonDocument<HandoverLog>(diskOf(home, files), {
    path: home.handover,
    label: 'handover.json',
    absent: { version: 1, ticks: [], handed: [], replies: [] },
    version: 1,
    loadCheck: async () => (await import('../handover/log.ts')).checkLog,
  })
}

/** Returns what came back from a coach on the days of a period: by the day it was taken in, oldest first. */
export async function readReplies(
  ctx: Context,
  { from, to }: Period,
): Promise<readonly Received[]> {
  const { replies } = await handoverLog(ctx).read()
  return replies.filter(({ made, taken = made }) => dayOf(taken) >= from && dayOf(taken) <= to)
}
