/** What a question's answer turns out to be: understood with an echo to show, or refused with a reason. */
export type Verdict =
  | { readonly ok: true; readonly echo?: string }
  | { readonly ok: false; readonly why: string }

/** One question on one line. */
export interface Question {
  readonly text: string
  /** Dim words beside the empty answer: what Enter means. */
  readonly hint?: string
  /** Kept text from before: an answer gone back to, or a draft. */
  readonly initial?: string
  /** Returns at most eight completions for what is typed so far, best first, each with what to show beside it. */
  readonly complete?: (typed: string) => readonly Completion[]
  /** Judges the typed text at Enter; a refusal keeps the text and shows the reason. */
  readonly judge: (typed: string) => Verdict | Promise<Verdict>
}

export interface Completion {
  readonly value: string
  readonly beside?: string
}

/** The answer as typed, or the wish to go back one question (Esc). */
export type Reply = { readonly typed: string } | 'back'

/** The only door to a person. Throws a Refusal with exit code 130 when they stop with Ctrl+C or Ctrl+D. */
export interface Ask {
  line(question: Question): Promise<Reply>
  confirm(text: string): Promise<boolean>
  /** Waits for one key; returns it, or an empty text for Enter. */
  key(text: string): Promise<string>
}
