/** What a question's answer turns out to be: understood with an echo to show, or refused with a reason. */
export type Verdict =
  | { readonly ok: true; readonly echo?: string }
  | {
      readonly ok: false
      /** One or more lines. */
      readonly why: string
      /** The lines are what was asked for (a list of words), not a fault. */
      readonly help?: boolean
    }

export interface Completion {
  readonly value: string
  readonly beside?: string
}

/** One question on one line. */
export interface Question {
  readonly text: string
  /** Its place in a fixed row of questions; accessible mode says it. */
  readonly number?: number
  /** Dim words under the empty answer: what Enter means. */
  readonly hint?: string
  /** Kept text from before: an answer gone back to, or a draft. */
  readonly initial?: string
  /** Returns at most eight completions for what is typed so far, best first, each with what to show beside it. */
  readonly complete?: (typed: string) => readonly Completion[]
  /** Judges the typed text at Enter; a refusal keeps the text and shows the reason. */
  readonly judge: (typed: string) => Verdict | Promise<Verdict>
}

/** The answer as typed, or the wish to go back one question (Esc) with what stood there. */
export type Reply = { readonly typed: string } | { readonly back: string }

/** The only door to a person. Throws a Refusal with exit code 130 when they stop with Ctrl+C or Ctrl+D. */
export interface Ask {
  /** How to go back and how to stop, in a few words. */
  readonly keys: string
  line(question: Question): Promise<Reply>
  /** Asks for yes or no; Enter and Esc are no. */
  confirm(text: string): Promise<boolean>
  /** Waits for one key; returns it, or an empty text for Enter or Esc. */
  key(text: string): Promise<string>
  /** Asks for something that is not shown while it is typed, and never kept. */
  secret(text: string): Promise<string>
  /** Says one line or more between two questions. */
  say(text: string, tone?: Tone): void
}

/** What a piece of text means to the reader; a theme may colour it. */
export type Tone = 'bad' | 'good' | 'dim' | 'strong'

/** Colours a text that is already safe to print. */
export type Paint = (text: string, tone?: Tone) => string

/** Returns whether the reply is the wish to go back. */
export function isBack(reply: Reply): reply is { readonly back: string } {
  return 'back' in reply
}
