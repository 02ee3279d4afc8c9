import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Home, resolveHome } from '../../src/store/home.ts'
import { openStore } from '../../src/store/open-store.ts'
import { systemError, wrapped } from './faulty-files.ts'
import { aFolder, aHome } from './store-folder.ts'

function settingsIn(content: string | Buffer, home = aHome()) {
  writeFileSync(home.config, content)
  return openStore(home).settings
}

describe('config.json', () => {
  it('is empty settings where no file is, and reading makes none', async () => {
    const home = resolveHome({ AFTERWORD_HOME: join(aFolder(), 'not', 'yet') }, 'linux')
    expect(await openStore(home).settings.read()).toEqual({})
    expect(() => lstatSync(home.data)).toThrow('ENOENT')
  })

  it('is written whole, 0600, and read back by another store', async () => {
    const home = resolveHome({ AFTERWORD_HOME: join(aFolder(), 'new', 'home') }, 'linux')
    const { settings } = openStore(home)
    const changed = await settings.change((current) => ({ ...current, rep: 'sam' }))
    expect(changed).toEqual({ rep: 'sam' })
    await settings.change((current) => ({ ...current, workDays: ['mon', 'tue'] }))
    expect(await openStore(home).settings.read()).toEqual({ rep: 'sam', workDays: ['mon', 'tue'] })
    expect(lstatSync(home.config).mode & 0o777).toBe(0o600)
    expect(lstatSync(dirname(home.config)).mode & 0o777).toBe(0o700)
    expect(readFileSync(home.config, 'utf8')).toMatch(/^\{\n {2}"rep": "sam",\n/)
  })

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'config.json: is empty'],
    ['null', 'null', 'config.json: '],
    ['no JSON', '{"rep": "me",\n}', 'config.json'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'config.json: is not UTF-8 text'],
    ['a wrong value', '{"workDays": ["someday"]}', 'workDays.0 is "someday", not one of: mon'],
    ['an unknown key', '{"colour": "red"}', 'colour is not a field afterword knows'],
    ['a zone that is none', '{"timeZone": "Mars/Olympus"}', 'timeZone is "Mars/Olympus"'],
    ['both sides of a merge', '{\n<<<<<<< a\n}', 'line 2: holds both sides of an unfinished merge'],
  ])('with %s is refused by file and field, and left as it is', async (_what, content, says) => {
    const home = aHome()
    const settings = settingsIn(content, home)
    for (const touch of [settings.read(), settings.change(() => ({}))]) {
      await expect(touch).rejects.toThrow(says)
      await expect(touch).rejects.toThrow(home.config)
    }
    expect(readFileSync(home.config)).toEqual(Buffer.from(content))
  })

  it('may be a link to a file kept elsewhere, which stays a link', async () => {
    const home = aHome()
    const elsewhere = join(aFolder(), 'dotfile.json')
    writeFileSync(elsewhere, '\uFEFF{"rep":"sam"}\r\n')
    symlinkSync(elsewhere, home.config)
    await openStore(home).settings.change((current) => ({ ...current, nudges: 'off' }))
    expect(lstatSync(home.config).isSymbolicLink()).toBe(true)
    expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toEqual({ rep: 'sam', nudges: 'off' })
  })

  it('never takes a value that could not be read again', async () => {
    const home = aHome()
    const { settings } = openStore(home)
    const change = settings.change(() => ({ rep: 'x'.repeat(41) }))
    await expect(change).rejects.toThrow('rep has 41 characters; the limit is 40. Nothing changed.')
    expect(() => lstatSync(home.config)).toThrow('ENOENT')
  })

  it('keeps what another program wrote meanwhile', async () => {
    const home = aHome()
    let edits = 0
    const files = wrapped(async ({ call, file }, proceed) => {
      const done = await proceed()
      if (call === 'create' && file === 'temp of config.json' && edits++ === 0)
        writeFileSync(home.config, '{"nudges":"off"}')
      return done
    })
    await openStore(home, files).settings.change((current) => ({ ...current, rep: 'sam' }))
    expect(await openStore(home).settings.read()).toEqual({ rep: 'sam', nudges: 'off' })
  })

  it('does every one of 8 changes at once', async () => {
    const home = aHome()
    const add = (value: string) =>
      openStore(home).settings.change((now) => ({ ...now, values: [...(now.values ?? []), value] }))
    await Promise.all(Array.from({ length: 8 }, (_, index) => add(`value ${index}`)))
    expect((await openStore(home).settings.read()).values).toHaveLength(8)
  })

  it('on a full disk stays as it is', async () => {
    const home = aHome()
    writeFileSync(home.config, '{"rep":"sam"}')
    const files = wrapped(({ call, file }, proceed) => {
      if (call === 'create' && file.startsWith('temp')) throw systemError('ENOSPC')
      return proceed()
    })
    const change = openStore(home, files).settings.change(() => ({}))
    await expect(change).rejects.toThrow(`Disk full, nothing changed: ${home.config}`)
    expect(await openStore(home).settings.read()).toEqual({ rep: 'sam' })
  })
})

describe('reviews.json', () => {
  const put = (home: Home, content: string) => writeFileSync(home.reviews, content)

  it('is empty where no file is, and keeps what is closed', async () => {
    const { reviews } = openStore(aHome())
    expect(await reviews.read()).toEqual({ version: 1, days: [], weeks: [] })
    const week = { week: '2026-W46', best: 'a calm one', climate: 1 }
    await reviews.change((now) => ({ ...now, weeks: [...now.weeks, week] }))
    expect((await reviews.read()).weeks).toEqual([week])
  })

  it.each([
    [
      'of a newer version',
      '{"version":2,"days":[],"weeks":[]}',
      'format is version 2, this one knows 1',
    ],
    ['without a version', '{"days":[],"weeks":[]}', 'reviews.json: version is missing'],
    ['of version "1"', '{"version":"1","days":[],"weeks":[]}', 'reviews.json: version '],
    [
      'with a wrong week',
      '{"version":1,"days":[],"weeks":[{"week":"46"}]}',
      'weeks.0.week is not a week',
    ],
  ])('%s is refused and left as it is', async (_what, content, says) => {
    const home = aHome()
    put(home, content)
    const { reviews } = openStore(home)
    await expect(reviews.read()).rejects.toThrow(says)
    await expect(reviews.change((now) => now)).rejects.toThrow(says)
    expect(readFileSync(home.reviews, 'utf8')).toBe(content)
  })

  it('may not be a link out of its folder', async () => {
    const home = aHome()
    const elsewhere = join(aFolder(), 'reviews.json')
    writeFileSync(elsewhere, '{"version":1,"days":[],"weeks":[]}')
    symlinkSync(elsewhere, home.reviews)
    await expect(openStore(home).reviews.read()).rejects.toThrow(/reviews.json is a link out/)
  })

  it('may not be a folder', async () => {
    const home = aHome()
    mkdirSync(home.reviews)
    await expect(openStore(home).reviews.read()).rejects.toThrow(/reviews.json is a folder/)
  })
})
