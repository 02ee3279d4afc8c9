import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest begins first, so that at the end no worker waits for another. */
const LONGEST = [
  'store/sealed/turning',
  'disks/power-cut',
  'commands/index-bytes',
  'commands/terminal-text',
  'commands/encrypt',
  'store/index',
  'exchange/long',
  'store/doctor/repair-property',
  'store/faults',
  'conventions/examples',
  'store/killed',
].map((name) => `/test/${name}.test.ts`)

/** The order of the test files: the longest, then as vitest would have them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
