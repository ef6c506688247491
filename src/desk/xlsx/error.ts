import { UnreadableSourceError } from '../../intake'
import { xlsxWords } from '../../words/xlsx'

export type XlsxProblem = keyof typeof xlsxWords

/** A file that is no workbook of ours, or a workbook that .xlsx cannot hold. `message` is Chinese, for the user. */
export class XlsxError extends Error {
  override readonly name = 'XlsxError'

  constructor(
    readonly problem: XlsxProblem,
    message: string,
  ) {
    super(message)
  }
}

export function unreadable(problem: Exclude<XlsxProblem, 'longText'>): XlsxError {
  return new XlsxError(problem, xlsxWords[problem])
}

export function tooLong(tab: string, address: string): XlsxError {
  return new XlsxError('longText', xlsxWords.longText(tab, address))
}

/** What unpacking refuses, in the words for .xlsx files; any other error as it is. */
export function toldAsXlsx(error: unknown): unknown {
  if (!(error instanceof UnreadableSourceError)) return error
  const { problem } = error
  return unreadable(problem === 'tooLarge' || problem === 'truncated' ? problem : 'damaged')
}
