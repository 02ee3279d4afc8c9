import type { Columns } from '../model/columns.ts'
import type { NudgeMemory } from '../model/nudge-memory.ts'
import type { Reviews } from '../model/review.ts'
import type { Settings } from '../model/settings.ts'
import { type Disk, diskOf } from './disk.ts'
import type { Document } from './document.ts'
import { DraftFolder } from './draft-folder.ts'
import type { Drafts } from './drafts.ts'
import { FileJournal } from './file-journal.ts'
import type { Files } from './files.ts'
import type { Home } from './home.ts'
import type { Journal } from './journal.ts'
import { JsonDocument } from './json-document.ts'
import type { Machine } from './machine.ts'

/** Everything afterword keeps. */
export interface Store {
  readonly journal: Journal
  readonly settings: Document<Settings>
  readonly reviews: Document<Reviews>
  readonly drafts: Drafts
  /** What is remembered so that nudges stay rare; never synced. */
  readonly nudges: Document<NudgeMemory>
  /** What the columns of CSV files mean, by their headers; never synced. */
  readonly columns: Document<Columns>
}

/** Returns the store at home; a test may hand in a file system or a machine of its own. Nothing is read or made yet. */
export function openStore(home: Home, files?: Files, machine?: Machine): Store {
  const disk = diskOf(home, files, machine)
  return {
    journal: new FileJournal(disk),
    drafts: new DraftFolder(disk),
    ...openDocuments(disk),
  }
}

/** Returns the small JSON files of a disk. */
export function openDocuments(disk: Disk): Omit<Store, 'journal' | 'drafts'> {
  return {
    settings: openSettings(disk),
    reviews: openReviews(disk),
    nudges: openNudges(disk),
    columns: openColumns(disk),
  }
}

function openSettings(disk: Disk): Document<Settings> {
  return new JsonDocument<Settings>(disk, {
    path: disk.home.config,
    label: 'config.json',
    absent: {},
    mayLeave: true,
    loadCheck: async () => {
      const [{ check }, { SettingsSchema }] = await Promise.all([
        import('../model/fields.ts'),
        import('../model/settings.ts'),
      ])
      return (value) => check(SettingsSchema, value)
    },
  })
}

function openReviews(disk: Disk): Document<Reviews> {
  return new JsonDocument<Reviews>(disk, {
    path: disk.home.reviews,
    label: 'reviews.json',
    absent: { version: 1, days: [], weeks: [] },
    version: 1,
    loadCheck: async () => {
      const [{ check }, { ReviewsSchema }] = await Promise.all([
        import('../model/fields.ts'),
        import('../model/review.ts'),
      ])
      return (value) => check(ReviewsSchema, value)
    },
  })
}

function openNudges(disk: Disk): Document<NudgeMemory> {
  return new JsonDocument<NudgeMemory>(disk, {
    path: disk.home.nudges,
    label: 'nudges.json',
    absent: { version: 1, saved: 0, kinds: [] },
    version: 1,
    loadCheck: async () => {
      const [{ check }, { NudgeMemorySchema }] = await Promise.all([
        import('../model/fields.ts'),
        import('../model/nudge-memory.ts'),
      ])
      return (value) => check(NudgeMemorySchema, value)
    },
  })
}

function openColumns(disk: Disk): Document<Columns> {
  return new JsonDocument<Columns>(disk, {
    path: disk.home.columns,
    label: 'columns.json',
    absent: { version: 1, known: [] },
    version: 1,
    loadCheck: async () => {
      const [{ check }, { ColumnsSchema }] = await Promise.all([
        import('../model/fields.ts'),
        import('../model/columns.ts'),
      ])
      return (value) => check(ColumnsSchema, value)
    },
  })
}
