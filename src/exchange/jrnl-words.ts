/** One entry as jrnl exports it. */
export interface JrnlEntry {
  readonly title: string
  readonly body: string
  readonly date: string
  readonly time: string
  readonly tags: readonly string[]
  readonly starred: boolean
  readonly uuid?: string
}

const SUMMARY_LIMIT = 280

/** Returns the summary and note a jrnl entry makes: no word of its title or body is lost. */
export function wordsOf({ title, body }: JrnlEntry): { summary: string; note: string } {
  const [first = '', ...lines] = (title.trim() === '' ? body.trim() : title.trim()).split('\n')
  const rest = title.trim() === '' ? [] : [body]
  const { head, tail } = splitAt(first.trim(), SUMMARY_LIMIT)
  const note = [[tail, ...lines].join('\n'), ...rest].map((part) => part.trim())
  return { summary: head, note: note.filter((part) => part !== '').join('\n\n') }
}

function splitAt(text: string, limit: number): { head: string; tail: string } {
  const characters = [...text]
  if (characters.length <= limit) return { head: text, tail: '' }
  const fits = characters.slice(0, limit + 1).join('')
  const blank = fits.search(/\s\S*$/)
  const head = blank > 0 ? fits.slice(0, blank) : characters.slice(0, limit).join('')
  return { head: head.trimEnd(), tail: text.slice(head.length).trimStart() }
}

/** Returns the tags without the sign they begin with, each once. */
export function tagsOf({ tags }: JrnlEntry): string[] {
  const bare = tags.map((tag) => tag.trim().replace(/^[^\p{L}\p{N}]+/u, ''))
  return [...new Set(bare)].filter((tag) => tag !== '')
}
