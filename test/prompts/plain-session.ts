// Run by ask-plain.test.ts as a process of its own: the six questions over pipes, the answers on stdout.
import { safeLine } from '../../src/model/safe.ts'
import { readWhen } from '../../src/model/when.ts'
import { loadAsk } from '../../src/prompts/ask-load.ts'
import { askQuick } from '../../src/prompts/quick.ts'

const NOW = '2026-11-18T12:00:00-06:00'

const hostile = {
  name: 'evil\u001b[2J',
  felt: 'grateful' as const,
  day: '2026-11-17',
  open: [
    { id: '7k3q0000000a', kind: 'promise' as const, what: 'a \u009b31m text', due: '2026-11-20' },
  ],
}

const ask = await loadAsk({
  accessible: true,
  safe: (text) => safeLine(text),
  paint: (text) => `\u001b[1m${text}\u001b[0m`,
})
try {
  const answers = await askQuick(
    ask,
    {
      known: [hostile],
      lastChannels: [],
      commonest: [],
      today: '2026-11-18',
      readDay: (text) => readWhen(text, NOW, 'future')?.day,
    },
    {},
    async () => {},
  )
  process.stdout.write(JSON.stringify(answers))
} catch (error) {
  process.exitCode = (error as { exitCode?: number }).exitCode ?? 1
}
