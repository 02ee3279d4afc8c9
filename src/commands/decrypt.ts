import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { tellConversion, tellPlan } from '../flows/conversion.ts'
import { diskOf } from '../store/disk.ts'
import { decryptAll } from '../store/sealed/decrypting.ts'
import { readMarker } from '../store/sealed/marker.ts'
import { planOf } from '../store/sealed/turning.ts'
import { unlock } from '../store/sealed/unlock.ts'

interface DecryptFlags {
  readonly dryRun?: boolean
}

export function decryptCommand(command: Command, ctx: Context): void {
  command
    .option('--dry-run', 'only show what would be decrypted')
    .action((flags: DecryptFlags) => runDecrypt(ctx, flags))
}

async function runDecrypt(ctx: Context, { dryRun }: DecryptFlags): Promise<void> {
  const disk = diskOf(ctx.home)
  if (dryRun) return tellPlan(ctx, (await planOf(disk)).sealed, 'decrypted')
  const marker = await readMarker(disk.files, disk.home)
  if (marker === undefined) throw new Refusal('The journal is not encrypted.')
  const passphrase = () => ctx.passphrase('current')
  const identity = await unlock({ ...disk, passphrase }, marker)
  await tellConversion(ctx, await decryptAll(disk, identity), 'decrypted')
  ctx.remark(
    `What opened it stays, for backups that are still encrypted: ${marker.identityFile ?? ctx.home.identity}`,
  )
}
