export { readPdf, type PdfLimits } from './read-pdf'
