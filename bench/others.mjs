// The same journal in other tools, where they are installed: how long they take for what comes closest.
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const WEEK = { from: '2026-11-16', to: '2026-11-23' }

/** Every other tool: how to know its version, how to hand it the journal, and what to measure. */
export const OTHERS = [
  {
    name: 'sqlite3',
    version: ['--version'],
    fill: fillSqlite,
    cases: (folder) =>
      [
        [
          'add one',
          [
            'journal.db',
            "INSERT INTO entry VALUES(hex(randomblob(6)),'2026-11-18','a','b','c','')",
          ],
        ],
        [
          'count a week',
          [
            'journal.db',
            `SELECT after, count(*) FROM entry WHERE day >= '${WEEK.from}' GROUP BY 1`,
          ],
        ],
        ['count all', ['journal.db', 'SELECT after, count(*) FROM entry GROUP BY 1']],
      ].map(([name, [file, sql]]) => ({ name, args: [join(folder, file), sql] })),
  },
  {
    name: 'task',
    version: ['--version'],
    largest: 1e5,
    fill: fillTaskwarrior,
    env: (folder) => ({ TASKRC: join(folder, 'taskrc'), TASKDATA: join(folder, 'task') }),
    cases: () => [
      { name: 'add one', args: ['add', 'Wet splitter', 'project:lantern-street'] },
      { name: 'count a week', args: [`entry.after:${WEEK.from}`, 'count'] },
      { name: 'list what is due', args: ['due.before:2026-11-25', 'status:pending', 'count'] },
    ],
  },
  {
    name: 'hledger',
    version: ['--version'],
    largest: 1e5,
    fill: fillHledger,
    cases: (folder) => [
      {
        name: 'balance of a week',
        args: ['-f', join(folder, 'all.journal'), 'balance', '-b', WEEK.from, '-e', WEEK.to],
      },
    ],
  },
]

/** Returns the version a tool gives, or nothing where it is not installed. */
export function versionOf({ name, version }) {
  const { status, stdout } = spawnSync(name, version, { encoding: 'utf8' })
  return status === 0 ? `${name} ${/\d+(\.\d+)+/.exec(stdout)?.[0]}` : undefined
}

/** Calls `write` with the text for each entry, a month at a time. */
async function eachMonth(home, textOf, write) {
  const folder = join(home, 'journal')
  for (const name of readdirSync(folder).sort()) {
    const lines = createInterface({ input: createReadStream(join(folder, name)) })
    const texts = []
    for await (const line of lines)
      if (line.startsWith('{"id"')) texts.push(textOf(JSON.parse(line.replace(/,$/, ''))))
    await write(texts.join(''))
  }
}

function fresh(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

async function fillSqlite(home, folder) {
  fresh(folder)
  const script = join(folder, 'fill.sql')
  const quoted = (text = '') => `'${text.replaceAll("'", "''")}'`
  writeFileSync(
    script,
    'CREATE TABLE entry(id PRIMARY KEY, day, customer, before, after, summary);\nCREATE INDEX byday ON entry(day);\nBEGIN;\n',
  )
  await eachMonth(
    home,
    ({ id, at, customer, felt, summary }) =>
      `INSERT INTO entry VALUES(${[id, at.slice(0, 10), customer, felt.before, felt.after, summary].map(quoted).join(',')});\n`,
    (text) => appendFile(script, text),
  )
  await appendFile(script, 'COMMIT;\n')
  run('sqlite3', [join(folder, 'journal.db'), `.read ${script}`])
  rmSync(script)
}

async function fillTaskwarrior(home, folder) {
  fresh(folder)
  const env = { TASKRC: join(folder, 'taskrc'), TASKDATA: join(folder, 'task') }
  mkdirSync(env.TASKDATA)
  writeFileSync(env.TASKRC, 'confirmation=off\nverbose=nothing\nhooks=off\n')
  const pending = []
  const seconds = (at) => Math.floor(Date.parse(at) / 1000)
  const uuidOf = (id) => {
    const hex = Buffer.from(id).toString('hex').padEnd(32, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  await eachMonth(
    home,
    ({ id, at, customer, summary, followUp }) => {
      const isOpen = followUp.status === 'planned'
      const due = followUp.due ? ` due:"${seconds(followUp.due)}"` : ''
      const end = isOpen ? '' : ` end:"${seconds(at)}"`
      const line = `[description:"${summary}" entry:"${seconds(at)}" project:"${customer}" status:"${isOpen ? 'pending' : 'completed'}" uuid:"${uuidOf(id)}"${due}${end}]\n`
      if (isOpen) pending.push(line)
      return isOpen ? '' : line
    },
    (text) => appendFile(join(env.TASKDATA, 'completed.data'), text),
  )
  writeFileSync(join(env.TASKDATA, 'pending.data'), pending.join(''))
}

async function fillHledger(home, folder) {
  fresh(folder)
  await eachMonth(
    home,
    ({ at, customer, channel, felt }) =>
      `${at.slice(0, 10)} ${customer}\n  left:${felt.after}  1\n  channel:${channel}\n\n`,
    (text) => appendFile(join(folder, 'all.journal'), text),
  )
}

function run(file, args) {
  const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`)
}
