import { type Disk, ensureFolder } from './disk.ts'
import { ifThere } from './files.ts'
import { type MonthNote, stampOf } from './index-note.ts'
import { tempBeside } from './sweep.ts'

/** Raised when a note holds something else, or the same for other reasons. */
const VERSION = 1

export type Notes = ReadonlyMap<string, MonthNote>

interface Stored {
  readonly version: number
  /** What the list of who was forgotten was: notes count their entries or not. */
  readonly erased: string
  readonly months: readonly (readonly [string, MonthNote])[]
}

/** Returns the notes on disk; none where there are none, or anything is amiss: they only save time. */
export async function loadNotes(disk: Disk): Promise<Notes> {
  try {
    const text = (await disk.files.read(disk.home.index)).toString('utf8')
    const end = text.indexOf('\n')
    if (text.slice(0, end) !== checkOf(text.slice(end + 1))) return new Map()
    const { version, erased, months }: Stored = JSON.parse(text.slice(end + 1))
    return version === VERSION && erased === (await erasedStamp(disk)) ? new Map(months) : new Map()
  } catch {
    return new Map()
  }
}

/** Keeps the notes for the next command, where that is possible; not even a full disk is worth a word. */
export async function saveNotes(disk: Disk, notes: Notes): Promise<void> {
  const { files, home, litter } = disk
  const temp = tempBeside(home.index)
  litter.add(temp)
  try {
    await ensureFolder(disk, home.state)
    const stored = { version: VERSION, erased: await erasedStamp(disk), months: [...notes] }
    const text = JSON.stringify(stored satisfies Stored)
    await files.create(temp, Buffer.from(`${checkOf(text)}\n${text}`), { flush: false })
    await files.rename(temp, home.index)
  } catch {
    await files.remove(temp).catch(() => undefined)
  } finally {
    litter.drop(temp)
  }
}

async function erasedStamp({ files, home }: Disk): Promise<string> {
  const stat = await ifThere(files.lstat(home.erased))
  return (stat && stampOf(stat)) ?? ''
}

/** Returns the text's FNV-1a hash: a file half written, or half lost in a power cut, must not be believed. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16)
}
