import { createPromptModule } from 'inquirer'
import { Stopped } from './stopped.ts'

export interface YesNoStreams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}

const plain = (text: string) => text

/** The look of afterword: the library's own colours would say what nothing here says. */
const THEME = {
  prefix: '?',
  style: { answer: plain, message: plain, defaultAnswer: plain, confirmDefault: plain },
} as const

/** Asks for yes or no; Enter is no. Throws a Refusal with exit code 130 when they stop. */
export async function askYesNo(text: string, streams: YesNoStreams): Promise<boolean> {
  const prompt = createPromptModule({ ...streams })
  const question = {
    type: 'confirm',
    name: 'yes',
    message: text,
    default: false,
    theme: THEME,
  } as const
  try {
    return (await prompt([question])).yes
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Stopped()
    throw error
  }
}
