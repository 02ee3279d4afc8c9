import type { Command } from 'commander'
import type { ColumnFlags } from './csv-columns.ts'

/** The flags of `import`, as typed. */
export interface ImportFlags extends ColumnFlags {
  readonly channel?: string
  readonly end?: string
  readonly rawCsv?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly maxSize?: string
  readonly json?: boolean
}

/** Adds the flags of `import`. */
export function addImportFlags(command: Command): Command {
  return command
    .option('--map <columns>', 'what the columns of a CSV mean: who=Requester,at=Created,...')
    .option('--preset <name>', 'the columns of zendesk or hubspot')
    .option('-c, --channel <channel>', 'the channel of rows that name none')
    .option('-e, --end <ending>', 'how it ended, of rows that say nothing of it')
    .option('--raw-csv', 'the CSV was exported with --raw-csv')
    .option('-y, --yes', "take over the line and feelings that a coach's reply brings")
    .option('--dry-run', 'say what would come in, and write nothing')
    .option('--max-size <mb>', 'read a file of up to so many MB (256 unless told)')
    .option('--json', 'print what came in, as JSON')
}
