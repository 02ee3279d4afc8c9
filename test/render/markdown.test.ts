import { describe, expect, it } from 'vitest'
import { line, type Page, typed } from '../../src/pages/page.ts'
import { weekPage } from '../../src/pages/week.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { codeSpan, escapeInline, escapeStart } from '../../src/render/markdown-escape.ts'
import { fullWeek, weekExtra } from '../pages/samples.ts'
import { everyKind } from './every-node.ts'
import { HOSTILE, LIVE } from './hostile.ts'

const CODE = /(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g

const pageOf = (nodes: Page['nodes']): Page => ({ report: 'x', title: 'T', nodes, footer: [] })

describe('markdown', () => {
  it('tells the week', () => {
    expect(renderMarkdown(weekPage(fullWeek(), weekExtra()))).toMatchInlineSnapshot(`
      "# Week 46, 9-15 Nov

      _"Every call ends with a next step"_

      - You said you would: ask what it is for before opening the bag · tried: partly

      ## First

      - 1 person left unhappy with nothing planned: blue-boiler (Tue, not solved) · \`afterword later blue\`
      - Follow-ups due 7: 5 of 7 on time, 1 late, 1 overdue: lantern-street, text after the frost (due Fri) · \`afterword done lantern\`
      - Passed on 3: 1 looked back at, 2 not yet; the oldest since Wed

      ## How people left

      feelings are as you read them; 2 of 14 were guesses

      - Arrived unhappy 9: left well 6 of 9
      - Arrived fine 5: left unhappy 0 of 5
      - Left well, everyone: 71 % (10 of 14; likely 45-88 %) · last week 9 of 13: no clear change
      - They arrived frustrated 4, anxious 2, rushed 2 · they left relieved 5, grateful 3, satisfied 2

      |  | Arrived | Left |
      | --- | --- | --- |
      | -- very unhappy | 5 (frustrated 4, angry 1) | 2 (upset 2) |
      | - unhappy | 4 (anxious 2, rushed 2) | 1 (resigned 1) |
      | o neither | 4 (neutral 4) | 1 (neutral 1) |
      | + well | 1 (satisfied 1) | 7 (relieved 5, satisfied 2) |
      | ++ very well | 0 | 3 (grateful 3) |

      - People who arrive upset have only one way to go.

      ## What landed, in your words

      > Her voice dropped when I asked who else was waiting on the heating.

      - **Small extra steps:** noted in 8 of 14, median 4 min (1-14, n=8)
      - **In the way:** authority 2 (2 customers), information 2 (2) · would have done: refund it on the call
      - **To thank:** deck-jo · \`afterword thank deck-jo "..."\`
      - **Worth noticing:** 1 person left unhappy with nothing planned. 1 follow-up is overdue. 2 hand-offs were not looked back at.

      ---

      "likely" is the 95 % range: the fewer the contacts, the wider it is

      Logged on 4 of 5 work days · 4 of 14 written more than a day later · you chose what to log

      **Close the week:** \`afterword review\`
      "
    `)
  })

  it('knows every kind of node', () => {
    expect(renderMarkdown(everyKind('Ab'))).toMatchInlineSnapshot(`
      "# Ab

      _"Ab"_

      - Ab · Ab: Ab line 1 of 9 · \`Ab\`

      ## Ab

      Ab aside 2 of 9

      - **Ab:** Ab · Ab field 3 of 9 · \`Ab\`
      - Ab
        - Ab Ab item 4 of 9
        - Ab

      | Ab | Ab |
      | --- | --- |
      | Ab row | 5 of 9 |

      - Ab brief 6 of 9

      |  | Ab |
      | --- | --- |
      | + Ab | 3 (Ab) |

      - Ab: Ab -, Ab ·
      - Ab: Ab

      |  | Ab |
      | --- | --- |
      | Ab point | 7 of 9 |
      | Ab point | 8 of 9 |

      |  | Ab | Ab | Ab |
      | --- | --- | --- | --- |
      | Ab week | · | -- 4 | ? 5 |

      - Ab

      > Ab
      >
      > Ab

      ---

      Ab · 9 of 9 at the foot

      **Ab:** \`Ab\`

      - Ab
      "
    `)
  })

  it.each([
    ['*bold*', '\\*bold\\*'],
    ['snake_case', 'snake\\_case'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript\\:alert(1))'],
    ['http://evil.example', 'http\\://evil.example'],
    ['www.evil.example', 'www\\.evil.example'],
    ['me@evil.example', 'me\\@evil.example'],
    ['<b>&amp;', '\\<b\\>\\&amp;'],
    ['a|b', 'a\\|b'],
    ['back\\slash', 'back\\\\slash'],
    ['lantern-street, 5.5 km', 'lantern-street, 5.5 km'],
  ])('escapes %s', (text, expected) => expect(escapeInline(text)).toBe(expected))

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['- not a list', '\\- not a list'],
    ['1. not a list', '1\\. not a list'],
    ['12) not a list', '12\\) not a list'],
    ['=== not a line', '\\=== not a line'],
    ['2 people', '2 people'],
  ])('lets %s begin nothing', (text, expected) => expect(escapeStart(text)).toBe(expected))

  it.each([
    ['afterword done x', '`afterword done x`'],
    ['a `b` c', '`` a `b` c ``'],
  ])('shows %s as code', (text, expected) => expect(codeSpan(text)).toBe(expected))

  it('keeps bullets that follow one another in one list', () => {
    const text = renderMarkdown(pageOf([line(['one']), line(['two'], ['aside'])]))
    expect(text).toBe('# T\n\n- one\n- two · aside\n')
  })

  it('keeps the paragraphs of a quote', () => {
    expect(renderMarkdown(pageOf([{ kind: 'quote', text: 'one\n# two' }]))).toBe(
      '# T\n\n> one\n> \\# two\n',
    )
  })

  it.each(HOSTILE)('shows %j letter by letter', (text) => {
    const shown = renderMarkdown(everyKind(text)).replace(CODE, '')
    expect(shown).not.toMatch(LIVE)
    expect(shown.replace(/^>/gm, '')).not.toMatch(/(?<!\\)[<>]/)
    expect(shown).not.toMatch(/(?<!\\)\]\(|(?<!\\):\/\//)
  })

  it('escapes what a person typed at the beginning of a line', () => {
    expect(renderMarkdown(pageOf([line([typed('1. first')])]))).toContain('- 1\\. first\n')
  })
})
