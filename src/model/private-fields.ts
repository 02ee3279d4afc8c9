const OF_AN_ENTRY = /^private(\.|$)/
const OF_A_REVIEW = /^(days\.\d+\.emotion|weeks\.\d+\.(best|hard|climate))$/

/** Returns whether what stands in a field, by its dotted name in an entry or in the reviews, is for nobody else. */
export function isPrivateField(name: string): boolean {
  return OF_AN_ENTRY.test(name) || OF_A_REVIEW.test(name)
}
