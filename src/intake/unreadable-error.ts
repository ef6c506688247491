import { sourceProblems } from '../words/source-faults'

export type SourceProblem = keyof typeof sourceProblems

/** A file that cannot be opened at all. The message is one Chinese line. */
export class UnreadableSourceError extends Error {
  override name = 'UnreadableSourceError'

  constructor(readonly problem: SourceProblem) {
    super(sourceProblems[problem])
  }
}
