import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { resolveHome } from '../../src/store/home.ts'
import { openStore } from '../../src/store/open-store.ts'
import { aFolder, afterword, CONTACT } from '../afterword.ts'
import { describeWith } from '../programs.ts'
import { aScreen, PATIENCE_MS } from './screen.ts'

function entries(home: string) {
  return JSON.parse(afterword(home, ['list', '--json']).stdout)
}

/** Waits until the program that was asking has ended; a window that is gone cannot say so. Returns what it kept. */
function whatIsLeft(home: string) {
  const { drafts } = openStore(resolveHome({ AFTERWORD_HOME: home }, process.platform))
  return vi.waitUntil(async () => (await drafts.abandoned())[0], { timeout: PATIENCE_MS })
}

describeWith('tmux')('in a real terminal', () => {
  it('welcomes on the first run, asks six questions, and goes back with Esc', async () => {
    const home = aFolder()
    const screen = aScreen(home, '')
    expect(await screen.until('What should reports call you?')).toContain('Nothing is ever sent')
    screen.keys('Enter')
    await screen.until('I do this work because')
    screen.keys('Enter')
    await screen.until('Who?')
    screen.keys('lantern-street', 'Enter')
    await screen.until('Channel?')
    screen.keys('on', 'Enter')
    await screen.until('What happened?')
    screen.keys('Wet splitter', 'Escape')
    await screen.without('What happened?')
    screen.keys('Enter')
    await screen.until(/What happened\? +Wet splitter/)
    screen.keys(' replaced', 'Enter')
    await screen.until('Felt, before, after?')
    screen.keys('fru gra', 'Enter')
    await screen.until('frustrated -> grateful')
    screen.keys('res', 'Enter')
    await screen.until('Follow-up?')
    screen.keys('fri! text after the frost', 'Enter')
    expect(await screen.until('Saved')).toContain('= Fri 20 Nov 2026, promised')
    expect(entries(home)).toMatchObject([
      {
        customer: 'lantern-street',
        channel: 'on-site',
        summary: 'Wet splitter replaced',
        felt: { before: 'frustrated', after: 'grateful' },
        followUp: { due: '2026-11-20', promised: true, action: 'text after the frost' },
      },
    ])
    const month = JSON.parse(readFileSync(join(home, 'journal/2026-11.json'), 'utf8'))
    expect(month.entries[0].private.secondsToLog).toBeGreaterThanOrEqual(0)
  })

  it('habit 27: keeps a draft at Ctrl-C and goes on with it next time', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const first = aScreen(home, '')
    await first.until('Who?')
    first.keys('blue-gate', 'Enter')
    await first.until('Channel?')
    first.keys('phone', 'Enter')
    await first.until('What happened?')
    first.keys('New fuse', 'Enter')
    await first.until('Felt, before, after?')
    first.keys('anx')
    await first.until(/after\? +anx/)
    first.keys('C-c')
    await first.until('ended with 130')
    const second = aScreen(home, '')
    await second.until('You were writing about blue-gate')
    second.keys('Enter')
    expect(await second.until(/Felt, before, after\? +anx/)).toMatch(/What happened\? +New fuse/)
    second.keys(' rel', 'Enter')
    await second.until('How did it end?')
    second.keys('res', 'Enter')
    await second.until('Follow-up?')
    second.keys('Enter')
    await second.until('Saved')
    expect(entries(home)).toHaveLength(2)
    expect(entries(home)).toContainEqual(
      expect.objectContaining({ customer: 'blue-gate', summary: 'New fuse', channel: 'phone' }),
    )
    expect(readdirSync(join(home, 'state/drafts'))).toEqual([])
  })

  it('habit 27: keeps the draft at Ctrl-C in the middle of the write, and saves it once next time', async () => {
    const home = aFolder()
    afterword(home, CONTACT)
    const hold = join(import.meta.dirname, '../store/hold-rename.cjs')
    const args = 'log "New fuse" --channel phone --felt anx:rel --end resolved'
    const first = aScreen(home, args, { NODE_OPTIONS: `--require ${hold}` })
    await first.until('Who?')
    first.keys('blue-gate', 'Enter')
    await first.until('Follow-up?')
    first.keys('Enter')
    await first.until('held')
    first.keys('C-c')
    await first.until('ended with 130')
    const left = readdirSync(join(home, 'state')).concat(readdirSync(join(home, 'journal')))
    expect(left.filter((name) => /^lock|tmp$/.test(name))).toEqual([])
    expect(entries(home)).toHaveLength(1)
    const second = aScreen(home, '')
    await second.until('You were writing about blue-gate')
    second.keys('Enter')
    await second.until('Saved')
    expect(entries(home)).toHaveLength(2)
    expect(entries(home)).toContainEqual(expect.objectContaining({ summary: 'New fuse' }))
  })

  it.each([
    ['Ctrl-D', 'C-d'],
    ['a closed window', undefined],
  ])('habit 27: keeps a draft at %s', async (_, key) => {
    const home = aFolder()
    afterword(home, CONTACT)
    const first = aScreen(home, '')
    await first.until('Who?')
    first.keys('blue-gate', 'Enter')
    await first.until('Channel?')
    first.keys('pho')
    await first.until(/Channel\? +pho/)
    if (key === undefined) {
      first.close()
      expect((await whatIsLeft(home)).answers).toMatchObject({ who: 'blue-gate', half: 'pho' })
    } else {
      first.keys(key)
      await first.until('ended with 130')
    }
    const second = aScreen(home, '')
    await second.until('You were writing about blue-gate')
    second.keys('Enter')
    expect(await second.until(/Channel\? +pho/)).toMatch(/Who\? +blue-gate/)
  })

  it('closes an open promise with one key and the feeling this contact left', async () => {
    const home = aFolder()
    afterword(home, [...CONTACT, '--next', 'fri! text after the frost'])
    const screen = aScreen(home, 'log "All quiet" --channel phone --felt anx:happy --end resolved')
    await screen.until('Who?')
    screen.keys('lan')
    expect(await screen.until('you promised text after the frost')).toContain('left grateful')
    screen.keys('Enter')
    await screen.until('Follow-up?')
    screen.keys('Enter')
    await screen.until('c closes "text after the frost"')
    screen.keys('c')
    await screen.until('Closed')
    const closed = JSON.parse(
      afterword(home, ['list', '--text', 'after the frost', '--json']).stdout,
    )
    expect(closed).toMatchObject([{ followUp: { status: 'done', felt: 'happy' } }])
  })
})
