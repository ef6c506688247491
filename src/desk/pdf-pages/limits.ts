/** What the process that reads a PDF may take, its own start included. A report takes half a second and 200 MB. */
export interface PdfLimits {
  /** Of the processor, so that a busy machine refuses nothing. */
  seconds: number
  /** Of memory, whatever it is used for. */
  megabytes: number
}

/** Below the 3 s and 500 MB that a PDF may take at most: both are measured from time to time. */
export const LIMITS: PdfLimits = { seconds: 2.9, megabytes: 420 }

/** What the reading process says before it ends itself for these limits. */
export const STOPPED = 'nianbao: too much\n'
