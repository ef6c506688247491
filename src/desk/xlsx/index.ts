export { XlsxError, type XlsxProblem } from './error'
export { gridOf } from './foreign'
export { openXlsx, xlsxProperties, xlsxToBook } from './read-book'
export { bookToXlsx, type PrintSetup } from './write-book'
