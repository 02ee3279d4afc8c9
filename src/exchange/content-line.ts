const FOLD_AT = 75
// RFC 5545 allows no control character in a text but the tab; a line break is written as \n.
const CONTROL = /(?![\t\n])\p{Cc}/gu

/** Returns a text as RFC 5545 section 3.3.11 writes it: backslash, semicolon, comma and line break escaped, other control characters dropped. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** Returns a content line folded at 75 octets (RFC 5545 section 3.1), no character split, ended with CRLF. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > FOLD_AT) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}
