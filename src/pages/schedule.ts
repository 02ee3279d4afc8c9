import type { Scheduled } from '../model/schedule.ts'
import { argument } from './wording.ts'

export const SCHEDULERS = ['systemd', 'cron', 'launchd'] as const
export type Scheduler = (typeof SCHEDULERS)[number]

export interface ScheduleInput {
  readonly scheduler: Scheduler
  readonly when: Scheduled
  /** The finished week, or the one that runs. */
  readonly period: 'last' | 'this'
  /** Where the reports will be, absolute. */
  readonly folder: string
  /** Absolute paths of node and of the program. */
  readonly program: readonly [node: string, program: string]
  /** AFTERWORD_HOME, where it is set. */
  readonly home?: string | undefined
  /** What an encrypted journal needs beside. */
  readonly flags?: readonly string[]
}

/** What to install, and what to say about it. */
export interface Schedule {
  readonly text: string
  readonly says: string
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** Returns what makes a machine write the week's report by itself, and how to install and try it. */
export function formatSchedule(input: ScheduleInput): Schedule {
  const formats = { systemd: formatSystemd, cron: formatCron, launchd: formatLaunchd }
  return { text: formats[input.scheduler](input), says: says(input) }
}

function wordsOf({ program, period, folder, flags = [] }: ScheduleInput): string[] {
  const week = period === 'last' ? ['week', 'last'] : ['week']
  return [...program, ...week, ...flags, '--out', folder.endsWith('/') ? folder : `${folder}/`]
}

const systemdWord = (text: string) =>
  `"${text.replaceAll('%', '%%').replaceAll('$', '$$$$').replace(/["\\]/g, '\\$&')}"`

function formatSystemd(input: ScheduleInput): string {
  const { home, when } = input
  const environment =
    home === undefined ? [] : [`Environment=${systemdWord(`AFTERWORD_HOME=${home}`)}`]
  return `${[
    '# ~/.config/systemd/user/afterword.service',
    '[Unit]',
    'Description=The week, as afterword tells it',
    '',
    '[Service]',
    'Type=oneshot',
    ...environment,
    `ExecStart=${wordsOf(input).map(systemdWord).join(' ')}`,
    '',
    '# ~/.config/systemd/user/afterword.timer',
    '[Unit]',
    'Description=The week, every week',
    '',
    '[Timer]',
    `OnCalendar=${DAYS[when.weekday - 1]} *-*-* ${when.time}:00`,
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ].join('\n')}\n`
}

function formatCron(input: ScheduleInput): string {
  const { home, when } = input
  const [hour, minute] = when.time.split(':').map(Number)
  const environment = home === undefined ? [] : [`AFTERWORD_HOME=${argument(home)}`]
  const command = [...environment, ...wordsOf(input).map(shellWord)].join(' ')
  // To cron a bare % is the end of the command.
  return `${minute} ${hour} * * ${when.weekday} ${command.replaceAll('%', '\\%')}\n`
}

/** A flag of ours stands as it is. */
const shellWord = (word: string) => (word.startsWith('--') ? word : argument(word))

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function formatLaunchd(input: ScheduleInput): string {
  const { home, when } = input
  const [hour, minute] = when.time.split(':').map(Number)
  const environment =
    home === undefined
      ? []
      : [
          '  <key>EnvironmentVariables</key>',
          `  <dict><key>AFTERWORD_HOME</key><string>${xml(home)}</string></dict>`,
        ]
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key><string>afterword.week</string>',
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...wordsOf(input).map((word) => `    <string>${xml(word)}</string>`),
    '  </array>',
    ...environment,
    '  <key>StartCalendarInterval</key>',
    '  <dict>',
    `    <key>Weekday</key><integer>${when.weekday}</integer>`,
    `    <key>Hour</key><integer>${hour}</integer>`,
    `    <key>Minute</key><integer>${minute}</integer>`,
    '  </dict>',
    '</dict>',
    '</plist>',
  ].join('\n')}\n`
}

const INSTALL: Readonly<Record<Scheduler, readonly string[]>> = {
  systemd: [
    'Save the two parts as the files named above them, then:',
    '  systemctl --user daemon-reload && systemctl --user enable --now afterword.timer',
    'So that it runs while you are logged out, too: loginctl enable-linger',
  ],
  cron: ['Add the line with: crontab -e'],
  launchd: [
    'Save it as ~/Library/LaunchAgents/afterword.week.plist, then:',
    '  launchctl load ~/Library/LaunchAgents/afterword.week.plist',
  ],
}

function says(input: ScheduleInput): string {
  const environment = input.home === undefined ? [] : [`AFTERWORD_HOME=${argument(input.home)}`]
  const now = [...environment, ...wordsOf(input).map(shellWord)].join(' ')
  return [
    'Nothing is installed.',
    ...INSTALL[input.scheduler],
    `The report will be in ${input.folder}`,
    `To try it now: ${now}`,
  ].join('\n')
}
