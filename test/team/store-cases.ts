import { expect, it } from 'vitest'
import type { TeamStore } from '../../src/team/store.ts'
import { entriesOf, packOf, packsOf, period, WEEK } from './samples.ts'

/** Declares what every team store does with packs, whoever keeps them. */
export function teamStoreCases(open: () => Promise<TeamStore>): void {
  it('takes a pack in once', async () => {
    const store = await open()
    const packs = packsOf(2)
    expect((await store.add(packs)).map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    expect((await store.add(packs)).map(({ outcome }) => outcome)).toEqual(['known', 'known'])
    expect(await store.list()).toEqual(
      packs.map(({ exportId, rep, made }) => ({ exportId, rep, period: WEEK, made, entries: 6 })),
    )
  })

  it('keeps the newest of a rep’s packs for a period, whatever the order', async () => {
    const store = await open()
    const [old, young] = ['2026-11-16T08:00:00Z', '2026-11-16T08:00:00-06:00'].map((made) =>
      packOf(1, entriesOf(1, 6), { made }),
    )
    if (!old || !young) return
    expect((await store.add([old, young])).map(({ outcome }) => outcome)).toEqual([
      'added',
      'replaced',
    ])
    expect((await store.add([old])).map(({ outcome }) => outcome)).toEqual(['older'])
    expect((await store.list()).map(({ exportId }) => exportId)).toEqual([young.exportId])
  })

  it('keeps a week and a month of one rep', async () => {
    const store = await open()
    await store.add([
      packOf(1, entriesOf(1, 6)),
      packOf(1, entriesOf(1, 6), { period: period('2026-11') }),
    ])
    expect((await store.list()).map((line) => line.period)).toEqual([WEEK, '2026-11'])
  })

  it('refuses a second rep of the same name', async () => {
    const store = await open()
    await store.add(packsOf(1))
    const twin = packOf(2, entriesOf(2, 6), { rep: 'rep-1' })
    await expect(store.add([twin])).rejects.toThrow(/Two reps need two names/)
    expect(await store.list()).toHaveLength(1)
  })

  it('refuses other words under a known export id', async () => {
    const store = await open()
    const [pack] = await store.add(packsOf(1))
    const forged = packOf(1, entriesOf(1, 7), { exportId: pack?.pack.exportId ?? '' })
    await expect(store.add([forged])).rejects.toThrow(/says something else/)
  })

  it('refuses a pack of another team', async () => {
    const store = await open()
    await store.add([packOf(1, entriesOf(1, 6), { team: 'north' })])
    const south = packOf(2, entriesOf(2, 6), { team: 'south' })
    await expect(store.add([south])).rejects.toThrow(/for the team south.*of north/)
  })

  it('gives a pack back as it came, by the beginning of its id', async () => {
    const store = await open()
    const [one, two] = packsOf(2)
    if (!one || !two) return
    await store.add([one, two])
    expect(await store.read(one.exportId)).toEqual(one)
    expect(await store.read('nothing')).toBeUndefined()
    await expect(store.read('0000')).rejects.toThrow(/fits 2 packs/)
  })

  it('takes a pack out for good, and in again', async () => {
    const store = await open()
    const [pack] = packsOf(1)
    if (!pack) return
    await store.add([pack])
    expect(await store.withdraw(pack.exportId)).toMatchObject({ rep: 'rep-1', entries: 6 })
    expect(await store.withdraw(pack.exportId)).toBeUndefined()
    expect(await store.list()).toEqual([])
    expect((await store.add([pack]))[0]?.outcome).toBe('added')
  })

  it('knows the newest week somebody handed over', async () => {
    const store = await open()
    expect(await store.newestWeek()).toBeUndefined()
    await store.add([
      packOf(1, entriesOf(1, 6), { period: period('2026-11') }),
      ...packsOf(1, 3, { week: '2026-W45' }),
    ])
    expect(await store.newestWeek()).toBe(WEEK)
  })

  it('takes any words for words', async () => {
    const store = await open()
    const evil = `'); DROP TABLE afterword_packs; -- \${x} \\ " $1 %s`
    const of = () => ({
      summary: evil,
      obstacles: { supportWanted: evil, blockers: ['time' as const] },
      care: { helpedBy: [evil] },
    })
    const pack = packOf(1, entriesOf(1, 6, { of }), { rep: evil.slice(0, 40) })
    await store.add([pack])
    expect(await store.read(pack.exportId)).toEqual(pack)
    const { texts } = await store.look((view) => view.tally([{ week: WEEK }], [evil]))
    expect(texts.thanks).toMatchObject({ total: 1, shown: [{ text: evil }] })
    expect(texts.support.total).toBe(6)
  })
}
