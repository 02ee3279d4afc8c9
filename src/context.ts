import type { Day, Timestamp } from './model/day.ts'
import type { Reviews } from './model/review.ts'
import type { Settings } from './model/settings.ts'
import type { Ask } from './prompts/ask.ts'
import type { Document } from './store/document.ts'
import type { Drafts } from './store/drafts.ts'
import type { Journal } from './store/journal.ts'

/** The world as one value: what a command may read, ask and print. Tests hand in their own. */
export interface Context {
  readonly journal: Journal
  readonly settings: Document<Settings>
  readonly reviews: Document<Reviews>
  readonly drafts: Drafts
  /** Returns this moment in the person's time zone; `AFTERWORD_NOW` fixes it. */
  now(): Promise<Timestamp>
  today(): Promise<Day>
  newId(): string
  /** Loads the prompts, or returns nothing where nobody can be asked. */
  ask(): Promise<Ask | undefined>
  /** Prints a result on stdout. */
  print(text: string): Promise<void>
  /** Says something about it on stderr. */
  note(text: string): void
}
