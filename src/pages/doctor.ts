import { command, type Line, line, type Node, type Page, typed, words } from './page.ts'

/** What was found and done, in words. */
export interface Findings {
  readonly folders: Readonly<Record<string, string>>
  readonly findings: readonly Ailing[]
  readonly remarks: readonly { readonly file: string; readonly says: string }[]
  readonly done: readonly string[]
}

interface Ailing {
  readonly file: string
  readonly line?: number
  readonly says: string
  readonly mends: 'yes' | 'asks' | 'no'
}

/** Returns the page of `doctor`: the folders used, what was mended, what is wrong, and what is worth knowing. */
export function doctorPage({ folders, findings, remarks, done }: Findings): Page {
  const lists: readonly (readonly [string, readonly Line[]])[] = [
    ['Mended', done.map((sentence) => line([typed(sentence)]))],
    ['Found', findings.map(findingLine)],
    ['Worth knowing', remarks.map(({ file, says }) => line([typed(`${file} ${says}.`)]))],
  ]
  const fields = Object.entries(folders).map(([label, path]) => ({ label, pieces: [typed(path)] }))
  return {
    report: 'doctor',
    title: findings.length === 0 ? 'Healthy' : counted(findings.length),
    nodes: [
      { kind: 'fields', fields },
      ...lists.flatMap(([title, items]) => (items.length > 0 ? section(title, items) : [])),
    ],
    footer: findings.some(({ mends }) => mends !== 'no')
      ? [line([words('To mend it: '), command('afterword doctor --repair')])]
      : [],
  }
}

function counted(count: number): string {
  return count === 1
    ? 'One thing is not as it should be'
    : `${count} things are not as they should be`
}

function section(title: string, items: readonly Line[]): Node {
  return { kind: 'section', title, nodes: [{ kind: 'list', items }] }
}

function findingLine({ file, line: number, says }: Ailing): Line {
  const where = number === undefined ? `${file}: ` : `${file} line ${number}: `
  return line([typed(where, 'bad'), typed(`${says}.`)])
}
