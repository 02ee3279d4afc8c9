import type { Decrypter, Encrypter } from 'age-encryption'

const loadAge = () => import('age-encryption')

/** Higher work factors take longer than anybody waits, and more memory than a laptop has. */
export const MOST_WORK = 20
const HEADER = 70
const STANZA = 98
const NONCE_AND_TAG = 32
const CHUNK = 64 * 1024
const TAG = 16

/** Turns bytes into an age file and back; anybody with the identity and the stock `age` tool can do the same. */
export interface Codec {
  /** Returns the bytes as an age file. */
  seal(bytes: Uint8Array): Promise<Buffer>
  /** Returns what is in an age file, or nothing where it is damaged or was made for somebody else. */
  open(bytes: Uint8Array): Promise<Buffer | undefined>
  /** Returns how many bytes lie in an age file of this size, as `seal` makes them. */
  sizeWithin(size: number): number
}

/** Returns what seals for these recipients and opens with this identity. */
export async function codecOf(identity: string, recipients: readonly string[]): Promise<Codec> {
  const { Encrypter, Decrypter } = await loadAge()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const header = HEADER + STANZA * recipients.length
  return {
    seal: (bytes) => sealWith(encrypter, bytes),
    open: (bytes) => openWith(decrypter, bytes),
    sizeWithin: (size) => sizeWithin(size - header),
  }
}

/** Returns a new identity: a line that begins with AGE-SECRET-KEY-1. */
export async function newIdentity(): Promise<string> {
  return (await loadAge()).generateX25519Identity()
}

/** Returns the recipient of an identity, or nothing where it is none that we know. */
export async function recipientOf(identity: string): Promise<string | undefined> {
  const { identityToRecipient } = await loadAge()
  return /^AGE-SECRET-KEY-1/.test(identity) ? orNothing(identityToRecipient(identity)) : undefined
}

/** Returns whether files can be encrypted for this recipient. */
export async function isRecipient(recipient: string): Promise<boolean> {
  const { Encrypter } = await loadAge()
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(recipient)) return false
  const encrypter = new Encrypter()
  return (await orNothing((async () => encrypter.addRecipient(recipient) ?? true)())) === true
}

/** Returns the text as an age file that a passphrase opens. */
export async function lockWith(passphrase: string, text: string): Promise<Buffer> {
  const { Encrypter } = await loadAge()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return sealWith(encrypter, Buffer.from(text))
}

/** Returns the text of an age file that a passphrase opens, or nothing where it does not, or the file is damaged. */
export async function unlockWith(passphrase: string, bytes: Buffer): Promise<string | undefined> {
  const { Decrypter } = await loadAge()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return (await openWith(decrypter, bytes))?.toString('utf8')
}

/** Returns the work factor that an age file asks for, where a passphrase opens it. */
export function workOf(bytes: Buffer): number | undefined {
  const factor = /^-> scrypt \S+ (\d+)$/m.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1]
  return factor === undefined ? undefined : Number(factor)
}

async function sealWith(encrypter: Encrypter, bytes: Uint8Array): Promise<Buffer> {
  return bufferOf(await encrypter.encrypt(bytes))
}

/** Nothing of a file is returned before its last byte has been found to be right. */
async function openWith(decrypter: Decrypter, bytes: Uint8Array): Promise<Buffer | undefined> {
  const opened = await orNothing(decrypter.decrypt(bytes))
  return opened && bufferOf(opened)
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** The library has no kinds of errors: whatever it throws means that the bytes are not what they should be. */
async function orNothing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch {
    return undefined
  }
}

function sizeWithin(size: number): number {
  const payload = size - NONCE_AND_TAG + TAG
  const chunks = Math.max(1, Math.ceil(payload / (CHUNK + TAG)))
  return Math.max(0, payload - chunks * TAG)
}
