import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { misuse } from '../errors.ts'
import { sayLine } from '../flows/say.ts'
import { noteThanks } from '../flows/thanking.ts'
import type { Recognition } from '../model/thanks.ts'
import { line, command as toType, typed } from '../pages/page.ts'

interface ThankFlags {
  readonly from?: string
  readonly public?: boolean
}

export function thankCommand(command: Command, ctx: Context): void {
  command
    .argument('<words...>', 'whom and for what; with --from only for what')
    .option('--from <name>', 'they thanked you')
    .option('--public', 'it was said in front of others')
    .action((words: string[], flags: ThankFlags) => runThank(ctx, words, flags))
}

async function runThank(ctx: Context, words: readonly string[], flags: ThankFlags): Promise<void> {
  const thanks = thanksOf(words, flags)
  await noteThanks(ctx, thanks)
  const start = thanks.direction === 'given' ? 'Thanked ' : 'Noted, thanks from '
  const undo = ['undo: ', toType('afterword undo')]
  sayLine(ctx, line([start, typed(thanks.fromTo), ': ', typed(thanks.for ?? '')], undo))
}

function thanksOf(words: readonly string[], flags: ThankFlags): Omit<Recognition, 'at'> {
  const [first = '', ...rest] = words
  const name = flags.from ?? first
  const reason = (flags.from === undefined ? rest : words).join(' ')
  if (reason.trim() === '')
    throw misuse('Say what for, such as: afterword thank deck-jo "kept the log"')
  const direction = flags.from === undefined ? 'given' : 'received'
  return { direction, fromTo: name, ...(flags.public && { public: true }), for: reason }
}
