import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Home } from '../../src/store/home.ts'
import { resolveHome } from '../../src/store/home.ts'
import { realFiles } from '../../src/store/real-files.ts'
import { writeStatusLine } from '../../src/store/status-line.ts'
import { tempBeside } from '../../src/store/sweep.ts'
import { wrapped } from './faulty-files.ts'
import { aFolder } from './store-folder.ts'

function aState(): Home {
  const home = resolveHome({ AFTERWORD_HOME: aFolder() }, 'linux')
  mkdirSync(home.state)
  return home
}

const shown = ({ statusLine }: Home) => readFileSync(statusLine, 'utf8')

it('sweeps what somebody who was killed had begun, and nothing else', async () => {
  const home = aState()
  for (const path of [home.statusLine, home.history]) writeFileSync(tempBeside(path), 'half')
  await writeStatusLine(realFiles, home, '2 due')
  expect(shown(home)).toBe('2 due\n')
  expect(readdirSync(home.state).sort()).toEqual([
    expect.stringMatching(/^\.history\.jsonl\..*\.tmp$/),
    'status',
  ])
})

it('begins again where somebody else sweeps what it has begun', async () => {
  const home = aState()
  let [others, ours] = [2, 0]
  const files = wrapped(async ({ call }, proceed) => {
    if (call === 'rename') ours++
    if (call === 'rename' && others-- > 0) await writeStatusLine(realFiles, home, '3 due')
    return proceed()
  })
  await writeStatusLine(files, home, '2 due')
  expect(ours).toBe(3)
  expect(shown(home)).toBe('2 due\n')
  expect(readdirSync(home.state)).toEqual(['status'])
})

it('leaves nothing behind where a signal ends the program in the middle', async () => {
  const home = aState()
  const stay = () => {}
  process.on('SIGTERM', stay)
  onTestFinished(() => void process.off('SIGTERM', stay))
  let left: string[] | undefined
  const files = wrapped(({ call }, proceed) => {
    if (call === 'rename' && left === undefined) {
      process.emit('SIGTERM', 'SIGTERM')
      left = readdirSync(home.state)
    }
    return proceed()
  })
  await writeStatusLine(files, home, '2 due')
  expect(left).toEqual([])
  expect(process.listeners('SIGTERM')).toContain(stay)
})

it('is quiet where it cannot be written', async () => {
  const home = aState()
  mkdirSync(home.statusLine)
  await writeStatusLine(realFiles, home, '2 due')
  expect(readdirSync(home.state)).toEqual(['status'])
  expect(readdirSync(join(home.state, 'status'))).toEqual([])
})
