/** One component of a calendar, read strictly: its properties in order and the components inside it. */
export interface Component {
  readonly name: string
  readonly properties: Property[]
  readonly components: Component[]
}

export interface Property {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

const LINE = /^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^":;,\p{Cc}]+)*):((?:[^\p{Cc}]|\t)*)$/u
const ONCE = ['UID', 'DTSTAMP', 'DUE', 'SUMMARY', 'DESCRIPTION', 'PRIORITY', 'STATUS', 'CLASS']

/** Returns the calendar of an RFC 5545 stream; throws at the first thing the RFC does not allow. */
export function readStrictly(bytes: Uint8Array): Component {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (text.startsWith('\uFEFF')) throw new Error('a byte order mark')
  if (!text.endsWith('\r\n')) throw new Error('the last line has no CRLF')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`)
    if (/[\r\n]/.test(line)) throw new Error('a bare CR or LF')
    if (line === '' || line === ' ') throw new Error('an empty line')
  }
  return nest(physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(parseLine))
}

function parseLine(line: string): Property {
  const [, name, parameters, value] = LINE.exec(line) ?? []
  if (name === undefined || parameters === undefined || value === undefined)
    throw new Error(`not a content line: ${line}`)
  const pairs = parameters
    .split(';')
    .filter(Boolean)
    .map((pair) => pair.split('='))
  return { name, parameters: Object.fromEntries(pairs), value }
}

function nest(lines: readonly Property[]): Component {
  const root: Component = { name: '', properties: [], components: [] }
  const open = [root]
  for (const line of lines) {
    const top = open.at(-1) as Component
    if (line.name === 'BEGIN') {
      const inner = { name: line.value, properties: [], components: [] }
      top.components.push(inner)
      open.push(inner)
    } else if (line.name === 'END') {
      if (top.name !== line.value) throw new Error(`END:${line.value} closes ${top.name}`)
      checkComponent(top)
      open.pop()
    } else top.properties.push(line)
  }
  const [calendar, ...others] = root.components
  if (open.length > 1 || !calendar || others.length > 0 || root.properties.length > 0)
    throw new Error('not one calendar')
  return calendar
}

function checkComponent({ name, properties }: Component): void {
  const count = (key: string) => properties.filter((property) => property.name === key).length
  const required = name === 'VCALENDAR' ? ['VERSION', 'PRODID'] : ['UID', 'DTSTAMP']
  for (const key of required) if (count(key) !== 1) throw new Error(`${name} needs one ${key}`)
  for (const key of ONCE) if (count(key) > 1) throw new Error(`${name} has ${key} twice`)
  for (const property of properties) checkValue(property)
}

function checkValue({ name, parameters, value }: Property): void {
  const rules: Record<string, RegExp> = {
    VERSION: /^2\.0$/,
    DTSTAMP: /^\d{8}T\d{6}Z$/,
    DUE: parameters.VALUE === 'DATE' ? /^\d{8}$/ : /^\d{8}T\d{6}Z?$/,
    PRIORITY: /^\d$/,
    STATUS: /^(NEEDS-ACTION|COMPLETED|IN-PROCESS|CANCELLED)$/,
    CLASS: /^(PUBLIC|PRIVATE|CONFIDENTIAL)$/,
    SUMMARY: /^(?:[^\\;,]|\\[\\;,nN])*$/,
    DESCRIPTION: /^(?:[^\\;,]|\\[\\;,nN])*$/,
  }
  if (rules[name] && !rules[name].test(value)) throw new Error(`${name} may not be ${value}`)
}

/** Returns the text an escaped value stands for. */
export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_whole, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}
