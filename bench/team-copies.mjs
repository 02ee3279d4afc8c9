// Makes a large team of a small one: pushing thousands of packs would take longer than what is to be measured.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

// Every copy has ids and names of its own, as long as the first's: sizes stay what they would be.
const pack = (column) => `substr(md5(${column} || ':' || g), 1, 12)`
const hash = "md5(hash || ':' || g)"
const rep = "rep || '-' || g"
const COLUMNS = {
  afterword_reps: { id: "id || '-' || g", owner: 'owner', author: "md5(author || ':' || g)" },
  afterword_packs: {
    id: pack('id'),
    owner: 'owner',
    rep,
    ...same('period', 'made', 'entries', 'arrived', 'sha256', 'body'),
  },
  afterword_weeks: {
    id: `${pack('pack')} || ':' || week`,
    owner: 'owner',
    pack: pack('pack'),
    rep,
    ...same('week', 'made', 'arrived', 'entries', 'nothing_planned', 'out_of_sight'),
    ...same('due', 'on_time', 'late', 'overdue'),
  },
  afterword_contacts: {
    id: `${pack('pack')} || ':' || ${hash}`,
    owner: 'owner',
    pack: pack('pack'),
    rep,
    week: 'week',
    hash,
    ...same('channel', 'moment', 'felt_before', 'felt_after', 'guess', 'steps', 'passed_on'),
    ...same('checked_back', 'needed', 'had', 'coded', 'blockers', 'customer'),
  },
  afterword_texts: {
    id: `${pack('pack')} || ':' || week || ':' || ${hash} || ':' || right(spot, 2)`,
    owner: 'owner',
    pack: pack('pack'),
    rep,
    week: 'week',
    hash,
    kind: 'kind',
    spot: `week || ':' || ${hash} || ':' || right(spot, 2)`,
    ...same('text', 'more', 'share'),
  },
}

function same(...names) {
  return Object.fromEntries(names.map((name) => [name, name]))
}

/** Copies one team's rows to another so many times. */
export async function copyRows(sql, { from, to, times }) {
  for (const [table, columns] of Object.entries(COLUMNS))
    await sql.unsafe(
      `INSERT INTO ${table} (team, ${Object.keys(columns).join(', ')})
SELECT $1, ${Object.values(columns).join(', ')} FROM ${table} CROSS JOIN generate_series(1, ${times}) g WHERE team = $2`,
      [to, from],
    )
}

/** Writes so many packs into a coach's folder: the files, then copies of them under other names. */
export function copyFolder(files, folder, count) {
  const packs = files.map((file) => ({
    name: basename(file),
    pack: JSON.parse(readFileSync(file, 'utf8')),
  }))
  for (let at = 0; at < count; at++) {
    const { name, pack } = packs[at % packs.length]
    const round = Math.floor(at / packs.length)
    const copy = round === 0 ? pack : copyOf(pack, round)
    const arrived = String(at + 1).padStart(6, '0')
    writeFileSync(join(folder, `${arrived}-${copy.exportId}-${name}`), JSON.stringify(copy))
  }
}

function copyOf({ sha256: _, ...pack }, round) {
  const other = (text, length) =>
    createHash('md5').update(`${text}:${round}`).digest('hex').slice(0, length)
  const body = {
    ...pack,
    rep: `${pack.rep}-${round}`,
    author: other(pack.author, 32),
    exportId: other(pack.exportId, 12),
    entries: pack.entries.map((entry) => ({ ...entry, hash: other(entry.hash, 32) })),
  }
  return { ...body, sha256: createHash('sha256').update(JSON.stringify(body)).digest('hex') }
}
