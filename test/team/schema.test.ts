import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder, afterword } from '../afterword.ts'
import { changedAt, groupsIn, judgeBy, schemaFor } from '../json-schema.ts'
import { RUNS, SEED } from '../reports/random-journal.ts'
import { coachWith, packsOf, variedPacks, WEEK } from './samples.ts'
import { START, steps, take } from './steps.ts'

const OPTIONAL = ['withheld']

describe('schema --report team', async () => {
  const judge = judgeBy(await schemaFor('--report', 'team'))

  it.each([2, 5])(
    'fits what is printed of a made-up team of %i',
    (reps) => {
      const [coach, folder] = [aFolder(), `${aFolder()}/team`]
      afterword(coach, ['demo', '--reps', `${reps}`, '--keep', folder])
      afterword(coach, ['team', 'add', folder])
      for (const period of ['2026-W46', '2026-11', '2026-W40']) {
        const { stdout } = afterword(coach, ['team', 'report', period, '--json'])
        expect(judge(JSON.parse(stdout))).toEqual([])
      }
    },
    60_000,
  )

  it.each([0, 1, 3, 4, 6, 25])('fits the report of a team of %i', async (reps) => {
    const coach = await coachWith(variedPacks(reps, 9))
    for (const period of [WEEK, '2026-11']) expect(judge(await coach.report(period))).toEqual([])
  })

  it(`fits whatever comes, goes and comes back (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 8 }), async (more, first) => {
        const coach = await coachWith([])
        for (const step of [...START.slice(0, first), ...more]) {
          const figures = await take(coach, step)
          if (figures) expect(judge(figures)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('refuses a key more, wherever it stands, and a key less', async () => {
    const { more: _, ...told } = await (await coachWith(variedPacks(25, 9))).report()
    const figures = { ...told, more: {} }
    for (const path of groupsIn(figures).filter((each) => each[0] !== 'more')) {
      const one = changedAt(figures, path, (group) => Object.assign(group, { x: 'extra' }))
      expect([path, judge(one)]).not.toEqual([path, []])
    }
    const withheld = await (await coachWith(packsOf(2))).report()
    for (const key of Object.keys(withheld).filter((each) => !OPTIONAL.includes(each))) {
      const less = changedAt(figures, [], (group) => Reflect.deleteProperty(group, key))
      expect([key, judge(less)]).toEqual([key, [expect.stringContaining(key)]])
    }
  })
})
