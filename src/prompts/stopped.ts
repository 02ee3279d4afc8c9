import { Refusal } from '../errors.ts'

/** Somebody stops with Ctrl+C or Ctrl+D, which is exit code 130; `typed` is what stood at the question. */
export class Stopped extends Refusal {
  readonly typed: string

  constructor(typed = '') {
    super('Stopped.', 130)
    this.typed = typed
  }
}
