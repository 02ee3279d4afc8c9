import { formatDay } from '../model/day.ts'
import { formatRange } from '../model/period.ts'
import { safe } from '../model/safe.ts'
import { isFreeText } from './leaves.ts'
import type { Pack, PackEntry } from './pack.ts'
import { packName } from './pack-file.ts'

/** Returns the same pack for people to read, as Markdown: what is not in here is not in the pack. */
export function readable(pack: Pack): string {
  const { rep, period, notice, made, exportId, include, tryNext = [], entries } = pack
  const lines = [
    `# Handover of ${plain(rep)}, ${period.name} (${formatRange(period.from, period.to)})`,
    '',
    notice,
    '',
    `Made ${formatDay(made.slice(0, 10), true)} as ${packName(pack)}.json, export ${exportId}.`,
    `Ticked: ${include.length ? include.join(', ') : 'nothing beyond the coded fields'}.`,
    '',
    ...countLines(pack),
    ...tryNext.map(({ week, text }) => `> ${week}, to try next: ${plain(text)}\n>`),
    ...entries.flatMap((entry, at) => entryLines(entry, at + 1)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function countLines({ counts }: Pack): string[] {
  return counts.flatMap(({ week, entries, leftUnhappyNothingPlanned, outOfSight, followUps }) => [
    `- ${week}: contacts ${entries}, left unhappy with nothing planned ${leftUnhappyNothingPlanned}, hand-offs out of sight ${outOfSight}`,
    `- ${week}: follow-ups due ${followUps.due}, on time ${followUps.onTime}, late ${followUps.late}, overdue ${followUps.overdue}`,
  ])
}

function entryLines({ hash, ...entry }: PackEntry, place: number): string[] {
  const values = valuesIn(entry, '')
  const texts = values.filter(([path]) => isFreeText(path))
  const coded = values.filter(([path]) => !isFreeText(path))
  return [
    '',
    `## ${place}. ${hash}`,
    '',
    ...texts.map(([path, value]) => `> ${path}: ${plain(value)}\n>`),
    ...(texts.length ? [''] : []),
    ...coded.map(([path, value]) => `- ${path}: ${plain(value)}`),
  ]
}

function valuesIn(value: unknown, path: string): [path: string, text: string][] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return value.flatMap((item) => valuesIn(item, path))
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      valuesIn(inner, path === '' ? key : `${path}.${key}`),
    )
  return [[path, Array.isArray(value) ? value.join(', ') : String(value)]]
}

/** Returns a text that Markdown shows as it is: on one line, nothing in it a mark or a link. */
function plain(text: string): string {
  return safe(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&')
}
