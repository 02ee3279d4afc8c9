import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { addImportFlags, type ImportFlags } from '../flows/import-flags.ts'
import { IMPORT_KINDS } from '../flows/import-kinds.ts'
import { openIncoming } from '../flows/incoming.ts'

export function importCommand(command: Command, ctx: Context): void {
  addImportFlags(
    command.argument(
      '<file>',
      "JSON Lines, CSV, the JSON of jrnl, or a coach's reply; - reads stdin",
    ),
  )
    .addHelpText(
      'after',
      '\nAll of it comes in or nothing, and nothing twice. Names for --map: who, at,\nchannel, summary, end, before, after, ref, minutes, tags, note, or any field by\nits dotted name.',
    )
    .action((file: string, flags: ImportFlags) => runImport(ctx, file, flags))
}

async function runImport(ctx: Context, file: string, flags: ImportFlags): Promise<void> {
  const incoming = await openIncoming(ctx, file, flags.maxSize)
  try {
    const kind = IMPORT_KINDS.find(({ fits }) => fits(incoming.head, incoming.name))
    await kind?.take(ctx, incoming, flags)
  } finally {
    await incoming.close()
  }
}
