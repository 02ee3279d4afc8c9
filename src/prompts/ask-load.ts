import type { Ask, Paint } from './ask.ts'

export interface LoadOptions {
  /** Numbered questions, no cursor movement, not one escape byte. */
  readonly accessible: boolean
  readonly safe: (text: string) => string
  readonly paint: Paint
}

/** Loads the prompts of a terminal, or their plain twin; nothing of either is loaded before. */
export async function loadAsk({ accessible, safe, paint }: LoadOptions): Promise<Ask> {
  if (accessible) return (await import('./ask-plain.ts')).createPlainAsk({ safe })
  return (await import('./ask-inquirer.ts')).createInquirerAsk({ safe, paint })
}
