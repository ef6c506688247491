/** What stands in the pages and documents of offices; a name that is not here stays as it is written. */
const NAMED = new Map(
  Object.entries({
    nbsp: '\u00a0',
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    ensp: '\u2002',
    emsp: '\u2003',
    shy: '\u00ad',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    mdash: '—',
    ndash: '–',
    minus: '−',
    hellip: '…',
    middot: '·',
    bull: '•',
    times: '×',
    divide: '÷',
    deg: '°',
    permil: '‰',
    sect: '§',
    yen: '¥',
    copy: '©',
    reg: '®',
    rarr: '→',
    larr: '←',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    le: '≤',
    ge: '≥',
  }),
)

/** The numbers 128 to 159 mean Windows-1252 on the web. */
const WINDOWS: Readonly<Record<number, string>> = {
  0x80: '€',
  0x85: '…',
  0x91: '‘',
  0x92: '’',
  0x93: '“',
  0x94: '”',
  0x95: '•',
  0x96: '–',
  0x97: '—',
}

const REFERENCE = /&(?:#(\d{1,8})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi
/** Names that pages write without their semicolon. */
const BARE = /^&(?:nbsp|lt|gt|amp|quot)$/

function character(code: number): string {
  const isOutside = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return WINDOWS[code] ?? (isOutside ? '\ufffd' : String.fromCodePoint(code))
}

/** Text with its references decoded, each once: what a document type declares is not looked up. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name = '') => {
    if (decimal !== undefined) return character(Number(decimal))
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16))
    const isComplete = whole.endsWith(';') || BARE.test(whole)
    return (isComplete && NAMED.get(name)) || whole
  })
}
