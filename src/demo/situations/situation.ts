import type { Told } from '../telling.ts'

/** A contact that could happen to any rep of the team: everything but who and when, and the ways it may end. */
export interface Situation extends Omit<Told, 'when' | 'who' | 'felt' | 'next' | 'passed'> {
  readonly arrived: Told['felt'][0]
  readonly left: readonly Told['felt'][1][]
  /** What is promised for two work days later. */
  readonly promise?: string
  /** The desk it is passed to, which is asked the next work day. */
  readonly desk?: string
}

export const repair = { moment: 'repair' } as const
export const setup = { moment: 'setup' } as const
export const billing = { moment: 'billing' } as const
export const complaint = { moment: 'complaint' } as const
