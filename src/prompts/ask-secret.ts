import { createPromptModule } from 'inquirer'
import { Stopped } from './stopped.ts'

export interface SecretStreams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
}

const plain = (text: string) => text

/** Asks for something that is not shown. Throws a Refusal with exit code 130 when they stop. */
export async function askSecret(text: string, streams: SecretStreams): Promise<string> {
  const theme = { prefix: '?', style: { answer: plain, message: plain, help: plain } } as const
  const prompt = createPromptModule({ ...streams })
  try {
    const { secret } = await prompt([{ type: 'password', name: 'secret', message: text, theme }])
    return secret
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Stopped()
    throw error
  }
}
