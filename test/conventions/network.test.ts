import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { environment, PROGRAM } from '../afterword.ts'
import { describeWhere } from '../programs.ts'
import { aHomeWithWork } from './a-home.ts'

/** Loaded before the program: every way to another machine throws. */
const CUT_OFF = `data:text/javascript,${encodeURIComponent(`
  import dns from 'node:dns'; import net from 'node:net'; import dgram from 'node:dgram'
  import { syncBuiltinESMExports } from 'node:module'
  const no = () => { console.error('NETWORK'); process.exit(99) }
  net.Socket.prototype.connect = no; net.Server.prototype.listen = no; net.connect = no
  dgram.Socket.prototype.send = no; dns.lookup = no; dns.promises.lookup = no
  globalThis.fetch = no; globalThis.WebSocket = no
  syncBuiltinESMExports()
`)}`

const LINES = [
  '--version',
  'help all',
  'log New -w ida -c phone -f neu:sat -e resolved',
  'list',
  'today',
  'week --format html',
  'month',
  'customer the-long-house-behind-the-mill',
  'report feelings',
  'status',
  'doctor',
  'export --format csv',
  'schedule',
  'config rep ash',
  'handover this --yes --out packs',
  'team add packs',
  'team report',
  'demo',
  'undo',
  'forget ida --yes',
]

function run(home: string, [program, ...before]: readonly string[], line: string) {
  return spawnSync(program ?? '', [...before, PROGRAM, ...line.split(' ')], {
    cwd: home,
    env: environment(home),
    encoding: 'utf8',
  })
}

describe('habit 47: no network', () => {
  it('the stub cuts off (positive control)', () => {
    const asks = ['--import', CUT_OFF, '-e', 'fetch("http://127.0.0.1:9")']
    expect(spawnSync(process.execPath, asks).status).toBe(99)
  })

  it('with every way out closed each word works', async () => {
    const home = await aHomeWithWork()
    for (const line of LINES) {
      const { status, stderr } = run(home, [process.execPath, '--import', CUT_OFF], line)
      expect({ line, status, stderr }).toEqual({
        line,
        status: 0,
        stderr: expect.not.stringContaining('NETWORK'),
      })
    }
  })

  const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0
  describeWhere(canUnshare, 'unshare -rn, which is not allowed here')('without interfaces', () => {
    it('words still work', async () => {
      const home = await aHomeWithWork()
      for (const line of [
        'week',
        'config rep ash',
        'handover this --yes --out packs',
        'team add packs',
        'demo',
      ]) {
        const { status, stderr } = run(home, ['unshare', '-rn', process.execPath], line)
        expect({ line, status, stderr }).toMatchObject({ line, status: 0 })
      }
    })
  })
})
