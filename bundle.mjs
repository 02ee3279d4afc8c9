// Bundles src/ into dist/ so that a command starts as fast as it can. Measured on an empty Node 20: an ES module costs more
// to load than its code, a file more than to compile it, and a part of Node itself more than both. So dist/ holds CommonJS,
// one file (core.js) of all that the words of every day need, in parts that run when they are first asked for, a file each
// for the rest, and Node's parts wait for their first use. compile.mjs then keeps what V8 makes of core.js.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { build, transform } from 'esbuild'

const require = createRequire(import.meta.url)
const { EVERY_DAY } = require('./bin/code.js')
/** Parts of Node that take a millisecond or more to load, and that many commands never use. */
const SLOW = /^node:(crypto|child_process|readline|os|tty)$/
/** Where the code of a chunk begins, behind esbuild's helpers, of which core.js needs one copy only. */
const HELPERS = /^.*?(?=var stdin_exports=)/s
/** What a chunk exports, in esbuild's words: a getter a name, since it could change. */
const EXPORTS =
  /^var stdin_exports=\{\};(?:__export\(stdin_exports,\{([^}]*)\}\);)?module\.exports=__toCommonJS\(stdin_exports\);/

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
  entryPoints: ['src/main.ts', 'src/man-page.ts'],
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

/** What is larger, in bytes, and not needed to start, waits in a file of its own. */
const LARGE = 35_000

const chunks = new Map()
for (const { path, text } of outputFiles) chunks.set(basename(path), await toCommonJs(text))
const sample = await toCommonJs('import a, { b } from "a"; export { a, b }; import("c")')
const core = coreOf(metafile.outputs)

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
writeFileSync('dist/package.json', '{"type":"commonjs"}\n')
writeFileSync('dist/core.js', inAscii(renderCore()))
for (const [name, code] of chunks)
  if (!core.has(name))
    writeFileSync(`dist/${name}`, throughCore(code, 'require("../bin/code.js").part'))

// To print the version takes so little that even to look into core.js would be felt.
await build({
  ...common,
  entryPoints: ['src/version.ts'],
  bundle: true,
  format: 'cjs',
  outfile: 'dist/version.js',
  plugins: [lazyNode],
})

// The manual page is made of the same table of words; what makes it is needed only here.
const { manPage } = require('./dist/man-page.js')
writeFileSync('dist/afterword.1', await manPage())
rmSync('dist/man-page.js')

/** Returns one script of many chunks, each run when it is first asked for: it gives a function from `require` to `part`. */
function renderCore() {
  const [helpers] = HELPERS.exec(sample)
  const bodyOf = (name) => plainExports(throughCore(chunks.get(name).replace(HELPERS, ''), 'part'))
  const parts = [...core].map((name) => `"${name}":function(module){${bodyOf(name)}}`)
  return `(function(require){"use strict";${helpers}
const parts={${parts.join(',\n')}},made={}
function part(name){if(!made[name])parts[name](made[name]={exports:{}});return made[name].exports}
return part
})
`
}

/**
 * One byte a character is read in half the time. esbuild leaves other characters in patterns alone, and in the raw texts
 * that become patterns, and there an escape means the same.
 */
function inAscii(code) {
  return code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * Within one script nobody asks whether a part was once an ES module, and no chunk needs one that needs it. So each hands
 * over plain values at its end, for getters would be a tenth of what V8 has to read. Only what esbuild makes later, when it
 * is first asked for (`__esm`), changes and needs them.
 */
function plainExports(code) {
  const plain = code.replace(/\b__toESM\((part\("[^"]+"\))\)/g, '$1')
  if (/\b__esm\)\(/.test(code)) return plain.replace('__toCommonJS(stdin_exports)', 'stdin_exports')
  const [, names = ''] = EXPORTS.exec(plain)
  return `${plain.replace(EXPORTS, '').trimEnd()}\nmodule.exports={${names.replaceAll(':()=>', ':')}}`
}

function throughCore(code, part) {
  return code.replace(/\brequire\("\.\/([^"]+)"\)/g, (_, name) =>
    core.has(name) ? `${part}("${name}")` : `require("../dist/${name}")`,
  )
}

/** Returns the names of the chunks that make up core.js: all that the words of every day may come to need, but for what is large. */
function coreOf(outputs) {
  const paths = Object.keys(outputs)
  const [main] = paths.filter((path) => outputs[path].entryPoint === 'src/main.ts')
  const atOnce = needed(outputs, [main])
  const isSeldom = (path) => {
    const [, word] = /^src\/commands\/(.+)\.ts$/.exec(outputs[path].entryPoint) ?? []
    return word !== undefined && !EVERY_DAY.includes(word)
  }
  const isLarge = (path) => outputs[path].bytes > LARGE && !atOnce.has(path)
  const core = new Set()
  const add = (path) => {
    const need = needed(outputs, [path])
    if (core.has(path) || isSeldom(path) || [...need].some(isLarge)) return
    for (const each of need) core.add(each)
    for (const later of [...need].flatMap((each) => importsOf(outputs[each], 'dynamic-import')))
      add(later)
  }
  add(main)
  return new Set([...core].map((path) => basename(path)))
}

/** Returns the paths and all that is loaded together with them. */
function needed(outputs, paths, seen = new Set()) {
  for (const path of paths.filter((each) => !seen.has(each))) {
    seen.add(path)
    needed(outputs, importsOf(outputs[path], 'import-statement'), seen)
  }
  return seen
}

/** Returns the chunks among what an output imports in one way. */
function importsOf({ imports }, way) {
  return imports.filter(({ kind, external }) => kind === way && !external).map(({ path }) => path)
}
