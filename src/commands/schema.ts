import type { Command } from 'commander'
import type { GenericSchema } from 'valibot'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { toJson } from '../flows/json.ts'
import { EntrySchema } from '../model/entry.ts'
import { labelOf } from '../pages/labels.ts'

interface SchemaFlags {
  readonly report?: string
}

/** Every report whose JSON has a schema, and how to load it. */
const REPORTS: Readonly<Record<string, () => Promise<GenericSchema>>> = {
  today: async () => (await import('../reports/schemas/today.ts')).TodaySchema,
  week: async () => (await import('../reports/schemas/week.ts')).WeekSchema,
  month: async () => (await import('../reports/schemas/month.ts')).MonthSchema,
  followups: async () => (await import('../reports/schemas/follow-ups.ts')).FollowUpsSchema,
  customer: async () => (await import('../reports/schemas/customer.ts')).CustomerSchema,
  feelings: async () => (await import('../reports/schemas/feelings.ts')).FeelingsSchema,
  stories: async () => (await import('../reports/schemas/stories.ts')).StoriesSchema,
  blockers: async () => (await import('../reports/schemas/blockers.ts')).BlockersSchema,
  purpose: async () => (await import('../reports/schemas/purpose.ts')).PurposeSchema,
  calendar: async () => (await import('../reports/schemas/calendar.ts')).CalendarSchema,
  team: async () => (await import('../team/schema.ts')).TeamSchema,
}

export function schemaCommand(command: Command, ctx: Context): void {
  command
    .option('--report <name>', `of a report's JSON: ${Object.keys(REPORTS).join(', ')}`)
    .action((flags: SchemaFlags) => runSchema(ctx, flags))
}

async function runSchema(ctx: Context, { report }: SchemaFlags): Promise<void> {
  const { publishedSchema } = await import('../exchange/json-schema.ts')
  await ctx.print(
    toJson(
      report === undefined
        ? publishedSchema(EntrySchema, { title: 'An entry of afterword', wordsFor })
        : publishedSchema(await schemaOf(report), await partsOf(report)),
    ),
    'pager',
  )
}

/** Returns the words people read for a field, where there are any. */
function wordsFor(field: string): string | undefined {
  const label = labelOf(field)
  return label === field ? undefined : label
}

async function schemaOf(report: string): Promise<GenericSchema> {
  const load = Object.hasOwn(REPORTS, report) ? REPORTS[report] : undefined
  if (load) return load()
  const names = Object.keys(REPORTS).join(', ')
  throw misuse(`--report ${JSON.stringify(report)} is not one of: ${names}.`)
}

async function partsOf(report: string) {
  const { SHARED } = await import('../reports/schemas/pieces.ts')
  return {
    title: `The JSON of afterword ${report === 'team' ? 'team report' : report}`,
    shared: SHARED,
  }
}
