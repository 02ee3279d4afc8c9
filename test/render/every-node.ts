import {
  command,
  DOT,
  type Figure,
  line,
  type Node,
  type Page,
  typed,
  words,
} from '../../src/pages/page.ts'

/** Returns a figure of a share. */
export function aFigure(over: Partial<Figure> = {}): Figure {
  return {
    kind: 'figure',
    figure: 'leftWell',
    label: 'left well',
    text: '6 of 9',
    k: 6,
    n: 9,
    ...over,
  }
}

/** Returns one node of every kind, each text field of which holds the given text. */
export function everyNode(text: string): Node[] {
  const share = (figure: string, k: number) =>
    aFigure({ figure, group: text, label: `${text} ${figure}`, text: `${k} of 9`, k, note: text })
  const said = line([typed(text), DOT, words(text, 'bad'), ': ', share('line', 1)], [command(text)])
  return [
    { kind: 'cards', cards: [share('line', 1)] },
    said,
    {
      kind: 'section',
      title: text,
      aside: [share('aside', 2)],
      nodes: [
        {
          kind: 'fields',
          fields: [
            { label: text, pieces: [typed(text), DOT, share('field', 3)], aside: [command(text)] },
          ],
        },
        {
          kind: 'list',
          lead: line([words(text)]),
          items: [line([typed(text), ' ', share('item', 4)])],
          more: [words(text)],
        },
        {
          kind: 'table',
          title: text,
          columns: [{ title: text }, { title: text }],
          rows: [[[typed(`${text} row`)], [{ ...share('table', 5), label: `${text} row` }]]],
        },
        {
          kind: 'bars',
          title: text,
          bars: [
            {
              label: text,
              parts: [
                { label: text, count: 3, level: -2, words: text },
                { label: text, count: 5, level: 1, words: text },
              ],
            },
          ],
          brief: [line([share('brief', 6)])],
        },
        {
          kind: 'strip',
          title: text,
          cells: [
            { label: text, level: -1 },
            { label: text, level: null },
          ],
        },
        {
          kind: 'run-chart',
          title: text,
          points: [share('point', 7), { ...share('point', 8), group: `${text} two` }],
          median: 0.7,
          reading: text,
        },
        {
          kind: 'heat',
          title: text,
          columns: [text, text, text],
          rows: [
            {
              label: `${text} week`,
              cells: [
                { level: null },
                { level: -2, figure: day(text, 'one', 4) },
                { level: null, figure: day(text, 'two', 5) },
              ],
            },
          ],
        },
        { kind: 'rest', nodes: [line([typed(text)])], instead: [words(text)] },
        { kind: 'quote', text, by: text },
      ],
    },
  ]
}

/** Returns a page with every kind of node, each text field of which holds the given text. */
export function everyKind(text: string): Page {
  return {
    report: 'week',
    title: text,
    motto: text,
    nodes: everyNode(text),
    footer: [line([words(text), DOT, share('footer')])],
    close: { label: text, command: text, questions: [text] },
  }
}

function day(text: string, group: string, k: number): Figure {
  const label = `${text} week`
  return { kind: 'figure', figure: 'days', group, label, text: String(k), k }
}

function share(figure: string): Figure {
  return aFigure({ figure, label: 'at the foot', shape: 'value-first', text: '9 of 9', k: 9 })
}
