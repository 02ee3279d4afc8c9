/** What can be meant on the command line. */
export interface Named {
  readonly id: string
  readonly customer: string
}

/** What to type to mean an entry, by its id. */
export type Handles = ReadonlyMap<string, string>

const IS_PLAIN = /^[ -~]*$/
const PLAIN_WORD = /^[a-z0-9]{3,}/
/** Made only for names that need it: to take it in takes a millisecond. */
const wordOfLetters = () => /^[\p{Ll}\p{Lo}\p{N}]{3,}/u
const COULD_BE_ID = /^[0-9a-hjkmnp-tv-z]+$/

function wordOf({ customer }: Named): string | undefined {
  const pattern = IS_PLAIN.test(customer) ? PLAIN_WORD : wordOfLetters()
  const word = pattern.exec(customer)?.[0]
  return word === undefined || word === 'last' || word === 'anon' ? undefined : word
}

function fits(word: string, { id, customer }: Named, others: readonly Named[]): boolean {
  const one = others.every((other) => other.id === id || !other.customer.startsWith(word))
  const alsoId = COULD_BE_ID.test(word) && others.some((other) => other.id.startsWith(word))
  return customer.startsWith(word) && one && !alsoId
}

/** Returns for each entry with something open the first word of its customer's name where that is enough, else its short id. */
export function handlesOf(open: readonly Named[], shortIds: ReadonlyMap<string, string>): Handles {
  return new Map(
    open.map((entry) => {
      const word = wordOf(entry)
      const short = shortIds.get(entry.id) ?? entry.id.slice(0, 4)
      return [entry.id, word && fits(word, entry, open) ? word : short]
    }),
  )
}
