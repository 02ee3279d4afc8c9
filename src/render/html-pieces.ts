import { safeLine } from '../model/safe.ts'
import type { Figure, Line, Piece, Pieces } from '../pages/page.ts'
import { type Child, el, type Html } from './html-element.ts'

// The number is set bold, what qualifies it is not: 71 % (10 of 14; likely 45-88 %).
function valueWords(text: string): Child {
  const qualifier = text.indexOf(' (')
  if (qualifier < 0) return el('b', {}, text)
  return [el('b', {}, text.slice(0, qualifier)), text.slice(qualifier)]
}

/** Returns the figure's value, marked with its key so that a program finds it. */
export function figureValue({ figure, group, text, tone }: Figure): Html {
  const attributes = { 'data-figure': figure, 'data-group': group, class: tone }
  return el('span', attributes, valueWords(safeLine(text)))
}

function figureWords(figure: Figure): Child {
  const { label, shape } = figure
  const value = figureValue(figure)
  if (label === '') return value
  if (shape === 'value-first') return [value, ` ${safeLine(label)}`]
  return [safeLine(label), shape === 'colon' ? ': ' : ' ', value]
}

function pieceHtml(piece: Piece): Child {
  switch (piece.kind) {
    case 'words': {
      const text = safeLine(piece.text)
      if (piece.typed) return el('bdi', { class: piece.tone }, text)
      return piece.tone ? el('span', { class: piece.tone }, text) : text
    }
    case 'figure':
      return figureWords(piece)
    case 'command':
      return el('code', {}, safeLine(piece.text))
    case 'dot':
      return ' · '
    default:
      return piece satisfies never
  }
}

/** Returns the pieces as running text. */
export function piecesHtml(pieces: Pieces): Child {
  return pieces.map(pieceHtml)
}

/** Returns a line and what stands at its edge. */
export function lineHtml({ pieces, aside = [] }: Pick<Line, 'pieces' | 'aside'>): Child {
  if (aside.length === 0) return piecesHtml(pieces)
  return [
    el('span', {}, piecesHtml(pieces)),
    ' ',
    el('span', { class: 'aside' }, piecesHtml(aside)),
  ]
}
