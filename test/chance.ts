import { chanceOf } from '../src/demo/chance.ts'

/** Returns a source of fractions from 0 up to 1 and prints its seed; AFTERWORD_TEST_SEED gives the same ones again. */
export function seeded(what: string): () => number {
  const seed = process.env.AFTERWORD_TEST_SEED ?? Date.now().toString(36)
  console.info(`${what}: AFTERWORD_TEST_SEED=${seed}`)
  return chanceOf(seed)
}
