import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/sequencer.ts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Against a test that hangs; how fast anything is, bench/ judges.
    testTimeout: 120_000,
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/build.ts'],
    sequence: { sequencer: LongestFirst },
  },
})
