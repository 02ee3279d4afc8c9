import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import type { Page } from '../pages/page.ts'
import type { Audience } from '../reports/refs.ts'
import type { Look } from '../terminal.ts'
import { toJson } from './json.ts'

const FORMATS = ['text', 'json'] as const
type Format = (typeof FORMATS)[number]

const COLUMNS = 80

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
  await printPage(ctx, report.page(figures, audience), COLUMNS)
}

/** Prints a page as text on stdout, wrapped to so many columns. */
export async function printPage(ctx: Context, page: Page, width: number): Promise<void> {
  const [{ renderText }, { makeTheme }] = await Promise.all([
    import('../render/text.ts'),
    import('../render/theme.ts'),
  ])
  await ctx.print(renderText(page, { theme: makeTheme(ctx.look()), width }))
}

function formatOf({ json, format = 'text' }: ReportFlags): Format {
  if (json) return 'json'
  const known = FORMATS.find((each) => each === format)
  if (!known) throw misuse(`--format ${format} is not one of: ${FORMATS.join(', ')}.`)
  return known
}

/** Returns who reads the report: private words are for the person's own terminal only. */
function audienceOf(format: Format, look: Look): Audience {
  return format === 'text' && look.terminal ? 'terminal' : 'elsewhere'
}
