import type { Command } from 'commander'
import type { Context } from './context.ts'

/** Gives a command its arguments, options and action. */
export type Define = (command: Command, ctx: Context) => void

/** One word the user types. Help, completion and the man page are made from these rows. */
export interface Word {
  readonly word: string
  readonly alias?: string
  readonly group: 'Record' | 'Look back' | 'Share' | 'Set up'
  /** Stands among the words of the short help. */
  readonly first?: boolean
  readonly says: string
  readonly examples: readonly string[]
  /** Looks at all the words, as help does. */
  readonly ofAll?: boolean
  /** Loads the command's module, only when it is the one asked for. */
  readonly load: () => Promise<Define>
}

export const WORDS: readonly Word[] = [
  {
    word: 'log',
    group: 'Record',
    first: true,
    says: 'Write down the contact you just had',
    examples: [
      'afterword log "New splitter" -w lamp-shop -c on-site -f fru:gra -e resolved',
      'afterword log "A quote" -w ida -c chat -f inc -e pending-us -n "fri! send it"',
      'echo "Parcel found" | afterword log - -w ida -c phone -f ups:del -e resolved',
    ],
    load: async () => (await import('./commands/log.ts')).logCommand,
  },
  {
    word: 'edit',
    group: 'Record',
    says: 'Change an entry',
    examples: [
      'afterword edit last --felt fru:gra',
      'afterword edit 7k3q --set contact.minutes=20',
    ],
    load: async () => (await import('./commands/edit.ts')).editCommand,
  },
  {
    word: 'remove',
    group: 'Record',
    says: 'Take an entry out',
    examples: ['afterword remove last', 'afterword remove 7k3q --yes'],
    load: async () => (await import('./commands/remove.ts')).removeCommand,
  },
  {
    word: 'undo',
    group: 'Record',
    first: true,
    says: 'Take back the last change, an undo too',
    examples: ['afterword undo'],
    load: async () => (await import('./commands/undo.ts')).undoCommand,
  },
  {
    word: 'done',
    group: 'Record',
    first: true,
    says: 'Close a follow-up and say how they were',
    examples: ['afterword done lantern --felt grateful', 'afterword done 7k3q --note "All quiet"'],
    load: async () => (await import('./commands/done.ts')).doneCommand,
  },
  {
    word: 'later',
    group: 'Record',
    says: 'Plan a follow-up, or move it to another day',
    examples: ['afterword later lantern fri', 'afterword later 7k3q in 3 days'],
    load: async () => (await import('./commands/later.ts')).laterCommand,
  },
  {
    word: 'drop',
    group: 'Record',
    says: 'Let a follow-up go, and say why',
    examples: ['afterword drop lantern "they moved away"'],
    load: async () => (await import('./commands/drop.ts')).dropCommand,
  },
  {
    word: 'reflect',
    group: 'Record',
    says: 'Think one contact through, in twelve questions at most',
    examples: ['afterword reflect', 'afterword reflect lantern'],
    load: async () => (await import('./commands/reflect.ts')).reflectCommand,
  },
  {
    word: 'review',
    group: 'Record',
    first: true,
    says: 'Close a day or a week',
    examples: [
      'afterword review',
      'afterword review today',
      'afterword review 2026-W46 --best "The evening held" --try "Ask what it is for"',
    ],
    load: async () => (await import('./commands/review.ts')).reviewCommand,
  },
  {
    word: 'thank',
    group: 'Record',
    says: 'Note a thanks, given or received',
    examples: [
      'afterword thank deck-jo "kept the log"',
      'afterword thank --from post-sam "the clear hand-over"',
    ],
    load: async () => (await import('./commands/thank.ts')).thankCommand,
  },
  {
    word: 'catchup',
    group: 'Record',
    says: "The day's tickets that are not written down yet, one by one",
    examples: [
      'afterword catchup tickets.csv --map who=Requester,at=Created,summary=Subject',
      'afterword catchup tickets.csv',
      'afterword catchup tickets.csv --preset zendesk --day today',
    ],
    load: async () => (await import('./commands/catchup.ts')).catchupCommand,
  },
  {
    word: 'wrap',
    group: 'Record',
    says: 'Run a program, a softphone or ssh, and ask when it ends',
    examples: ['afterword wrap -- linphonec', 'afterword wrap -- ssh box-17'],
    load: async () => (await import('./commands/wrap.ts')).wrapCommand,
  },
  {
    word: 'shift',
    group: 'Record',
    says: 'Stay open through a working day: Enter after each contact',
    examples: ['afterword shift'],
    load: async () => (await import('./commands/shift.ts')).shiftCommand,
  },
  {
    word: 'today',
    group: 'Look back',
    first: true,
    says: 'Who still needs something, and how the day went',
    examples: ['afterword today', 'afterword today --json'],
    load: async () => (await import('./commands/today.ts')).todayCommand,
  },
  {
    word: 'week',
    group: 'Look back',
    first: true,
    says: 'Promises kept, how people left, what stood in the way',
    examples: ['afterword week', 'afterword week last', 'afterword week 2026-W46 --json'],
    load: async () => (await import('./commands/week.ts')).weekCommand,
  },
  {
    word: 'month',
    group: 'Look back',
    says: 'What kinds of moments go well or badly, and what recurs',
    examples: ['afterword month', 'afterword month 2026-10'],
    load: async () => (await import('./commands/month.ts')).monthCommand,
  },
  {
    word: 'report',
    group: 'Look back',
    says: 'Feelings, stories, blockers, purpose or the calendar',
    examples: ['afterword report feelings', 'afterword report blockers --from "4 weeks ago"'],
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    word: 'customer',
    group: 'Look back',
    says: 'What to know before the next call, and all that came before',
    examples: ['afterword customer lantern-street'],
    load: async () => (await import('./commands/customer.ts')).customerCommand,
  },
  {
    word: 'followups',
    alias: 'due',
    group: 'Look back',
    first: true,
    says: 'What you promised, to whom, by when',
    examples: ['afterword followups', 'afterword due --json'],
    load: async () => (await import('./commands/followups.ts')).followupsCommand,
  },
  {
    word: 'list',
    group: 'Look back',
    first: true,
    says: 'Entries, oldest first',
    examples: [
      'afterword list',
      'afterword list --who lantern --from mon',
      'afterword list --json',
    ],
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  {
    word: 'show',
    group: 'Look back',
    says: 'One entry, whole',
    examples: ['afterword show last', 'afterword show 7k3q --json'],
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  {
    word: 'handover',
    group: 'Share',
    first: true,
    says: 'What your coach may see: you read it first, then it leaves',
    examples: [
      'afterword handover',
      'afterword handover 2026-W46 --out for-my-coach',
      'afterword handover 2026-W46 --yes --include summary --out for-my-coach',
    ],
    load: async () => (await import('./commands/handover.ts')).handoverCommand,
  },
  {
    word: 'team',
    group: 'Share',
    says: 'For the coach: packs in, what to fix and whom to thank, a reply back',
    examples: [
      'afterword team add for-my-coach',
      'afterword team report',
      'afterword team reply alex --thank "for staying until it rang"',
    ],
    load: async () => (await import('./commands/team.ts')).teamCommand,
  },
  {
    word: 'export',
    group: 'Share',
    says: 'Your entries for other programs: JSON Lines, CSV, a calendar',
    examples: [
      'afterword export > journal.jsonl',
      'afterword export --out contacts.csv --from "4 weeks ago"',
      'afterword export --out follow-ups.ics',
      'afterword export --who lantern-street --format csv',
    ],
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    word: 'import',
    group: 'Share',
    says: 'Entries from other programs: all of a file or nothing, and nothing twice',
    examples: [
      'afterword import journal.jsonl',
      'afterword import tickets.csv --preset zendesk --dry-run',
      'afterword import visits.csv --map who=Who,at=Day,summary=Job -c on-site -e res',
      'jrnl --export json | afterword import -',
    ],
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    word: 'purpose',
    group: 'Set up',
    says: 'The writing on the wall, and why you do this work',
    examples: [
      'afterword purpose',
      'afterword purpose "I want to be the one who fixes it for good"',
    ],
    load: async () => (await import('./commands/purpose.ts')).purposeCommand,
  },
  {
    word: 'config',
    group: 'Set up',
    says: 'Settings, with what each one is for',
    examples: [
      'afterword config',
      'afterword config rep ash',
      'afterword config timeZone Europe/Stockholm',
    ],
    load: async () => (await import('./commands/config.ts')).configCommand,
  },
  {
    word: 'schema',
    group: 'Set up',
    says: 'JSON Schema of an entry, or of what a report prints as JSON',
    examples: ['afterword schema', 'afterword schema --report week'],
    load: async () => (await import('./commands/schema.ts')).schemaCommand,
  },
  {
    word: 'status',
    group: 'Look back',
    says: 'In one line: what is overdue, due, out of sight',
    examples: ['afterword status', 'afterword status --check'],
    load: async () => (await import('./commands/status.ts')).statusCommand,
  },
  {
    word: 'schedule',
    group: 'Set up',
    says: 'What makes this machine write the week by itself; installs nothing',
    examples: ['afterword schedule', 'afterword schedule --for cron --at "fri 16:00"'],
    load: async () => (await import('./commands/schedule.ts')).scheduleCommand,
  },
  {
    word: 'completion',
    group: 'Set up',
    ofAll: true,
    says: 'What makes bash, zsh or fish complete words, flags and customers',
    examples: ['source <(afterword completion bash)', 'afterword completion zsh'],
    load: async () => (await import('./commands/completion.ts')).completionCommand,
  },
  {
    word: 'demo',
    group: 'Set up',
    first: true,
    says: 'A made-up fortnight and its week, away from your own journal',
    examples: ['afterword demo', 'afterword demo --keep try-it'],
    load: async () => (await import('./commands/demo.ts')).demoCommand,
  },
  {
    word: 'forget',
    group: 'Set up',
    says: 'Erase one customer everywhere on this machine',
    examples: ['afterword forget lantern-street --dry-run', 'afterword forget lantern-street'],
    load: async () => (await import('./commands/forget.ts')).forgetCommand,
  },
  {
    word: 'encrypt',
    group: 'Set up',
    says: 'Encrypt the journal with a passphrase, or a key file; age opens it too',
    examples: [
      'afterword encrypt --dry-run',
      'afterword encrypt',
      'afterword encrypt --identity key.txt',
      'afterword encrypt --new-passphrase',
    ],
    load: async () => (await import('./commands/encrypt.ts')).encryptCommand,
  },
  {
    word: 'decrypt',
    group: 'Set up',
    says: 'Take that back: plain files again',
    examples: ['afterword decrypt --dry-run', 'afterword decrypt'],
    load: async () => (await import('./commands/decrypt.ts')).decryptCommand,
  },
  {
    word: 'doctor',
    group: 'Set up',
    says: 'Look for damage, and mend it',
    examples: ['afterword doctor', 'afterword doctor --repair'],
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
]
