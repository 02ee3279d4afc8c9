import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Disk, diskOf } from '../../src/store/disk.ts'
import { NotedFile } from '../../src/store/noted-file.ts'
import { tempBeside } from '../../src/store/sweep.ts'
import { aHome } from './store-folder.ts'

const MONTHS = [['2026-11', { entries: 3, said: 'é' }]]

function aDisk(): Disk {
  const disk = diskOf(aHome())
  mkdirSync(disk.home.state, { recursive: true })
  return disk
}

const noted = (disk: Disk, version = '1') => new NotedFile(disk, disk.home.index, version)

it('gives back what was kept, to the version that kept it', async () => {
  const disk = aDisk()
  await noted(disk).save(MONTHS)
  expect(await noted(disk).load()).toEqual(MONTHS)
  expect(await noted(disk, '2').load()).toBeUndefined()
})

it('believes no file of which a single bit is another, or the end is missing', async () => {
  const disk = aDisk()
  await noted(disk).save(MONTHS)
  const whole = readFileSync(disk.home.index)
  for (let at = 0; at < whole.length; at++) {
    const bytes = Buffer.from(whole)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
    writeFileSync(disk.home.index, bytes)
    expect(await noted(disk).load(), `bit of byte ${at}`).toBeUndefined()
    writeFileSync(disk.home.index, whole.subarray(0, at))
    expect(await noted(disk).load(), `${at} bytes`).toBeUndefined()
  }
})

it('sweeps what a reader who was killed had begun', async () => {
  const disk = aDisk()
  writeFileSync(tempBeside(disk.home.index), 'half')
  await noted(disk).save(MONTHS)
  expect(readdirSync(disk.home.state)).toEqual(['index'])
})
