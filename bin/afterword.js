#!/usr/bin/env node
const argv = process.argv.slice(2)

/** Runs the command line and returns its exit code; to print the version nothing else is loaded. */
function run() {
  if (argv.length === 1 && /^(-V|--version)$/.test(argv[0]))
    return require('../dist/version.js').printVersion()
  return require('./code.js').part('main.js').run(argv)
}

// All is written by then; what V8 still compiles in the background is not worth waiting for.
run().then((exitCode) => process.exit(exitCode))
