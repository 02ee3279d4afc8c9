import { Refusal } from '../errors.ts'

/** Returns the refusal of somebody who stops with Ctrl+C or Ctrl+D: exit code 130. */
export function stopped(): Refusal {
  return new Refusal('Stopped.', 130)
}
