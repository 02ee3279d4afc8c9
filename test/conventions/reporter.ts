import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { CHECKLIST } from './checklist.ts'

/** Prints the checklist, a line a habit: what became of its tests. `npm run habits` */
export default class HabitsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    // The order of a record's keys would put 10 before 01.
    const lines = Object.entries(CHECKLIST)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([number, says]) => lineOf(number, says, tests))
    for (const module of modules)
      for (const { message } of module.errors())
        lines.push(`${module.relativeModuleId}: ${message}`)
    for (const { message } of errors) lines.push(message)
    process.stdout.write(`${lines.join('\n')}\n`)
    if (lines.some((line) => /^\d\d (?:no test|FAIL)/.test(line))) process.exitCode = 1
  }
}

function lineOf(number: string, says: string, tests: readonly TestCase[]): string {
  const own = tests.filter((test) => habitsOf(test).includes(number))
  const results = own.map((test) => test.result())
  const failed = results.flatMap(({ errors = [] }) => errors.map(({ message }) => message))
  const passed = results.filter(({ state }) => state === 'passed').length
  if (failed.length > 0) return `${number} FAIL     ${says}: ${failed[0]?.split('\n')[0]}`
  if (own.length === 0) return `${number} no test  ${says}`
  if (passed === 0) return `${number} skipped  ${says}`
  return `${number} pass     ${says} (${passed} of ${own.length})`
}

/** Returns the numbers in a test's name, its groups' names included. */
function habitsOf({ fullName }: TestCase): readonly string[] {
  return [...fullName.matchAll(/habit (\d\d):/g)].map(([, number = '']) => number)
}
