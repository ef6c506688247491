export { readPdf } from './read-pdf'
export type { PdfLimits } from './limits'
