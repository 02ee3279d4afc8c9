import { createPromptModule } from 'inquirer'

export interface YesNoStreams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  /** Ends the question. */
  readonly signal: AbortSignal
}

const plain = (text: string) => text

/** The look of afterword: the library's own colours would say what nothing here says. */
const THEME = {
  prefix: '?',
  style: { answer: plain, message: plain, defaultAnswer: plain, confirmDefault: plain },
} as const

/** Asks for yes or no; Enter is no. Throws what the library throws when they stop. */
export async function askYesNo(text: string, streams: YesNoStreams): Promise<boolean> {
  const prompt = createPromptModule({ ...streams })
  const question = {
    type: 'confirm',
    name: 'yes',
    message: text,
    default: false,
    theme: THEME,
  } as const
  return (await prompt([question])).yes
}
