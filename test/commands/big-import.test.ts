import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, environment, PROGRAM } from '../afterword.ts'

const LONG = Boolean(process.env.AFTERWORD_TEST_LONG)
const ROWS = 100_000
const MOST_KB = 300 * 1024
const MAP = 'who=Requester,at=Created,summary=Subject,ref=No'

// Printed by the process itself when it ends, for there is no `time` everywhere.
const MEASURE =
  'data:text/javascript,process.on("exit",()=>console.error("maxRSS",process.resourceUsage().maxRSS))'

function run(home: string, ...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', MEASURE, PROGRAM, ...args], {
    encoding: 'utf8',
    env: environment(home),
  })
  return { status, stderr, peak: Number(/maxRSS (\d+)/.exec(stderr)?.[1]) }
}

/** Writes tickets of ten years, with what makes a CSV hard to read. */
async function writeTickets(path: string): Promise<void> {
  const out = createWriteStream(path)
  out.write('\uFEFFRequester;Created;Subject;No\r\n')
  for (let at = 0; at < ROWS; at++) {
    const two = (number: number) => String(number).padStart(2, '0')
    const day = `${2016 + (at % 10)}-${two(1 + ((at >> 3) % 12))}-${two(1 + (at % 28))}`
    const row = `c${at % 900};${day} 10:${two(at % 60)};"Ticket ${at}: ""it"" dropped;\r\nagain";${at}\r\n`
    if (!out.write(row)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

describe.runIf(LONG)('100,000 rows', () => {
  it('come in in one go, a second time none, in bounded memory, and go out and are taken back whole', async () => {
    const [home, folder] = [aFolder(), aFolder()]
    const path = join(folder, 'tickets.csv')
    await writeTickets(path)
    const args = ['import', path, '--map', MAP, '-c', 'ticket', '-e', 'resolved']
    const first = run(home, ...args)
    expect(first.stderr).toContain(`Imported ${ROWS} entries.`)
    expect(first.status).toBe(0)
    const second = run(home, ...args)
    expect(second.stderr).toContain(`Imported 0 entries. ${ROWS} known already.`)
    const lines = readFileSync(join(home, 'state/history.jsonl'), 'utf8').split('\n')
    expect(lines.filter((line) => line.includes('"word":"import"'))).toHaveLength(120)
    const out = run(home, 'export', '--out', join(folder, 'out.csv'))
    expect(out.stderr).toContain(`Exported ${ROWS} entries`)
    for (const { peak } of [first, second, out]) expect(peak).toBeLessThan(MOST_KB)
    const undone = run(home, 'undo')
    expect(undone.stderr).toContain('Took back: import')
    expect(undone.stderr).toContain(`and ${ROWS - 1} other entries`)
    expect(undone.peak).toBeLessThan(MOST_KB)
    expect(run(home, ...args, '--dry-run').stderr).toContain(`${ROWS} entries would come in.`)
  }, 600_000)
})
