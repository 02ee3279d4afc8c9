import { Refusal } from './errors.ts'
import type { Ask } from './prompts/ask.ts'
import type { PassphraseSource } from './store/sealed/passphrase.ts'

/** The passphrase in use, or one that is to take its place. */
export type Which = 'current' | 'new'

/** Returns the passphrase that a script gives or a person types, a new one twice; throws a Refusal where there is neither. */
export async function passphraseFrom(
  source: PassphraseSource,
  loadAsk: () => Promise<Ask | undefined>,
  which: Which,
): Promise<string> {
  const { givenPassphrase, emptyPassphrase } = await import('./store/sealed/passphrase.ts')
  const given = await givenPassphrase(source)
  if (given !== undefined) return given
  const ask = await loadAsk()
  if (!ask) throw nobodyToAsk(which)
  const typed = await ask.secret(which === 'new' ? 'New passphrase:' : 'Passphrase:')
  if (typed === '') throw emptyPassphrase('nothing was typed')
  if (which === 'new' && (await ask.secret('The same again:')) !== typed)
    throw new Refusal('The two are not the same. Nothing changed; try again.')
  return typed
}

function nobodyToAsk(which: Which): Refusal {
  const what =
    which === 'new'
      ? 'A passphrase is needed to encrypt the journal'
      : 'The journal is encrypted, and its passphrase is needed'
  return new Refusal(
    `${what}. Without a terminal give --passphrase-file FILE or --passphrase-fd N.`,
  )
}
