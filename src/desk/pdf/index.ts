export { makePdf, PdfError, type PdfSource } from './make-pdf'
