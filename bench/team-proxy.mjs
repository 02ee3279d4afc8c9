// Stands between the program and the engine, and counts what comes back.
import { connect, createServer } from 'node:net'

/** Returns a proxy on loopback before the server at an address; `address` is that of the proxy, user and password kept. */
export async function countingProxy(server) {
  const url = new URL(server)
  const [host, port] = [url.hostname, Number(url.port)]
  let bytes = 0
  const proxy = createServer((client) => {
    const upstream = connect(port, host)
    for (const end of [client, upstream]) end.on('error', () => end.destroy())
    upstream.on('data', (chunk) => {
      bytes += chunk.length
    })
    client.pipe(upstream)
    upstream.pipe(client)
  })
  await new Promise((done) => proxy.listen(0, '127.0.0.1', done))
  url.port = String(proxy.address().port)
  return {
    address: url.href,
    received: () => bytes,
    reset: () => {
      bytes = 0
    },
    close: () => proxy.close(),
  }
}
