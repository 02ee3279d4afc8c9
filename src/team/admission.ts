import { Refusal } from '../errors.ts'
import type { Pack } from '../handover/pack.ts'
import { instantOf } from '../model/day.ts'
import type { Added, PackLine } from './store.ts'

type Known = Pick<Pack, 'exportId' | 'rep' | 'author' | 'team' | 'made' | 'sha256' | 'period'>

/** Throws a Refusal for a pack that does not belong beside those already there. */
export function admit(pack: Known, held: readonly Known[]): void {
  const otherTeam = held.find(({ team }) => team && pack.team && team !== pack.team)
  if (otherTeam) throw wrongTeam(pack, otherTeam.team ?? '')
  if (held.some(({ rep, author }) => rep === pack.rep && author !== pack.author))
    throw nameTaken(pack)
  if (held.some(({ exportId, sha256 }) => exportId === pack.exportId && sha256 !== pack.sha256))
    throw changedPack(pack)
}

/** Returns the refusal of a pack of another team. */
export function wrongTeam({ rep, period, team }: Known, ours: string): Refusal {
  return new Refusal(
    `The handover of ${rep}, ${period.name}, is for the team ${team}; these packs are of ${ours}. Give it to that team's coach.`,
  )
}

/** Returns the refusal of a second rep of one name. */
export function nameTaken({ rep, period }: Known): Refusal {
  return new Refusal(
    `The handover of ${rep}, ${period.name}, comes from another journal than the packs of ${rep} that are here. Two reps need two names: one of them types afterword config rep NAME and hands over again. Where it is the same person on a new machine, remove the older packs first.`,
  )
}

/** Returns the refusal of other words under an export id that is known. */
export function changedPack({ rep, period, exportId }: Known): Refusal {
  return new Refusal(
    `The handover of ${rep}, ${period.name}, is here already as ${exportId}, and says something else. Ask ${rep} to hand over again.`,
  )
}

/** Returns what adding the pack comes to: the newest of a rep's packs for one period is kept. */
export function outcomeOf(pack: Known, held: readonly Known[]): Added['outcome'] {
  if (held.some(({ exportId }) => exportId === pack.exportId)) return 'known'
  const rivals = held.filter(
    ({ rep, period }) => rep === pack.rep && period.name === pack.period.name,
  )
  if (rivals.some((rival) => isNewer(rival, pack))) return 'older'
  return rivals.length ? 'replaced' : 'added'
}

/** Returns whether the first pack was made after the second. */
export function isNewer(first: Known, second: Known): boolean {
  const [one, other] = [instantOf(first.made), instantOf(second.made)]
  return one === other ? first.exportId > second.exportId : one > other
}

/** Returns enough of a pack to find it again. */
export function lineOf({ exportId, rep, period, made, entries }: Pack): PackLine {
  return { exportId, rep, period: period.name, made, entries: entries.length }
}
