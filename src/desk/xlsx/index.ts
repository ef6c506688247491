export { XlsxError, type XlsxProblem } from './error'
export { openOwnXlsx, xlsxProperties, xlsxToBook, type OwnXlsx, type UnreadNotes } from './read-book'
export { bookToXlsx, type PrintSetup } from './write-book'
