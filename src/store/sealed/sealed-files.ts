import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../errors.ts'
import { Damage } from '../damage.ts'
import { labelOf } from '../doctor/labels.ts'
import { codeOf, type Ends, type Files, ifThere, type Stat } from '../files.ts'
import type { Home } from '../home.ts'
import { shortWrite } from '../trouble.ts'
import type { Codec } from './age.ts'
import { AGE, Places } from './places.ts'
import { sealedScratch } from './scratch.ts'
import { Segments } from './segments.ts'

/** What an encrypted journal stands on. */
export interface Sealing {
  readonly files: Files
  readonly home: Home
  readonly codec: Codec
  /** Whether a conversion is under way: then a plain file of the same name is an older one. */
  readonly isTurning: boolean
}

/**
 * Returns a file system on which every file of ours is encrypted, under the name it has in plain. A file that is not
 * encrypted yet is read as it is, and encrypted when it next changes.
 */
export function sealedFiles({ files, home, codec, isTurning }: Sealing): Files {
  const places = new Places(home)
  const onDisk = (path: string) => (places.isSealed(path) ? places.sealedPath(path) : path)
  const grown = new Map(
    [home.history, home.olderHistory].map((plain) => {
      return [plain, new Segments(files, codec, { folder: places.folderOf(plain), plain })]
    }),
  )

  async function read(path: string): Promise<Buffer> {
    if (!places.isSealed(path)) return files.read(path)
    const segments = grown.get(path)
    if (segments) return segments.read()
    const sealed = await readEither(files, onDisk(path), path)
    if (sealed.isPlain) return sealed.bytes
    const bytes = await codec.open(sealed.bytes)
    if (bytes === undefined) throw unopened(home, onDisk(path))
    return bytes
  }

  async function lstat(path: string): Promise<Stat> {
    if (!places.isSealed(path)) return files.lstat(path)
    const segments = grown.get(path)
    if (segments) return segments.stat()
    const stat = await ifThere(files.lstat(onDisk(path)))
    return stat ? within(stat, path) : files.lstat(path)
  }

  function within(stat: Stat, path: string): Stat {
    if (stat.kind === 'link') throw linked(home, onDisk(path))
    return { ...stat, size: codec.sizeWithin(stat.size) }
  }

  async function lstatMany(folder: string, names: readonly string[]) {
    const paths = names.map((name) => join(folder, name))
    const sealed = await files.lstatMany(
      folder,
      paths.map((path) => basename(onDisk(path))),
    )
    const plain = await files.lstatMany(folder, names)
    return names.map((_, index) => {
      const [stat, path] = [sealed[index], paths[index]]
      return stat && path && places.isSealed(path) ? within(stat, path) : plain[index]
    })
  }

  async function readEnds(path: string, length: number): Promise<Ends> {
    if (!places.isSealed(path)) return files.readEnds(path, length)
    const segments = grown.get(path)
    if (segments) return segments.ends(length)
    const bytes = await read(path)
    const tail = bytes.subarray(Math.max(0, bytes.length - length))
    return { size: bytes.length, head: bytes.subarray(0, length), tail }
  }

  async function readPart(path: string, position: number, length: number): Promise<Buffer> {
    if (!places.isSealed(path)) return files.readPart(path, position, length)
    const segments = grown.get(path)
    if (segments) return segments.part(position, length)
    return (await read(path)).subarray(position, position + length)
  }

  async function create(path: string, bytes: Uint8Array, options: { flush: boolean }) {
    if (!places.isSealed(path)) return files.create(path, bytes, options)
    const sealed = await codec.seal(bytes)
    await files.create(onDisk(path), sealed, options)
    if ((await files.lstat(onDisk(path))).size !== sealed.length) throw shortWrite()
  }

  async function append(path: string, bytes: Uint8Array, options: { flush: boolean }) {
    const segments = grown.get(path)
    if (segments) return segments.append(bytes, options)
    if (places.isSealed(path)) throw new Error(`${path} is not a file that grows`)
    return files.append(path, bytes, options)
  }

  async function truncate(path: string, size: number) {
    const segments = grown.get(path)
    if (segments) return segments.truncate(size)
    if (places.isSealed(path)) throw new Error(`${path} is not a file that grows`)
    return files.truncate(path, size)
  }

  async function rename(from: string, to: string): Promise<void> {
    const [source, target] = [grown.get(from), grown.get(to)]
    if (source && target) return source.moveTo(target)
    if (target) {
      await target.replace(await read(from))
      return files.remove(onDisk(from))
    }
    const hadNone = (await files.lstatMany(dirname(to), [basename(onDisk(to))]))[0] === undefined
    await files.rename(onDisk(from), onDisk(to))
    // It is saved already: an older plain one that stays is passed over, and encrypt puts it right.
    if (places.isSealed(to) && onDisk(to) !== to && (isTurning || hadNone))
      await files.remove(to).catch(() => undefined)
  }

  async function remove(path: string): Promise<void> {
    if (!places.isSealed(path) || onDisk(path) === path) return files.remove(path)
    const segments = grown.get(path)
    if (segments) return segments.remove()
    const isGone = await ifThere(files.remove(onDisk(path)).then(() => true))
    const plain = files.remove(path)
    await (isGone ? ifThere(plain) : plain)
  }

  async function chmod(path: string, mode: number): Promise<void> {
    const segments = grown.get(path)
    if (segments) return segments.chmod(mode)
    const there = await ifThere(files.lstat(onDisk(path)))
    return files.chmod(there ? onDisk(path) : path, mode)
  }

  return {
    ...files,
    read,
    readEnds,
    readPart,
    lstat,
    lstatMany,
    create,
    append,
    truncate,
    rename,
    remove,
    chmod,
    list: async (folder) => places.names(folder, await files.list(folder)),
    realpath: (path) => files.realpath(onDisk(path)),
    link: (from, to) => files.link(onDisk(from), onDisk(to)),
    scratch: async (path) => sealedScratch(await files.scratch(path)),
  }
}

/** A conversion may take one away while the other is looked for. */
async function readEither(files: Files, sealed: string, plain: string) {
  for (let attempt = 1; ; attempt++) {
    const bytes = await ifThere(files.read(sealed))
    if (bytes) return { bytes, isPlain: false }
    try {
      return { bytes: await files.read(plain), isPlain: true }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt > 1) throw error
    }
  }
}

/** Returns the refusal of a file that the key does not open. */
export function unopened(home: Home, path: string): Damage {
  const label = labelOf(home, path)
  const isMonth = path.startsWith(home.journal) && path.endsWith(`.json${AGE}`)
  const remedy = isMonth
    ? 'Put it back from a backup, or rebuild it with: afterword doctor --repair'
    : 'Put it back from a backup, or move it away'
  return new Damage({ label, says: 'wrong passphrase or damaged', remedy: `${remedy}: ${path}` })
}

/** Returns the refusal of a link: what it points at would be left in plain. */
export function linked(home: Home, path: string): Refusal {
  return new Refusal(
    `${labelOf(home, path)} is a link. In an encrypted journal put the file itself there: ${path}`,
  )
}
