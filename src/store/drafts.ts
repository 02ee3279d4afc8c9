import type { HalfAnswered } from '../model/answers.ts'
import type { Timestamp } from '../model/day.ts'

/** What somebody typed and has not yet saved, answer by answer, exactly as typed; the last may be half an answer. */
export interface Draft {
  readonly id: string
  readonly savedAt: Timestamp
  readonly answers: HalfAnswered
}

/** The drafts of this machine. A draft outlives the process that wrote it. */
export interface Drafts {
  /** Writes the draft and returns the path of its file. */
  save(draft: Draft): Promise<string>
  /** Returns the drafts whose process has ended, newest first. */
  abandoned(): Promise<Draft[]>
  remove(id: string): Promise<void>
}
