import type { Command } from 'commander'
import { readLine } from '../completion/line.ts'
import { quoted } from '../completion/quote.ts'
import { SHELLS, type Shell, scriptFor } from '../completion/script.ts'
import type { Context } from '../context.ts'
import { type Candidate, complete } from '../flows/completing.ts'
import { safeLine } from '../model/safe.ts'
import { readWord } from '../model/words.ts'
import { WORDS } from '../words.ts'

const INSTALL = `
Tell your shell once, in the file it reads when it starts:
  bash, in ~/.bashrc:  source <(afterword completion bash)
  zsh, in ~/.zshrc:    source <(afterword completion zsh)     after compinit
  fish, in ~/.config/fish/config.fish:
                       afterword completion fish | source`

export function completionCommand(command: Command, ctx: Context): void {
  command
    .argument('<shell>', SHELLS.join(', '))
    .argument('[typed...]', 'what is typed so far; the shell gives it when it asks')
    .addHelpText('after', INSTALL)
    .action((shell: string, typed: string[]) =>
      runCompletion(ctx, command.parent, readWord('SHELL', SHELLS, shell), typed),
    )
}

async function runCompletion(
  ctx: Context,
  root: Command | null,
  shell: Shell,
  typed: readonly string[],
): Promise<void> {
  if (root === null || typed.length === 0) return ctx.print(scriptFor(shell))
  const line = lineOf(shell, typed)
  await loadNamed(ctx, root, line.words)
  const { kind, found } = await complete(ctx, root, line)
  const rows = found.map((candidate) => rowFor(shell, candidate, line))
  await ctx.print(`${[kind, ...rows].join('\n')}\n`)
}

/** Bash gives its whole line, the others the words, of which fish leaves the last as it was typed. */
function lineOf(shell: Shell, typed: readonly string[]) {
  if (shell === 'bash') {
    const line = readLine(typed[0] ?? '', typed[1] ?? '')
    return { ...line, words: line.words.slice(1) }
  }
  const last = typed.at(-1) ?? ''
  const current = shell === 'fish' ? readLine(last, '').typed : last
  return { words: typed.slice(0, -1), typed: current, quote: '', kept: 0 } as const
}

/** Gives the word that the line names its options. */
async function loadNamed(ctx: Context, root: Command, words: readonly string[]): Promise<void> {
  const word = words.find((each) => !each.startsWith('-'))
  const row = WORDS.find((each) => each.word === word || each.alias === word)
  const named = root.commands.find((each) => each.name() === row?.word)
  if (!row || !named || row.word === 'completion') return
  const define = await row.load()
  define(named, ctx)
}

function rowFor(
  shell: Shell,
  { value, says }: Candidate,
  { quote, kept }: ReturnType<typeof lineOf>,
): string {
  if (shell === 'bash') return quoted(value.slice(kept), quote)
  return says ? `${value}\t${safeLine(says)}` : value
}
