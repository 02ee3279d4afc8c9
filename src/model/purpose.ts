import type { Day } from './day.ts'
import type { Settings } from './settings.ts'

/** Returns the settings with the team's line, the writing on the wall. */
export function withTeamLine(settings: Settings, line: string): Settings {
  return { ...settings, purpose: { ...settings.purpose, line: line.trim() } }
}

/** Returns the settings with the rep's own words as they are since today; earlier versions stay. */
export function withOwnWords(settings: Settings, text: string, today: Day): Settings {
  const earlier = (settings.purpose?.own ?? []).filter(({ since }) => since !== today)
  const own = [...earlier, { text: text.trim(), since: today }]
  return { ...settings, purpose: { ...settings.purpose, own } }
}
