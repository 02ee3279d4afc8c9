import { forExport } from '../exchange/leaving.ts'
import type { Writer } from '../exchange/writers.ts'
import type { Entry } from '../model/entry.ts'
import { safe } from '../model/safe.ts'

/** What has left by an export so far, and what was left out of it. */
export interface Exported {
  written: number
  neverShared: number
  withoutPrivate: number
}

export interface ExportOptions {
  readonly raw: boolean
  /** Whether the text is looked at rather than kept: then what a terminal would obey becomes visible. */
  readonly onScreen: boolean
}

const AT_ONCE = 65_536

/** Yields the export in pieces of a convenient size, and counts what leaves. */
export async function* exportPieces(
  parts: AsyncIterable<readonly Entry[]>,
  writer: Writer,
  exported: Exported,
  { raw, onScreen }: ExportOptions,
): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of written(parts, writer, exported, raw)) {
    waiting += onScreen ? safe(piece.replaceAll('\r\n', '\n')) : piece
    if (waiting.length < AT_ONCE) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

async function* written(
  parts: AsyncIterable<readonly Entry[]>,
  writer: Writer,
  exported: Exported,
  raw: boolean,
): AsyncGenerator<string> {
  yield writer.begin()
  for await (const part of parts) {
    const { entries, leftOut } = forExport(part.filter(writer.holds))
    exported.written += entries.length
    exported.neverShared += leftOut.neverShared
    exported.withoutPrivate += leftOut.withoutPrivate
    yield* writer.rows(entries, { raw })
  }
  yield writer.end
}
