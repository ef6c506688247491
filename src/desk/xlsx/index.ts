export { XlsxError, type XlsxProblem } from './error'
export { openOwnXlsx, xlsxToBook, type OwnXlsx } from './read-book'
export { bookToXlsx, type PrintSetup } from './write-book'
