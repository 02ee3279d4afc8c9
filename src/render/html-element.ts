import { safe, safeLine } from '../model/safe.ts'

/** Markup that is finished: everything in it that came from outside has been escaped. */
export interface Html {
  readonly html: string
}

/** What may stand in an element: markup, or text that is escaped on the way in. */
export type Child = Html | string | readonly Child[]

type Attributes = Readonly<Record<string, string | number | undefined>>

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** Returns the text harmless and escaped for an element or an attribute. */
export function escapeHtml(text: string): string {
  return safe(text).replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign)
}

function inner(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child)
  return 'html' in child ? child.html : child.map(inner).join('')
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeHtml(safeLine(String(value)))}"`],
    )
    .join('')
}

/** Returns the element with its children; text among them is escaped, so that nothing from a journal becomes markup. */
export function el(name: string, attributes: Attributes = {}, ...children: Child[]): Html {
  return { html: `<${name}${attributeText(attributes)}>${inner(children)}</${name}>` }
}

/** Returns an element without an end. */
export function voidEl(name: string, attributes: Attributes): Html {
  return { html: `<${name}${attributeText(attributes)}>` }
}

/** Returns the children one a line. */
export function lines(children: readonly Html[]): Html {
  return { html: children.map(({ html }) => html).join('\n') }
}
