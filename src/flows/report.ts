import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { LEFT_OUT } from '../pages/footer.ts'
import type { Page } from '../pages/page.ts'
import type { Audience } from '../reports/refs.ts'
import type { Look } from '../terminal.ts'
import { toJson } from './json.ts'
import { type OutFlags, printOrWrite } from './output.ts'

const COLUMNS = 80

/** Every format, the ending of its files, and how a page becomes it. The figures themselves are the JSON. */
const FORMATS = {
  text: { ending: 'txt', load: loadText },
  markdown: {
    ending: 'md',
    load: async () => (await import('../render/markdown.ts')).renderMarkdown,
  },
  html: { ending: 'html', load: async () => (await import('../render/html.ts')).renderHtml },
  csv: { ending: 'csv', load: async () => (await import('../render/csv.ts')).renderCsv },
  plain: { ending: 'tsv', load: async () => (await import('../render/plain.ts')).renderPlain },
} as const

type PageFormat = keyof typeof FORMATS
type Format = PageFormat | 'json'
type Render = (page: Page) => string

const NAMES = ['text', 'markdown', 'html', 'csv', 'json'] as const

export interface ReportFlags extends OutFlags {
  readonly json?: boolean
  readonly plain?: boolean
  readonly format?: string
}

/** A report in two steps: what is true, and what to show of it. */
export interface Report<Figures> {
  /** The name of its file, without the ending: `week-2026-W46`. */
  readonly stem: string
  readonly figures: (audience: Audience) => Figures
  readonly page: (figures: Figures, audience: Audience) => Page
  /** What `--plain` shows of a report that is a list: its records instead of its figures. */
  readonly records?: (figures: Figures) => Page
}

/** Adds the flags every report takes; `plain` says what a line of `--plain` holds. */
export function addReportFlags(command: Command, plain = 'one figure'): Command {
  return command
    .option('--format <format>', `one of ${NAMES.join(', ')}`)
    .option('--json', 'the figures as JSON, as --format json')
    .option('--plain', `${plain} a line, with tabs between`)
    .option('-o, --out <file>', 'write to a file, or into a folder when it ends with /')
    .option('--force', 'write over a file that is there')
}

/** Prints a report, or writes it to a file, in the format that was asked for. */
export async function showReport<Figures>(
  ctx: Context,
  flags: ReportFlags,
  report: Report<Figures>,
): Promise<void> {
  const format = formatOf(flags)
  const audience = audienceOf(format, flags, ctx.look())
  const figures = report.figures(audience)
  if (WITHOUT_FOOTER.has(format) && leavesOut(report)) ctx.note(LEFT_OUT)
  if (format === 'json') return printOrWrite(ctx, flags, `${report.stem}.json`, toJson(figures))
  if (format === 'plain' && report.records)
    return printOrWrite(ctx, flags, `${report.stem}.tsv`, await plainRows(report.records(figures)))
  const { ending, load } = FORMATS[format]
  const render = await load(flags.out === undefined ? ctx.look() : FILE)
  await printOrWrite(ctx, flags, `${report.stem}.${ending}`, render(report.page(figures, audience)))
}

/** Returns the records of a page, one a line, with tabs between. */
export async function plainRows(page: Page): Promise<string> {
  return (await import('../render/plain.ts')).renderPlainRows(page)
}

/** The formats for programs have no place for the line that says what is left out: it goes to stderr. */
const WITHOUT_FOOTER: ReadonlySet<Format> = new Set(['json', 'csv', 'plain'])

function leavesOut<Figures>({ figures }: Report<Figures>): boolean {
  return JSON.stringify(figures('terminal')) !== JSON.stringify(figures('elsewhere'))
}

/** Prints a page as text on stdout, wrapped to so many columns. */
export async function printPage(ctx: Context, page: Page, width = COLUMNS): Promise<void> {
  const render = await loadText(ctx.look(), width)
  await ctx.print(render(page))
}

/** Like `printPage`, through the pager where it is longer than the screen: for a page after which nothing is asked. */
export async function showPage(ctx: Context, page: Page, width = COLUMNS): Promise<void> {
  const render = await loadText(ctx.look(), width)
  await ctx.print(render(page), 'pager')
}

const FILE = { colour: false, unicode: true } as const

async function loadText(look: Pick<Look, 'colour' | 'unicode'>, width = COLUMNS): Promise<Render> {
  const [{ renderText }, { makeTheme }] = await Promise.all([
    import('../render/text.ts'),
    import('../render/theme.ts'),
  ])
  return (page) => renderText(page, { theme: makeTheme(look), width })
}

function formatOf({ json, plain, format = 'text' }: ReportFlags): Format {
  if (json) return 'json'
  if (plain) return 'plain'
  const known = NAMES.find((each) => each === format)
  if (!known) throw misuse(`--format ${format} is not one of: ${NAMES.join(', ')}.`)
  return known
}

/** Returns who reads the report: private words are for the person's own terminal only. */
function audienceOf(format: Format, { out }: ReportFlags, look: Look): Audience {
  const onScreen = format === 'text' && look.terminal && (out === undefined || out === '-')
  return onScreen ? 'terminal' : 'elsewhere'
}
