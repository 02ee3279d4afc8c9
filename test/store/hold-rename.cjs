// Preloaded into the built program: a month's new file never takes the old one's place, as on a disk that hangs.
const fs = require('node:fs')

const { rename } = fs
fs.rename = (from, to, done) => {
  if (!/journal.\d{4}-\d\d\.json$/.test(to)) return rename(from, to, done)
  process.stderr.write('held\n')
  setTimeout(done, 60_000)
}
