import { describe, expect, it } from 'vitest'
import {
  closedLine,
  droppedLine,
  entryLine,
  postponedLine,
  removedLine,
  savedLine,
  undoneLine,
} from '../../src/pages/confirmation.ts'
import type { Line } from '../../src/pages/page.ts'
import { renderLine } from '../../src/render/text.ts'
import { anEntry } from '../helpers.ts'
import { aFrame } from '../render/frame.ts'
import { harbour, lantern } from './samples.ts'

const SAID = { shortId: '7k3q', today: '2026-11-11' }
const text = (line: Line, width = 96) => renderLine(line, aFrame({ width }))

describe('what is said after a change', () => {
  it.each([
    [
      savedLine(
        {
          ...lantern,
          recordedAt: lantern.at,
          followUp: { status: 'planned', due: '2026-11-20', promised: true },
        },
        SAID,
      ),
      'Saved 7k3q  lantern-street  frustrated -> grateful  promised Fri 20 Nov     undo: afterword undo',
    ],
    [
      savedLine(anEntry(), SAID),
      'Saved 7k3q  lantern-street  neutral -> satisfied  Thu 12 Nov 10:00          undo: afterword undo',
    ],
    [
      savedLine(
        { ...harbour, followUp: { status: 'planned', due: '2026-11-13' } },
        { ...SAID, word: 'Changed' },
      ),
      'Changed 7k3q  harbour-row  anxious -> reassured  passed to billing, look back Thu 12 Nov  due\n' +
        '  Fri 13 Nov  today 16:40                                                   undo: afterword undo',
    ],
    [
      closedLine(
        {
          ...lantern,
          followUp: {
            status: 'done',
            due: '2026-11-13',
            completedAt: '2026-11-12T09:00:00-06:00',
            felt: 'happy',
          },
        },
        SAID,
      ),
      'Closed 7k3q  lantern-street  kept on time  left grateful, now happy         undo: afterword undo',
    ],
    [
      postponedLine(lantern, SAID),
      'Moved 7k3q  lantern-street  due Fri 13 Nov                                  undo: afterword undo',
    ],
    [
      droppedLine({ ...lantern, followUp: { status: 'cancelled', note: 'moved away' } }, SAID),
      'Dropped 7k3q  lantern-street  moved away                                    undo: afterword undo',
    ],
    [
      removedLine(lantern, SAID),
      'Removed 7k3q  lantern-street                                                undo: afterword undo',
    ],
    [
      undoneLine({ word: 'remove', count: 2, changes: [{ after: lantern }, { after: harbour }] }),
      'Took back: remove  lantern-street  and 1 other entry                        undo: afterword undo',
    ],
    [
      entryLine({ ...lantern, summary: 'Router dropped every evening' }, SAID),
      '7k3q  Wed 11 Nov 09:30  lantern-street  Router dropped every evening',
    ],
  ])('%#', (line, expected) => expect(text(line)).toBe(expected))

  it('takes two lines in 80 columns rather than losing a word', () => {
    const entry = {
      ...lantern,
      followUp: { status: 'planned', due: '2026-11-20', promised: true } as const,
    }
    expect(text(savedLine({ ...entry, recordedAt: entry.at }, SAID), 80)).toBe(
      'Saved 7k3q  lantern-street  frustrated -> grateful  promised Fri 20 Nov\n' +
        '                                                            undo: afterword undo',
    )
  })
})
