import { createHmac } from 'node:crypto'
import { ANON } from '../model/follow-up.ts'

/** What stands for a customer in a pack: `C1` to `Cn`, in this pack only, or a keyed code that stays the same. */
export type Codes = 'numbered' | 'keyed'

function keyed(purpose: string, text: string, secret: string): string {
  // Without a secret of its own a code could be found by trying every name.
  if (secret.length < 32) throw new Error('the secret of a handover takes 32 characters')
  return createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('hex')
}

/** Returns what stands for one contact in every pack of this rep: 32 hex digits that say nothing of its id. */
export function contactHash(id: string, secret: string): string {
  return keyed('contact', id, secret).slice(0, 32)
}

/** Returns what stands for this rep's packs: two reps who chose one name have two of these. */
export function authorSeal(secret: string): string {
  return keyed('author', '', secret).slice(0, 32)
}

/** Returns the code of every customer, C1 to Cn in order of appearance or keyed with the rep's secret; nobody known stays `anon`. */
export function customerCodes(
  customers: readonly string[],
  codes: Codes,
  secret: string,
): ReadonlyMap<string, string> {
  const known = [...new Set(customers)].filter((customer) => customer !== ANON)
  const codeOf = (customer: string, place: number) =>
    codes === 'numbered'
      ? `C${place + 1}`
      : `K${keyed('customer', customer.normalize('NFC'), secret).slice(0, 16)}`
  return new Map([
    [ANON, ANON],
    ...known.map((customer, place) => [customer, codeOf(customer, place)] as const),
  ])
}
