import { safeLine } from '../model/safe.ts'

const INLINE = /[\\`*_[\]<>|~&$]/g
const ADDRESS = /:(?=\/\/)|(?<=\bwww)\.|@|(?<=\b(?:mailto|xmpp|javascript|data)):/gi
const START = /^(\s*)([#+=-]|\d+(?=[.)]))/

/** Returns the text so that Markdown shows it letter by letter: no emphasis, no link, no HTML, one line. */
export function escapeInline(text: string): string {
  return safeLine(text).replace(INLINE, '\\$&').replace(ADDRESS, '\\$&')
}

/** Returns escaped text so that it begins no heading, list or rule where a line begins with it. */
export function escapeStart(escaped: string): string {
  return escaped.replace(START, (_, blanks: string, sign: string) =>
    /\d/.test(sign) ? `${blanks}${sign}\\` : `${blanks}\\${sign}`,
  )
}

const longestRun = (text: string) =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** Returns the text as a code span, with as many backticks around it as it takes. */
export function codeSpan(text: string): string {
  const safeText = safeLine(text)
  const fence = '`'.repeat(longestRun(safeText) + 1)
  const gap = safeText.includes('`') ? ' ' : ''
  return `${fence}${gap}${safeText}${gap}${fence}`
}
