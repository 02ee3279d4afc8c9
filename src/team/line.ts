/** The connection to an engine, as far as whoever waits for an answer has to know of it: that it was cut off. */
export class Line {
  readonly #waiting = new Set<(error: Error) => void>()
  #cuts = 0
  #isOpen = false

  /** Returns how often it was cut off so far: after a cut a new one is opened where something is asked. */
  get cuts(): number {
    return this.#cuts
  }

  /** Returns whether an answer came down the line and it was not cut off since. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Ends every wait: nothing more comes down a line that is cut off. */
  cut(): void {
    this.#cuts++
    this.#isOpen = false
    for (const fail of this.#waiting) fail(cutOff())
    this.#waiting.clear()
  }

  /** Returns what the answer is; throws as soon as the line is cut off, because the library then may never answer. */
  orCut<T>(answer: PromiseLike<T>): Promise<T> {
    return new Promise((done, fail) => {
      this.#waiting.add(fail)
      const came = (value: T) => {
        this.#isOpen = this.#waiting.has(fail)
        done(value)
      }
      answer.then(came, fail).then(() => this.#waiting.delete(fail))
    })
  }
}

/** Returns the error of a line that was cut off, with the library's code for it. */
export function cutOff(): Error {
  return Object.assign(new Error('cut off'), { code: 'CONNECTION_CLOSED' })
}
