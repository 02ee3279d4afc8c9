import { Refusal } from '../../errors.ts'
import { type Files, ifThere } from '../files.ts'
import { naming } from '../trouble.ts'

const OTHERS = 0o077

/** Returns the identity in a file that only its owner may read; throws a Refusal for any other. */
export async function readIdentityFile(files: Files, path: string): Promise<string> {
  await refuseOpen(files, path)
  const text = (await naming(path, 'read', () => files.read(path))).toString('utf8')
  const identity = text.split(/\r?\n/).find((line) => line.startsWith('AGE-SECRET-KEY-1'))
  if (identity !== undefined) return identity.trim()
  throw new Refusal(
    `${path} holds no identity: a line that begins with AGE-SECRET-KEY-1. Make one with: age-keygen -o ${path}`,
  )
}

/** Throws a Refusal where others may read a file that holds a secret. */
async function refuseOpen(files: Files, path: string): Promise<void> {
  const real = await naming(path, 'read', () => ifThere(files.realpath(path)))
  const stat = real && (await naming(path, 'read', () => files.lstat(real)))
  if (!stat) throw new Refusal(`The identity is not there: ${path}. Put it back from a backup.`)
  if (stat.kind !== 'file') throw new Refusal(`${path} is not a file.`)
  if (process.platform !== 'win32' && (stat.mode & OTHERS) !== 0)
    throw new Refusal(
      `${path} may be read by others (mode ${stat.mode.toString(8).padStart(4, '0')}). Close it with: chmod 600 ${path}`,
    )
}
