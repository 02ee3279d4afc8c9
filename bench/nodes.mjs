// node bench/nodes.mjs [--nodes 20,24] [--sizes 1000,10000,100000,1000000] [--runs 15]
// Measures everything on each Node (fetched with npx where it is not the one that runs this), other tools beside the
// first, then where the milliseconds go, import and export of a large file, and the index against no index; writes it all
// into RESULTS.md, between its two marks. What stands around them is written by hand.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const RESULTS = join(import.meta.dirname, 'RESULTS.md')
const [BEGIN, END] = ['<!-- measured -->', '<!-- end of what was measured -->']

const { values: options } = parseArgs({
  options: {
    nodes: { type: 'string', default: '20,24' },
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    runs: { type: 'string', default: '15' },
  },
})

/** Returns the path of a Node itself: npx and its shell would be measured with it. */
function pathOf(major) {
  if (process.versions.node.split('.')[0] === major) return process.execPath
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['-y', `node@${major}`, '-p', 'process.execPath'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`There is no Node ${major}: ${stderr}`)
  return stdout.trim()
}

function measured(node, script, args) {
  const { status, stdout } = spawnSync(node, [join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.stdout.write(`${stdout}\n`)
  if (status !== 0) process.exitCode = 1
  return stdout.trim()
}

const { sizes, runs } = options
const nodes = options.nodes.split(',')
const parts = []
for (const [at, major] of nodes.entries()) {
  const others = at === 0 ? [] : ['--no-others']
  const args = ['--sizes', sizes, '--runs', runs, ...others]
  parts.push(`## Node ${major}`, measured(pathOf(major), 'run.mjs', args))
}
parts.push('## Where the milliseconds go', measured(pathOf(nodes[0]), 'profile.mjs', []))
parts.push('## Import and export', measured(pathOf(nodes[0]), 'exchange.mjs', []))
const compared = measured(pathOf(nodes[0]), 'index.mjs', ['--sizes', sizes])
parts.push('## With the index and without it', `\`\`\`\n${compared}\n\`\`\``)

const text = readFileSync(RESULTS, 'utf8')
const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]]
writeFileSync(RESULTS, `${before}${BEGIN}\n\n${parts.join('\n\n')}\n\n${END}${after}`)
