/** What the command line reports: 1 a failure, 2 a command line that is wrong, 130 stopped with Ctrl+C. */
export type ExitCode = 1 | 2 | 130

/** An expected end: its message is for the person, its code for the shell. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message)
    this.name = 'Refusal'
    this.exitCode = exitCode
  }
}

/** Returns a refusal of what was typed (exit code 2). */
export function misuse(message: string): Refusal {
  return new Refusal(message, 2)
}
