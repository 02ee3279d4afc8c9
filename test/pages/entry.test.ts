import { describe, expect, it } from 'vitest'
import { EntrySchema } from '../../src/model/entry.ts'
import { entryPage } from '../../src/pages/entry.ts'
import { DRAWERS } from '../../src/pages/labels.ts'
import { renderText } from '../../src/render/text.ts'
import { anEntry } from '../helpers.ts'
import { aFrame } from '../render/frame.ts'
import { lantern } from './samples.ts'

interface Schema {
  readonly type: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly wrapped?: Schema
}

// A group of fields is asked field by field; a list of groups (the thanks) is one field.
function fieldsOf(schema: Schema, path = ''): string[] {
  const inner = schema.wrapped ?? schema
  if (!inner.entries) return [path]
  return Object.entries(inner.entries).flatMap(([key, field]) =>
    fieldsOf(field, path ? `${path}.${key}` : key),
  )
}

const render = (entry: Parameters<typeof entryPage>[0], width = 80) =>
  renderText(entryPage(entry, { shortId: '7k3q', today: '2026-11-18' }), aFrame({ width }))

describe('show', () => {
  it('has words for every field of the schema and for nothing else', () => {
    const labelled = DRAWERS.flatMap(({ fields }) => Object.keys(fields)).toSorted()
    expect(labelled).toEqual(fieldsOf(EntrySchema as unknown as Schema).toSorted())
  })

  it('shows what is filled, the private drawer last', () => {
    const entry = anEntry({
      followUp: lantern.followUp,
      tags: ['frost'],
      care: { extraSteps: ['stayed-on'], beyondStandard: false },
      obstacles: { blockers: [], authority: { needed: true, had: false } },
      meaning: {
        purpose: 0,
        recognition: [
          { direction: 'given', fromTo: 'deck-jo', for: 'the ladder', at: '2026-11-13' },
        ],
      },
      private: { emotion: 'proud', note: 'First thought.\n\nSecond thought.' },
    })
    expect(render(entry)).toMatchInlineSnapshot(`
      "7k3q  lantern-street  Thu 12 Nov

      When            Thu 12 Nov 10:00 (-06:00)
      Who             lantern-street
      Channel         phone
      What happened   Router dropped every evening; replaced the wet splitter
      Came in         neutral
      Left            satisfied
      How it ended    resolved
      Tags            frost

      Follow-up
        Status   planned
        What     text after the frost
        Due      Fri 13 Nov

      Care
        Small extra steps     stayed-on
        Beyond the standard   no

      In the way
        Blockers           none
        Authority needed   yes
        Authority had      no

      Meaning
        Your why, 0 to 3   0
        Thanks             to deck-jo, the ladder, 2026-11-13

      Written down
        ID         7k3q0000000a
        By         me
        Recorded   Thu 12 Nov 10:05 (-06:00)

      Private, never leaves
        How it left you   proud
        Note              First thought.
                          Second thought.
      "
    `)
  })

  it('wraps nothing where there is no width', () => {
    const long = 'word '.repeat(55).trim()
    expect(render(anEntry({ summary: long }), Number.POSITIVE_INFINITY)).toContain(long)
  })
})
