// node bench/index.mjs [--sizes 1000,10000,100000,1000000]
// Asks every question of a journal twice, with what was noted of its months (the index, and what was counted) and
// without it, and compares every byte of the answers. Ends with 1 where one differs, or where nothing was noted.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { NEEDLE } from './journal.mjs'
import { environment, FOLDER, PROGRAM, prepare } from './prepared.mjs'

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000,100000,1000000' } },
})

const FORMATS = ['text', 'markdown', 'html', 'csv', 'json']
const REPORTS = ['feelings', 'stories', 'blockers', 'purpose', 'calendar']

const inEach = (formats, ...words) => formats.map((format) => [...words, '--format', format])

/** Returns every question; for all but one size in two formats, for all are written from the same figures. */
function questions({ size, named }) {
  const formats = size === 10_000 ? FORMATS : ['text', 'json']
  const who = named.customer.slice(0, -1)
  return [
    ['today'],
    ['today', '--json'],
    ['status'],
    ['status', '--json'],
    ['show', named.id],
    ['show', named.id.slice(0, 6), '--json'],
    ['list'],
    ['list', '--text', NEEDLE],
    ['list', '--text', 'third time'],
    ['list', '--who', who, '--plain'],
    ['list', '--open', '--json'],
    ['list', '--from', '2019-03-05', '--to', '2019-04-02', '--json'],
    ['list', '--felt', 'confused', '--limit', '40'],
    ...inEach(formats, 'followups'),
    ...inEach(formats, 'week'),
    ...inEach(formats, 'week', '2021-06-07'),
    ...inEach(formats, 'month'),
    ...inEach(formats, 'month', '2018-02'),
    ...inEach(formats, 'customer', named.customer),
    ...REPORTS.flatMap((name) => inEach(formats, 'report', name)),
    ...REPORTS.map((name) => ['report', name, '--who', who, '--json']),
    ['report', 'feelings', '--from', '2020-01-15', '--to', '2020-12-31', '--json'],
    ['report', 'feelings', '--channel', 'chat', '--limit', '40', '--json'],
    ['report', 'stories', '--from', '2020-01-01', '--to', '2020-12-31'],
    ['export', '--format', 'jsonl', '--out', '-'],
    ['export', '--format', 'ics', '--out', '-'],
  ]
}

/** What these ask of many months is noted; of the weeks before others it is counted as they are asked for. */
const ASKED_FIRST = [
  ['followups'],
  ['report', 'feelings'],
  ['month'],
  ['month', '2018-02'],
  ['week', '2021-06-07'],
]

/** Returns how a question ended, and the hash of each of its outputs. */
function answer(home, words) {
  const paths = ['out', 'err'].map((name) => join(FOLDER, `answer.${process.pid}.${name}`))
  const files = paths.map((path) => openSync(path, 'w'))
  const { status } = spawnSync(process.execPath, [PROGRAM, ...words], {
    env: environment(home),
    stdio: ['ignore', ...files],
  })
  for (const file of files) closeSync(file)
  const texts = paths.map((path) => readFileSync(path))
  for (const path of paths) rmSync(path)
  return { status, size: texts[0].length, sums: texts.map(sumOf).join(' ') }
}

const sumOf = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Returns the questions whose answers differ. */
function differing(journal) {
  const notes = ['index', 'counts.feelings', 'counts.weeks'].map((name) =>
    join(journal.home, 'state', name),
  )
  const notedNow = () =>
    notes.map((path) => existsSync(path) && sumOf(readFileSync(path))).join(' ')
  const asked = questions(journal)
  const without = asked.map((words) => {
    for (const path of notes) rmSync(path, { force: true })
    return answer(journal.home, words)
  })
  for (const words of ASKED_FIRST) answer(journal.home, words)
  // A few months of a small journal are not worth a note.
  const expected = journal.size < 10_000 ? notes.slice(0, 2) : notes
  const missing = expected.filter((path) => !existsSync(path))
  if (missing.length > 0) throw new Error(`nothing was noted in ${missing.join(', ')}`)
  const noted = notedNow()
  const wrong = asked.filter((words, at) => {
    const { status, sums } = answer(journal.home, words)
    return status !== without[at].status || sums !== without[at].sums
  })
  if (notedNow() !== noted) throw new Error('what was noted was made anew meanwhile')
  const [failed] = without.filter(({ status, size }) => status !== 0 || size === 0)
  if (failed)
    throw new Error(`a question had no answer: ${asked[without.indexOf(failed)].join(' ')}`)
  const bytes = without.reduce((sum, { size }) => sum + size, 0)
  console.log(
    `${journal.size} entries: ${asked.length} questions, ${bytes} bytes, ${wrong.length} differ`,
  )
  return wrong
}

const say = (text) => process.stderr.write(`${text}\n`)
for (const size of options.sizes.split(',').map(Number))
  for (const words of differing(prepare(size, say))) {
    console.log(`differs: afterword ${words.join(' ')}`)
    process.exitCode = 1
  }
