import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { toJson } from '../flows/json.ts'
import { withOwnWords, withTeamLine } from '../model/purpose.ts'
import { safe } from '../model/safe.ts'
import type { Settings } from '../model/settings.ts'

interface PurposeFlags {
  readonly team?: boolean
  readonly json?: boolean
}

export function purposeCommand(command: Command, ctx: Context): void {
  command
    .argument('[words...]', 'I do this work because ...')
    .option('--team', "the team's line instead, shown on every report (at most 80 characters)")
    .option('--json', 'print both as JSON')
    .action((words: string[], flags: PurposeFlags) => runPurpose(ctx, words.join(' '), flags))
}

async function runPurpose(ctx: Context, text: string, flags: PurposeFlags): Promise<void> {
  const { team, json } = flags
  if (text.trim() === '') {
    const { purpose = {} } = await ctx.settings.read()
    return ctx.print(json ? toJson(purpose) : formatPurpose(purpose))
  }
  const today = await ctx.today()
  const { purpose } = await ctx.settings.change((settings) =>
    team ? withTeamLine(settings, text) : withOwnWords(settings, text, today),
  )
  const before = (purpose?.own ?? []).length > 1 ? ' The words before it are kept, too.' : ''
  ctx.remark(team ? 'The line stands on every report now.' : `Kept.${before}`)
}

function formatPurpose(purpose: NonNullable<Settings['purpose']>): string {
  const line = purpose.line ? [`On the wall: ${purpose.line}`] : []
  const own = (purpose.own ?? []).map(({ text, since }) => `Since ${since}: ${text}`)
  const lines = [...line, ...own]
  if (lines.length === 0)
    return 'Nothing yet. Begin with: afterword purpose "I do this work because ..."\n'
  return `${safe(lines.join('\n'))}\n`
}
