// One contact from log to undo on the Node that runs this script, in the AFTERWORD_HOME it is given.
import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'

const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  AFTERWORD_HOME: process.env.AFTERWORD_HOME,
  AFTERWORD_NOW: '2026-11-18T12:00:00-06:00',
}

function afterword(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/afterword.js', ...args], {
    encoding: 'utf8',
    env,
  })
  assert.equal(status, 0, `afterword ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

assert.ok(env.AFTERWORD_HOME, 'AFTERWORD_HOME must name an empty folder')
const answers = [
  '--who',
  'blue-gate',
  '--channel',
  'phone',
  '--felt',
  'fru:gra',
  '--end',
  'resolved',
]
const entry = JSON.parse(afterword('log', 'New fuse', ...answers, '--next', 'fri!', '--json'))
assert.equal(entry.followUp.due, '2026-11-20')
assert.equal(JSON.parse(afterword('list', '--json')).length, 1)
assert.equal(JSON.parse(afterword('followups', '--json')).length, 1)
assert.equal(JSON.parse(afterword('week', '--json')).entries, 1)
assert.match(afterword('today'), /blue-gate/)
afterword('done', 'blue', '--felt', 'happy')
afterword('undo')
afterword('undo')
assert.equal(JSON.parse(afterword('followups', '--json')).length, 0)
assert.match(afterword('demo'), /Week/)
console.log(`Node ${process.versions.node}: log, list, followups, week, today, done, undo, demo`)
