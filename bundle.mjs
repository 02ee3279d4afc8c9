// Bundles src/ into dist/: one file a lazy chunk, as CommonJS, because on an empty Node every ES module costs more to
// load than its code. What a chunk imports from Node itself is loaded at its first use.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { build, transform } from 'esbuild'

const require = createRequire(import.meta.url)
/** Parts of Node that take a millisecond or more to load, and that many commands never use. */
const SLOW = /^node:(crypto|child_process|readline|os)$/

const lazyNode = {
  name: 'lazy-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: SLOW }, ({ path, namespace }) =>
      namespace === 'lazy-node' ? { path, external: true } : { path, namespace: 'lazy-node' },
    )
    onLoad({ filter: SLOW, namespace: 'lazy-node' }, ({ path }) => {
      const names = Object.keys(require(path)).filter((name) => /^[a-z]\w*$/.test(name))
      const forward = (name) =>
        `export const ${name} = (...args) => require('${path}').${name}(...args)`
      const whole = `export default new Proxy({}, { get: (_, name) => require('${path}')[name] })`
      return { contents: [...names.map(forward), whole].join('\n') }
    })
  },
}

const common = {
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
}

rmSync('dist', { recursive: true, force: true })
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/start.ts'],
  bundle: true,
  splitting: true,
  write: false,
  format: 'esm',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [lazyNode],
})

// Only the ES format can be split into chunks, so each is turned into CommonJS afterwards.
for (const { path, text } of outputFiles) {
  const { code } = await transform(text, {
    ...common,
    format: 'cjs',
    supported: { 'dynamic-import': false },
  })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
}
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')
