#!/usr/bin/env node
import * as module from 'node:module'

module.enableCompileCache?.()
const { run } = await import('../dist/main.js')
process.exitCode = await run(process.argv.slice(2))
