import { describe, expect, it } from 'vitest'
import { openClock } from '../src/clock.ts'
import type { Settings } from '../src/model/settings.ts'

const settings = (value: Settings = {}) => ({ read: async () => value, change: async () => value })

describe('the clock', () => {
  it('learns the zone of the machine anew each time it is asked', async () => {
    let looked = 0
    const clock = openClock({}, settings(), () => void looked++)
    await clock.now()
    await clock.today()
    await clock.zone()
    expect(looked).toBe(3)
  })

  it('needs no zone of the machine where AFTERWORD_NOW is set', async () => {
    const env = { AFTERWORD_NOW: '2026-11-18T12:00:00-06:00' }
    const clock = openClock(env, settings(), () => {
      throw new Error('asked the machine')
    })
    expect(await clock.now()).toBe('2026-11-18T12:00:00-06:00')
    expect(await clock.zone()).toBe('-06:00')
  })

  it('puts the zone of the settings before both', async () => {
    const env = { AFTERWORD_NOW: '2026-11-18T12:00:00-06:00' }
    const clock = openClock(env, settings({ timeZone: 'Asia/Tokyo' }))
    expect(await clock.now()).toBe('2026-11-19T03:00:00+09:00')
    expect(await clock.zone()).toBe('Asia/Tokyo')
  })
})
