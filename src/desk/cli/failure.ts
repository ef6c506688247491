import { oneLine } from '../../words/one-line'

export { codeOf } from '../disk-error'

/** Unusable input or usage: one Chinese line for standard error, and exit code 2. */
export class Failure extends Error {
  override readonly name = 'Failure'

  constructor(message: string) {
    super(oneLine(message))
  }
}
