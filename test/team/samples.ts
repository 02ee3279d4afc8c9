import { readInclude, tickable } from '../../src/handover/classes.ts'
import { type Handover, makePack, type Pack } from '../../src/handover/pack.ts'
import { addDays } from '../../src/model/day.ts'
import type { Entry } from '../../src/model/entry.ts'
import { type Period, readPeriod } from '../../src/model/period.ts'
import type { Folder } from '../../src/team/folder.ts'
import { FolderStore } from '../../src/team/folder-store.ts'
import { type CoachMemory, type Keep, NO_MEMORY, remember } from '../../src/team/memory.ts'
import { type TeamReport, teamReport } from '../../src/team/report.ts'
import type { TeamStore } from '../../src/team/store.ts'
import { anEntry, idOf } from '../helpers.ts'

export const WEEK = '2026-W46'
export const MONDAY = '2026-11-09'

/** Returns a week or a month by its name. */
export function period(name: string): Period {
  return readPeriod(name, name.includes('W') ? 'week' : 'month', '2026-12-31')
}

let made = 0

/** Returns an export id never used before. */
export function nextExport(): string {
  made++
  return idOf(made)
}

/** Returns so many entries on the days of a week, the first `well` of them left well. */
export function entriesOf(
  rep: number,
  count: number,
  { week = WEEK, well = count, of = () => ({}) }: EntriesOptions = {},
): Entry[] {
  const { from } = period(week)
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(from, at % 5)
    return anEntry({
      id: idOf(rep * 100_000 + Number(week.slice(-2)) * 1000 + at),
      at: `${day}T10:00:00Z`,
      recordedAt: `${day}T10:05:00Z`,
      customer: `customer-${at}`,
      felt: { before: 'frustrated', after: at < well ? 'relieved' : 'upset' },
      ...of(at),
    })
  })
}

interface EntriesOptions {
  readonly week?: string
  readonly well?: number
  readonly of?: (at: number) => Partial<Entry>
}

/** Returns the pack of one rep, by number. */
export function packOf(rep: number, entries: readonly Entry[], over: Partial<Handover> = {}): Pack {
  return makePack({
    rep: `rep-${rep}`,
    period: period(WEEK),
    made: '2026-11-16T08:00:00Z',
    exportId: nextExport(),
    include: readInclude(tickable()),
    secret: `${rep}`.padStart(32, 's'),
    neverSay: [],
    entries,
    due: entries,
    ...over,
  })
}

/** Returns the packs of so many reps with so many entries each. */
export function packsOf(reps: number, entries = 6, options: EntriesOptions = {}): Pack[] {
  return Array.from({ length: reps }, (_, at) =>
    packOf(at + 1, entriesOf(at + 1, entries, options), { period: period(options.week ?? WEEK) }),
  )
}

/** Returns entries in which everything a report looks at differs from one to the next. */
export function varied(rep: number, count: number, week = WEEK): Entry[] {
  return entriesOf(rep, count, {
    week,
    well: Math.floor(count * 0.7),
    of: (at) => ({
      channel: at % 3 ? 'phone' : 'chat',
      customer: at % 4 ? `customer-${at % 7}` : 'anon',
      ...(at % 5 === 0 && { felt: { before: 'unknown', after: 'happy', basis: 'guess' } }),
      ...(at % 6 === 1 && { felt: { before: 'neutral', after: 'upset', basis: 'guess' } }),
      ...(at % 4 === 0 && {
        handoff: { to: 'tier two', reason: 'skill', checkBackDue: '2026-11-13' },
        followUp: { status: 'planned', due: '2026-11-13' },
      }),
      contact: { moment: at % 2 ? 'repair' : 'billing', technologyFriction: `menu ${rep} ${at}` },
      care: { extraSteps: at % 2 ? ['stayed-on'] : [], helpedBy: [`deck-${at % 3}`] },
      obstacles: {
        blockers: at % 3 ? ['time', 'policy'] : [],
        authority: {
          needed: at % 2 === 0,
          had: at % 4 === 0,
          wouldHaveDone: `refund ${rep} ${at}`,
        },
        supportWanted: `a ladder ${rep} ${at}`,
      },
      meaning: { story: { headline: `story ${rep} ${at}`, share: at % 2 ? 'team' : 'coach' } },
    }),
  })
}

/** Returns the packs of so many reps with such entries, some with more of them than others. */
export function variedPacks(reps: number, count: number): Pack[] {
  return Array.from({ length: reps }, (_, at) => packOf(at + 1, varied(at + 1, count + (at % 3))))
}

/** Returns a folder that lives as long as the test. */
export function memoryFolder(): Folder & { readonly files: Map<string, string> } {
  const files = new Map<string, string>()
  return {
    files,
    names: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? '',
    write: async (name, text) => void files.set(name, text),
    remove: async (name) => void files.delete(name),
  }
}

/** Returns a keep that lives as long as the test. */
export function memoryKeep(): Keep<CoachMemory> {
  let current = NO_MEMORY
  return {
    read: async () => current,
    change: async (edit) => {
      current = edit(current)
      return current
    },
  }
}

/** A coach at their machine: reports are remembered as the command does. */
export interface Coach {
  readonly store: TeamStore
  readonly memory: Keep<CoachMemory>
  readonly report: (name?: string) => Promise<TeamReport['figures']>
}

/** Returns a coach with a folder of these packs. */
export async function coachWith(packs: readonly Pack[]): Promise<Coach> {
  const memory = memoryKeep()
  const coach = coachOf(new FolderStore(memoryFolder(), memory), memory)
  await coach.store.add(packs)
  return coach
}

/** Returns a coach with a store. */
export function coachOf(store: TeamStore, memory: Keep<CoachMemory>): Coach {
  return {
    store,
    memory,
    report: async (name = WEEK) => {
      const { figures, shown } = await teamReport(store, await memory.read(), {
        period: period(name),
        today: '2026-12-31',
      })
      if (shown) await memory.change((current) => remember(current, shown))
      return figures
    },
  }
}
