import { type Folded, fold } from './fold.ts'
import { type Kind, matches, patternOfNames, type Span, spansOf } from './patterns.ts'

/** One thing taken out of a text, and what stands there now. */
export interface Replacement {
  readonly kind: Kind
  readonly written: string
  readonly put: string
}

export interface Scrubbed {
  readonly text: string
  readonly replaced: readonly Replacement[]
}

/** Takes out of a text what points at somebody. It works by pattern and misses names it was not told. */
export type Scrub = (text: string) => Scrubbed

/** Returns the scrub that also knows these names: the never-say list and the customers' own. */
export function scrubFor(neverSay: readonly string[], customers: readonly string[] = []): Scrub {
  const never = patternOfNames(neverSay)
  const known = patternOfNames(customers)
  return (text) => {
    const folded = fold(text)
    const spans = [
      ...spansOf(folded.text),
      ...(never ? matches('name', folded.text, never) : []),
      ...(known ? matches('customer', folded.text, known) : []),
    ]
    return replaceAll(text, folded, united(spans))
  }
}

/** Returns the parts without overlaps: two that share a letter become one, so that no end of a name is left over. */
function united(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = kept.at(-1)
    if (!last || span.from >= last.to) kept.push(span)
    else
      kept.splice(-1, 1, { ...wider(last, span), from: last.from, to: Math.max(last.to, span.to) })
  }
  return kept
}

function wider(a: Span, b: Span): Span {
  return b.to - b.from > a.to - a.from ? b : a
}

function replaceAll(text: string, { starts, ends }: Folded, spans: readonly Span[]): Scrubbed {
  const replaced: Replacement[] = []
  let [clean, done] = ['', 0]
  for (const { kind, from, to } of spans) {
    const [start, end] = [starts[from] ?? done, ends[to - 1] ?? text.length]
    const put = `[${kind}]`
    // One character can fold into several letters, so that two parts may claim the same one.
    if (start < done) continue
    replaced.push({ kind, written: text.slice(start, end), put })
    clean += text.slice(done, start) + put
    done = end
  }
  return { text: clean + text.slice(done), replaced }
}
