// Preloaded into the program: whoever opens a connection, listens, or asks for a name fails, and is written down.
const { appendFileSync } = require('node:fs')

const parts = {
  'node:net': ['connect', 'createConnection', 'createServer'],
  'node:tls': ['connect', 'createServer'],
  'node:http': ['request', 'get', 'createServer'],
  'node:https': ['request', 'get', 'createServer'],
  'node:http2': ['connect', 'createServer', 'createSecureServer'],
  'node:dgram': ['createSocket'],
  'node:dns': functionsOf(require('node:dns')),
  'node:dns/promises': functionsOf(require('node:dns/promises')),
}

function functionsOf(part) {
  return Object.keys(part).filter((name) => /^(lookup|resolve|reverse)/.test(name))
}

function refusal(what) {
  return () => {
    appendFileSync(process.env.AFTERWORD_TEST_OPENED, `${what}: ${process.argv.join(' ')}\n`)
    throw new Error(`there is no network here, and ${what} was called`)
  }
}

for (const [part, names] of Object.entries(parts))
  for (const name of names) require(part)[name] = refusal(`${part} ${name}`)
const { Socket, Server } = require('node:net')

Socket.prototype.connect = refusal('Socket.connect')
Server.prototype.listen = refusal('Server.listen')
for (const name of ['fetch', 'WebSocket', 'EventSource'])
  if (name in globalThis) Object.defineProperty(globalThis, name, { value: refusal(name) })
