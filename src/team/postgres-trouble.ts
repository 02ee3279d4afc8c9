import { Refusal } from '../errors.ts'
import type { Address } from './address.ts'

const BROKE_OFF =
  'the connection broke off. Whether the last step was kept is not known, so do it again: nothing is ever there twice'

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing answers there. Check the address, and that the server runs'],
  ['ENOTFOUND', 'there is no machine of that name. Check the address'],
  ['EAI_AGAIN', 'its name could not be looked up. Check the network'],
  ['EHOSTUNREACH', 'it cannot be reached. Check the network'],
  ['ENETUNREACH', 'it cannot be reached. Check the network'],
  ['ETIMEDOUT', 'it does not answer. Check the network'],
  ['CONNECT_TIMEOUT', 'it does not answer. Check the network, and try again later'],
  ['ECONNRESET', BROKE_OFF],
  ['EPIPE', BROKE_OFF],
  ['CONNECTION_CLOSED', BROKE_OFF],
  ['CONNECTION_DESTROYED', BROKE_OFF],
  ['CONNECTION_ENDED', BROKE_OFF],
  ['57P01', BROKE_OFF],
  ['57P02', BROKE_OFF],
  ['57P03', 'it is starting or stopping. Try again in a moment'],
  ['53300', 'it has no connection to spare. Try again in a moment'],
  ['28P01', 'it refuses the user name or password. Ask whoever looks after it'],
  ['28000', 'it refuses the user name or password. Ask whoever looks after it'],
  ['3D000', 'it has no database of that name. Check the address'],
  ['42P01', 'the tables are not there. Whoever looks after it runs: afterword team init --store'],
  [
    '42501',
    'your user may not do that. A rep may hand over and withdraw their own packs, a coach may read: afterword team init says how to grant either',
  ],
  ['40001', 'too many are writing at once. Try again in a moment'],
  ['40P01', 'too many are writing at once. Try again in a moment'],
  ['57014', 'it gave up on the question. Try again later'],
  ['53100', 'its disk is full. Tell whoever looks after it'],
  ['25006', 'it takes no changes at the moment. Try again later'],
])

/** Returns what a person can do about an error of the engine or the way to it; anything else is returned as it is. */
export function refusalFor(error: unknown, { name }: Address): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const code = 'code' in error ? String(error.code) : ''
  const reason = REASONS.get(code) ?? tlsReason(code, error.message)
  if (reason !== undefined) return new Refusal(`The team store ${name}: ${reason}.`)
  if (/^[0-9A-Z]{5}$/.test(code))
    return new Refusal(`The team store ${name} refused (SQLSTATE ${code}): ${error.message}.`)
  return error
}

function tlsReason(code: string, message: string): string | undefined {
  if (
    !/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(code) &&
    !/certificate|SSL|TLS/i.test(message)
  )
    return undefined
  return `no line to it that is encrypted and checked (${message}). Give it a certificate, or say ?sslmode=require in the address where you trust the network`
}
