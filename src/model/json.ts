import type { Checked } from './fields.ts'

const DEEPEST = 20
const LONGEST = 1_048_576
const REFUSED = new Set(['__proto__', 'constructor', 'prototype'])

/** Returns JSON from outside, or the path and fault of what no file of ours holds: a key that could reach a prototype, a depth over 20, a text over 1 MB, a number without end. */
export function parseJson(text: string): Checked<unknown> {
  const parsed = parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  if (!parsed.ok) return parsed
  const says = faultIn(parsed.value, '', 1)
  return says === undefined ? parsed : refused(says)
}

function parse(text: string): Checked<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return refused('is not JSON')
  }
}

function refused(says: string): Checked<unknown> {
  return { ok: false, faults: [{ field: 'the file', says }] }
}

function faultIn(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value === 'string')
    return value.length > LONGEST ? `${path} has more than ${LONGEST} characters` : undefined
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : `${path} is a number too large to keep`
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > DEEPEST) return `${path.slice(0, 60)} is nested more than ${DEEPEST} deep`
  return faultInside(value, path, depth)
}

function faultInside(value: object, path: string, depth: number): string | undefined {
  for (const [key, inner] of Object.entries(value)) {
    const where = path === '' ? key : `${path}.${key}`
    if (REFUSED.has(key)) return `${where} is a name afterword refuses`
    const says = faultIn(inner, where, depth + 1)
    if (says !== undefined) return says
  }
  return undefined
}
