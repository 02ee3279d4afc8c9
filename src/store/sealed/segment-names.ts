/** One piece of a history: which writing of the whole it belongs to, and where in it its bytes begin. */
export interface Segment {
  readonly name: string
  readonly generation: number
  readonly start: number
}

const NAME = /^(\d{6})-(\d{12})\.age$/

/** Returns the name of a piece. */
export function segmentName(generation: number, start: number): string {
  return `${String(generation).padStart(6, '0')}-${String(start).padStart(12, '0')}.age`
}

/** Returns the pieces among a folder's names, whatever writing they belong to. */
export function segmentsIn(names: readonly string[]): Segment[] {
  return names.flatMap((name) => {
    const [, generation, start] = NAME.exec(name) ?? []
    return start === undefined ? [] : { name, generation: Number(generation), start: Number(start) }
  })
}

/** Returns the pieces that count, in order: those of the newest writing that has its first, which is put in place last. */
export function newestOf(segments: readonly Segment[]): Segment[] {
  const whole = segments.filter(({ start }) => start === 0).map(({ generation }) => generation)
  const newest = Math.max(...whole)
  return segments
    .filter(({ generation }) => generation === newest)
    .sort((one, other) => one.start - other.start)
}

/** Returns bytes in parts that end with a line, of about so many bytes. */
export function partsOf(bytes: Buffer, length: number): Buffer[] {
  const parts: Buffer[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = endOfPart(bytes, start, length)
    parts.push(bytes.subarray(start, end))
    start = end
  }
  return parts.length > 0 ? parts : [bytes]
}

function endOfPart(bytes: Buffer, start: number, length: number): number {
  if (start + length >= bytes.length) return bytes.length
  const before = bytes.lastIndexOf(10, start + length - 1)
  if (before >= start) return before + 1
  const after = bytes.indexOf(10, start + length)
  return after < 0 ? bytes.length : after + 1
}
