import type { Pack } from '../handover/pack.ts'
import { packName } from '../handover/pack-file.ts'

/** A folder of text files, each written whole or not at all. A folder that is not there yet has no names. */
export interface Folder {
  names(): Promise<readonly string[]>
  read(name: string): Promise<string>
  write(name: string, text: string): Promise<void>
  remove(name: string): Promise<void>
}

/** What a pack's file name says of it. */
export interface PackFile {
  readonly name: string
  readonly arrived: number
  readonly exportId: string
}

const NAME = /^(\d{6,15})-([0-9a-z]{12})-handover-.*\.json$/

/** Returns the name a pack is kept under: by when it arrived, then what it is, for people. */
export function fileName(pack: Pack, arrived: number): string {
  return `${String(arrived).padStart(6, '0')}-${pack.exportId}-${packName(pack)}.json`
}

/** Returns what the name says, or nothing where the file is no pack of the folder's. */
export function readFileName(name: string): PackFile | undefined {
  const [, arrived, exportId] = NAME.exec(name) ?? []
  return arrived && exportId ? { name, arrived: Number(arrived), exportId } : undefined
}
