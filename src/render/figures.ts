import type { Figure, Line, Node, Page, Pieces } from '../pages/page.ts'

function inPieces(pieces: Pieces = []): Figure[] {
  return pieces.filter((piece) => piece.kind === 'figure')
}

function inLines(lines: readonly Omit<Line, 'kind'>[]): Figure[] {
  return lines.flatMap(({ pieces, aside }) => [...inPieces(pieces), ...inPieces(aside)])
}

function inNode(node: Node): Figure[] {
  switch (node.kind) {
    case 'section':
      return [...inPieces(node.aside), ...node.nodes.flatMap(inNode)]
    case 'line':
      return inLines([node])
    case 'fields':
      return inLines(node.fields)
    case 'list':
      return [
        ...inLines(node.lead ? [node.lead] : []),
        ...inLines(node.items),
        ...inPieces(node.more),
      ]
    case 'table':
      return node.rows.flat().flatMap(inPieces)
    case 'bars':
      return inLines(node.brief)
    case 'run-chart':
      return [...node.points]
    case 'heat':
      return node.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.figure ?? []))
    // Cards say again what a line further down says.
    case 'cards':
    case 'strip':
    case 'rest':
    case 'quote':
      return []
    default:
      return node satisfies never
  }
}

/** Returns every figure of the page once, in the order in which it is read. */
export function figuresOf(page: Page): Figure[] {
  const seen = new Map<string, Figure>()
  for (const figure of [...page.nodes.flatMap(inNode), ...inLines(page.footer)]) {
    const key = JSON.stringify([figure.figure, figure.group])
    if (!seen.has(key)) seen.set(key, figure)
  }
  return [...seen.values()]
}
