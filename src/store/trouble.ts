import { Refusal } from '../errors.ts'
import { codeOf } from './files.ts'

/** Saved, but the disk has not confirmed it: the change must not be made again, and needs no draft. */
export class Unconfirmed extends Refusal {
  readonly saved = true

  constructor(message: string) {
    super(message)
    this.name = 'Unconfirmed'
  }
}

/** Returns the error of a file that turned out shorter than what was written to it. */
export function shortWrite(): Error {
  return Object.assign(new Error('short write'), { code: 'ENOSPC' })
}

/** Returns what `work` returns; an error of the system becomes a Refusal that names the path. */
export async function naming<T>(
  path: string,
  doing: 'read' | 'write',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw refusalFrom(error, path, doing)
  }
}

function refusalFrom(error: unknown, path: string, doing: 'read' | 'write'): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal(`Disk full, nothing changed: ${path}`)
  const reason = reasonOf(code, path, doing)
  return new Refusal(doing === 'write' ? `${reason} Nothing changed.` : reason)
}

function reasonOf(code: string, path: string, doing: 'read' | 'write'): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `No permission to ${doing} ${path} (${code}). Check who owns it and its mode.`
    case 'EROFS':
      return `${path} is on a read-only disk (EROFS).`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} cannot be made: a file stands where a folder should be (${code}).`
    case 'EIO':
      return `The disk failed at ${path} (EIO).`
    default:
      return `Cannot ${doing} ${path} (${code}).`
  }
}
