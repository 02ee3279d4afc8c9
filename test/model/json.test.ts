import { describe, expect, it } from 'vitest'
import { checkEntry } from '../../src/model/entry.ts'
import { parseJson } from '../../src/model/json.ts'
import { anEntry } from '../helpers.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('JSON from outside', () => {
  it.each([
    ['{"a":[1,"x",null,true]}', { a: [1, 'x', null, true] }],
    ['\uFEFF{"a":1}\r\n', { a: 1 }],
    [nested(20), JSON.parse(nested(20))],
  ])('takes %j', (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'is not JSON'],
    ['{"a":', 'is not JSON'],
    ['{"__proto__":{"rep":"x"}}', '__proto__ is a name afterword refuses'],
    ['[{"a":{"__proto__":1}}]', '0.a.__proto__ is a name afterword refuses'],
    ['{"constructor":{"prototype":{}}}', 'constructor is a name afterword refuses'],
    ['{"a":{"prototype":1}}', 'a.prototype is a name afterword refuses'],
    [nested(21), 'nested more than 20 deep'],
    [nested(5000), 'nested more than 20 deep'],
    ['{"n":1e400}', 'n is a number too large to keep'],
    [JSON.stringify({ t: 'x'.repeat(1_048_577) }), 't has more than 1048576 characters'],
  ])('refuses %.40j', (text, says) => {
    const parsed = parseJson(text)
    if (parsed.ok) throw new Error('it was taken')
    expect(parsed.faults[0]?.says).toContain(says)
  })

  it('leaves no prototype changed', () => {
    parseJson('{"__proto__":{"polluted":true}}')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'keeps a customer called %s',
    (customer) => {
      const parsed = parseJson(JSON.stringify(anEntry({ customer })))
      expect(parsed.ok && checkEntry(parsed.value)).toMatchObject({ ok: true, value: { customer } })
    },
  )

  it('refuses half a character in a text, by the schema', () => {
    const parsed = parseJson('{"summary":"\\ud83d"}')
    const checked = parsed.ok && checkEntry({ ...anEntry(), ...(parsed.value as object) })
    expect(checked).toMatchObject({
      ok: false,
      faults: [{ field: 'summary', says: 'summary holds half a character (a lone surrogate)' }],
    })
  })

  it.each(['__proto__', 'constructor'])('the schema itself knows no field %s', (name) => {
    const value = JSON.parse(JSON.stringify(anEntry()).replace('{', `{"${name}":{},`))
    expect(checkEntry(value).ok).toBe(false)
  })
})
