import { misuse } from '../errors.ts'
import { readCustomerFeeling } from './feeling-words.ts'
import { check } from './fields.ts'
import { type Settings, SettingsSchema } from './settings.ts'
import { DEFAULT_REP, DEFAULT_WORK_DAYS, MOMENTS } from './vocabulary.ts'
import { readWord } from './words.ts'

/** One setting: what it is for, how its value is shown, and what a typed value makes of the settings. */
export interface SettingKey {
  readonly key: string
  readonly says: string
  readonly standard: string
  readonly show: (settings: Settings) => string | undefined
  readonly set: (settings: Settings, typed: string) => unknown
}

const listOf = (typed: string) =>
  typed
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const joined = (list: readonly string[] | undefined) => list?.join(', ')

/** Every key of `config`, in the order shown. */
export const SETTING_KEYS: readonly SettingKey[] = [
  {
    key: 'rep',
    says: 'what reports and hand-overs call you',
    standard: DEFAULT_REP,
    show: ({ rep }) => rep,
    set: (settings, rep) => ({ ...settings, rep }),
  },
  {
    key: 'timeZone',
    says: 'your time zone, such as Europe/Stockholm',
    standard: "the machine's",
    show: ({ timeZone }) => timeZone,
    set: (settings, timeZone) => ({ ...settings, timeZone }),
  },
  {
    key: 'workDays',
    says: 'the days you work, such as mon,tue,wed',
    standard: DEFAULT_WORK_DAYS.join(', '),
    show: ({ workDays }) => joined(workDays),
    set: (settings, typed) => ({ ...settings, workDays: listOf(typed.toLowerCase()) }),
  },
  {
    key: 'workHours',
    says: 'such as 08:00-17:00; afterwards today does not replay hard contacts',
    standard: 'none',
    show: ({ workHours }) => workHours,
    set: (settings, workHours) => ({ ...settings, workHours }),
  },
  {
    key: 'purpose.line',
    says: "the team's line, on every report",
    standard: 'none',
    show: ({ purpose }) => purpose?.line,
    set: (settings, line) => ({ ...settings, purpose: { ...settings.purpose, line } }),
  },
  {
    key: 'values',
    says: 'what you and your customers may both care about, with commas between',
    standard: 'none',
    show: ({ values }) => joined(values),
    set: (settings, typed) => ({ ...settings, values: listOf(typed) }),
  },
  {
    key: 'moments',
    says: 'how people should leave a kind of moment, such as complaint=relieved,respected',
    standard: 'none',
    show: ({ moments }) =>
      moments?.map(({ name, intended }) => `${name}=${intended.join(',')}`).join('; '),
    set: (settings, typed) => ({ ...settings, moments: withMoment(settings, typed) }),
  },
  {
    key: 'neverSay',
    says: 'names a hand-over blackens wherever they stand, with commas between',
    standard: 'none',
    show: ({ neverSay }) => joined(neverSay),
    set: (settings, typed) => ({ ...settings, neverSay: listOf(typed) }),
  },
  {
    key: 'nudges',
    says: 'one question after saving, now and then: on or off',
    standard: 'on',
    show: ({ nudges }) => nudges,
    set: (settings, nudges) => ({ ...settings, nudges }),
  },
]

function withMoment({ moments = [] }: Settings, typed: string): Settings['moments'] {
  const [name = '', feelings] = typed.split('=')
  if (feelings === undefined)
    throw misuse('moments takes a moment and feelings: complaint=relieved,respected.')
  const moment = readWord('moments', MOMENTS, name)
  const others = moments.filter((each) => each.name !== moment)
  const intended = listOf(feelings).map((each) => readCustomerFeeling(each))
  return intended.length === 0 ? others : [...others, { name: moment, intended }]
}

/** Returns the setting of that name. Throws a misuse that lists them all. */
export function settingKey(typed: string): SettingKey {
  const found = SETTING_KEYS.find(({ key }) => key.toLowerCase() === typed.toLowerCase())
  if (found) return found
  const names = SETTING_KEYS.map(({ key }) => key).join(', ')
  throw misuse(`${JSON.stringify(typed)} is not a setting. There are: ${names}.`)
}

/** Returns the settings with one of them changed, checked. Throws a misuse with the schema's sentence. */
export function withSetting(settings: Settings, key: SettingKey, typed: string): Settings {
  const checked = check(SettingsSchema, key.set(settings, typed.trim()))
  if (checked.ok) return checked.value
  throw misuse(`${checked.faults.map(({ says }) => says).join('; ')}.`)
}

/** Returns the settings without one of them. */
export function withoutSetting(settings: Settings, { key }: SettingKey): Settings {
  const { [key]: gone, ...rest } = settings as Record<string, unknown>
  if (key !== 'purpose.line') return rest as Settings
  const { line, ...purpose } = settings.purpose ?? {}
  return { ...settings, purpose }
}
