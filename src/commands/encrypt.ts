import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse, Refusal } from '../errors.ts'
import { tellConversion, tellPlan } from '../flows/conversion.ts'
import { type Disk, diskOf } from '../store/disk.ts'
import { encryptAll } from '../store/sealed/encrypting.ts'
import { keysFor } from '../store/sealed/keys.ts'
import { readMarker } from '../store/sealed/marker.ts'
import { keepIdentity } from '../store/sealed/new-identity.ts'
import { fromFile } from '../store/sealed/passphrase.ts'
import { planOf } from '../store/sealed/turning.ts'
import { unlock } from '../store/sealed/unlock.ts'

interface EncryptFlags {
  readonly identity?: string
  readonly recovery?: string
  readonly newPassphrase?: string | boolean
  readonly dryRun?: boolean
}

export function encryptCommand(command: Command, ctx: Context): void {
  command
    .option('--identity <file>', 'an age identity of your own (mode 0600) in place of a passphrase')
    .option(
      '--recovery <recipient>',
      'age1...: a second recipient, whose identity opens everything too',
    )
    .option('--new-passphrase [file]', 'only change the passphrase; the file holds the new one')
    .option('--dry-run', 'only show what would be encrypted')
    .addHelpText('after', PASSPHRASES)
    .action((flags: EncryptFlags) => runEncrypt(ctx, flags))
}

const PASSPHRASES = `
The passphrase is asked for twice, and from then on by every word. For scripts,
with any word: --passphrase-file FILE (its first line; mode 0600) or
--passphrase-fd N. The files open with the stock tool:
age -d -i identity.age journal/2026-11.json.age`

async function runEncrypt(ctx: Context, flags: EncryptFlags): Promise<void> {
  const disk = diskOf(ctx.home)
  if (flags.dryRun) return tellPlan(ctx, (await planOf(disk)).plain, 'encrypted')
  if (flags.newPassphrase !== undefined) return changePassphrase(ctx, disk, flags.newPassphrase)
  const isNew = (await readMarker(disk.files, disk.home)) === undefined
  const keys = await keysFor(disk, {
    identityFile: flags.identity === undefined ? undefined : fromHere(ctx, flags.identity),
    recovery: flags.recovery,
    passphrase: ctx.passphrase,
  })
  await tellConversion(ctx, await encryptAll(disk, keys), 'encrypted')
  if (isNew) ctx.remark(advice(keys.marker.identityFile ?? ctx.home.identity))
}

function fromHere(ctx: Context, path: string): string {
  return resolve(ctx.surroundings().folder, path)
}

function advice(identity: string): string {
  return [
    `What opens the journal is ${identity}`,
    'Keep a copy of it somewhere else: without it nothing can be read again, by anybody.',
    'Copies from before are still in plain: backups, exports, old versions of synced',
    "folders. Your system's disk encryption is still the first thing to have.",
  ].join('\n')
}

/** The files stay as they are: only what opens them is locked anew. */
async function changePassphrase(ctx: Context, disk: Disk, given: string | boolean): Promise<void> {
  const marker = await readMarker(disk.files, disk.home)
  if (marker === undefined) throw new Refusal('The journal is not encrypted.')
  if (marker.identityFile !== undefined)
    throw misuse(`No passphrase is in use: ${marker.identityFile} opens the journal.`)
  const passphrase = () => ctx.passphrase('current')
  const identity = await unlock({ ...disk, passphrase }, marker)
  const next = typeof given === 'string' ? await fromFile(given) : await ctx.passphrase('new')
  await keepIdentity(disk, identity, next)
  ctx.remark('The passphrase is another one now. No file of the journal has changed.')
}
