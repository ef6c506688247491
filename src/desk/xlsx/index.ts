export { XlsxError, type XlsxProblem } from './error'
export { xlsxToBook } from './read-book'
export { bookToXlsx, type PrintSetup } from './write-book'
