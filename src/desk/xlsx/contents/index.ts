/** Reading a workbook for its report. The library that opens workbooks for editing is not loaded. */
export { XlsxError } from '../error'
export { gridOf } from './grid'
export { readXlsx } from './read-contents'
