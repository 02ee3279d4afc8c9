import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import type { Page } from '../pages/page.ts'
import type { Look } from '../terminal.ts'
import { toJson } from './json.ts'

export const FORMATS = ['text', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** Who will read a report: private words are for the person's own terminal only. */
export type Audience = 'terminal' | 'elsewhere'

export interface ReportFlags {
  readonly json?: boolean
  readonly format?: string
}

/** A report in two steps: what is true, and what to show of it. */
export interface Report<Figures> {
  readonly figures: (audience: Audience) => Figures
  readonly page: (figures: Figures, audience: Audience) => Page
}

/** Adds the flags every report takes. */
export function addReportFlags(command: Command): Command {
  return command
    .option('--json', 'print the figures as JSON')
    .option('--format <format>', `one of ${FORMATS.join(', ')}`)
}

/** Prints a report in the format that was asked for. Throws a misuse for one it does not know. */
export async function showReport<Figures>(
  ctx: Context,
  flags: ReportFlags,
  report: Report<Figures>,
): Promise<void> {
  const format = formatOf(flags)
  const audience = audienceOf(format, ctx.look())
  const figures = report.figures(audience)
  if (format === 'json') return ctx.print(toJson(figures))
  const { renderText } = await import('../render/text.ts')
  await ctx.print(renderText(report.page(figures, audience), ctx.look()))
}

function formatOf({ json, format = 'text' }: ReportFlags): Format {
  if (json) return 'json'
  const known = FORMATS.find((each) => each === format)
  if (!known) throw misuse(`--format ${format} is not one of: ${FORMATS.join(', ')}.`)
  return known
}

function audienceOf(format: Format, look: Look): Audience {
  return format === 'text' && look.terminal ? 'terminal' : 'elsewhere'
}
