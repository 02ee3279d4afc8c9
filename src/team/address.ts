import { misuse } from '../errors.ts'

/** Where a team store is. */
export interface Address {
  /** For the library, our own words taken out. */
  readonly url: string
  /** For people: no password. */
  readonly name: string
  readonly team: string
  readonly tls: 'verify-full' | false | undefined
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', ''])
const DEFAULT_TEAM = 'team'

/** Returns what an address such as postgres://host/database?team=north says; throws a misuse, which never repeats a password. */
export function readAddress(address: string): Address {
  const url = parse(address)
  const team = url.searchParams.get('team') ?? DEFAULT_TEAM
  if (team.trim() === '' || [...team].length > 64)
    throw misuse('The team in the address of the store needs 1 to 64 characters: ?team=north')
  url.searchParams.delete('team')
  const name = `${url.hostname || 'localhost'}${url.port && `:${url.port}`}${url.pathname}`
  return { url: url.href, name, team, tls: tlsFor(url) }
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url && (url.protocol === 'postgres:' || url.protocol === 'postgresql:')) return url
  throw misuse(
    'The address of a team store looks like postgres://host/database?team=north, with a user name before the host.',
  )
}

/** A line that leaves this machine is encrypted and its other end checked, unless the address says otherwise. */
function tlsFor(url: URL): Address['tls'] {
  if (url.searchParams.has('sslmode') || url.searchParams.has('ssl')) return undefined
  return LOOPBACK.has(url.hostname) ? false : 'verify-full'
}
