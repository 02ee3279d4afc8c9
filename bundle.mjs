// Bundles src/ into dist/ so that a command starts as fast as it can. Measured on an empty Node 20: an ES module costs more
// to load than its code, a file more than to compile it, and a part of Node itself more than both. So dist/ holds CommonJS,
// one file (core.js) of all that most commands need, one file a part that few need, and Node's parts wait for their first use.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { build, transform } from 'esbuild'

const require = createRequire(import.meta.url)
/** Parts of Node that take a millisecond or more to load, and that many commands never use. */
const SLOW = /^node:(crypto|child_process|readline|os|tty)$/
/** Where the code of a chunk begins, behind esbuild's helpers, of which core.js needs one copy only. */
const HELPERS = /^.*?(?=var stdin_exports=)/s

const common = {
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
}

/** Whether there is colour is decided in src/terminal.ts; what chalk would find out itself is left out. */
const noGuess = {
  name: 'no-guess',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'no-guess' }))
    onLoad({ filter: /./, namespace: 'no-guess' }, () => ({
      contents: 'export default { stdout: false, stderr: false }',
    }))
  },
}

const lazyNode = {
  name: 'lazy-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: SLOW }, ({ path, namespace }) =>
      namespace === 'lazy-node' ? { path, external: true } : { path, namespace: 'lazy-node' },
    )
    onLoad({ filter: SLOW, namespace: 'lazy-node' }, ({ path }) => {
      const parts = Object.entries(require(path)).filter(([name]) => /^[a-z]\w*$/.test(name))
      // Only a function can wait for its first call; anything else is taken at once, where it is used at all.
      const forward = ([name, part]) =>
        typeof part === 'function'
          ? `export const ${name} = (...args) => whole().${name}(...args)`
          : `export const ${name} = /* @__PURE__ */ (() => require('${path}').${name})()`
      const proxy = `export default new Proxy({}, { get: (_, name) => whole()[name] })`
      const whole = `let loaded\nconst whole = () => (loaded ??= require('${path}'))`
      return { contents: [whole, ...parts.map(forward), proxy].join('\n') }
    })
  },
}

const { outputFiles, metafile } = await build({
  ...common,
  entryPoints: ['src/start.ts', 'src/man-page.ts'],
  bundle: true,
  splitting: true,
  write: false,
  metafile: true,
  format: 'esm',
  outdir: 'dist',
  chunkNames: '[name]-[hash]',
  plugins: [lazyNode, noGuess],
})

/** Only the ES format can be split into chunks, so each is turned into CommonJS afterwards. */
async function toCommonJs(text) {
  const options = { ...common, format: 'cjs', supported: { 'dynamic-import': false } }
  return (await transform(text, options)).code
}

const chunks = new Map()
for (const { path, text } of outputFiles) chunks.set(basename(path), await toCommonJs(text))
const sample = await toCommonJs('import a, { b } from "a"; export { a, b }; import("c")')
const core = sharedByMost(metafile.outputs)

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')
writeFileSync('dist/core.js', renderCore())
for (const [name, code] of chunks)
  if (!core.has(name)) writeFileSync(`dist/${name}`, throughCore(code, 'require("./core.js").part'))

// The manual page is made of the same table of words; what makes it is needed only here.
const { manPage } = require('./dist/man-page.js')
writeFileSync('dist/afterword.1', await manPage())
rmSync('dist/man-page.js')

/** Returns one file of many chunks, each run when it is first asked for. */
function renderCore() {
  const [helpers] = HELPERS.exec(sample)
  const bodyOf = (name) => throughCore(chunks.get(name).replace(HELPERS, ''), 'part')
  const parts = [...core].map((name) => `"${name}":(function(module){${bodyOf(name)}})`)
  return `"use strict";${helpers}
const parts={${parts.join(',\n')}},made={}
function part(name){if(!made[name])parts[name](made[name]={exports:{}});return made[name].exports}
exports.part=part
`
}

function throughCore(code, part) {
  return code.replace(/\brequire\("\.\/([^"]+)"\)/g, (whole, name) =>
    core.has(name) ? `${part}("${name}")` : whole,
  )
}

/** Returns the names of the chunks that `main` needs at once, or more than a third of the commands; not what prints the version. */
function sharedByMost(outputs) {
  const paths = Object.keys(outputs)
  const entries = (room) => paths.filter((path) => outputs[path].entryPoint?.startsWith(room))
  const commands = entries('src/commands/')
  const needs = commands.map((path) => loadedWith(outputs, path))
  const isShared = (path) => needs.filter((need) => need.has(path)).length > commands.length / 3
  const [main] = entries('src/main.ts')
  const shared = new Set([...loadedWith(outputs, main), ...paths.filter(isShared)])
  for (const path of [...commands, ...loadedWith(outputs, entries('src/version.ts')[0])])
    shared.delete(path)
  return new Set([...shared].map((path) => basename(path)))
}

/** Returns the path and all that is loaded together with it. */
function loadedWith(outputs, path, seen = new Set()) {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const { kind, path: next } of outputs[path].imports)
    if (kind === 'import-statement' && outputs[next]) loadedWith(outputs, next, seen)
  return seen
}
