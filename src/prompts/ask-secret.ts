import { createPromptModule } from 'inquirer'

export interface SecretStreams {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  /** Ends the question. */
  readonly signal: AbortSignal
}

const plain = (text: string) => text

/** Asks for something that is not shown. Throws what the library throws when they stop. */
export async function askSecret(text: string, streams: SecretStreams): Promise<string> {
  const theme = { prefix: '?', style: { answer: plain, message: plain, help: plain } } as const
  const prompt = createPromptModule({ ...streams })
  const { secret } = await prompt([{ type: 'password', name: 'secret', message: text, theme }])
  return secret
}
