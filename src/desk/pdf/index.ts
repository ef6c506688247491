export { findPrograms, type Program } from './find-program'
export { makePdf, PdfError, type PdfSource } from './make-pdf'
