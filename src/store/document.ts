/** A small JSON file that is read whole and changed under the same lock as the journal. */
export interface Document<T> {
  /** Returns what is stored, or the default where no file is. Throws a Refusal naming the file and field that are wrong. */
  read(): Promise<T>
  /** Reads anew inside the lock, applies `edit`, writes durably, and returns what is stored now. */
  change(edit: (current: T) => T): Promise<T>
}
