/** Writes small PDF files by hand: text in a Chinese font that is not in the file, lines and rectangles. */

/** A page's contents. Lengths are points, y downwards from the top. */
export class PdfPage {
  readonly operators: string[] = []

  constructor(
    readonly width = 595,
    readonly height = 842,
    /** Written into the page's own dictionary. */
    readonly entries = '',
  ) {}

  text(x: number, y: number, text: string, { size = 10, colour = '0 0 0', mode = 0, angle = 0 }: TextLook = {}): this {
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    const matrix = [cos, sin, -sin, cos, x, this.height - y].map((n) => n.toFixed(3)).join(' ')
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
    return this.add(`BT /F1 ${size} Tf ${colour} rg ${mode} Tr ${matrix} Tm <${hex}> Tj ET`)
  }

  /** Text that ends at `x`; digits are half as wide as they are high. */
  figure(right: number, y: number, text: string, look: TextLook = {}): this {
    return this.text(right - (text.length * (look.size ?? 10)) / 2, y, text, look)
  }

  line(x0: number, y0: number, x1: number, y1: number, { width = 0.5, colour = '0 0 0', dash = '' } = {}): this {
    const [from, to] = [this.height - y0, this.height - y1]
    return this.add(`q ${width} w [${dash}] 0 d ${colour} RG ${x0} ${from} m ${x1} ${to} l S Q`)
  }

  rectangle(x: number, y: number, width: number, height: number, colour = '1 1 1'): this {
    return this.add(`q ${colour} rg ${x} ${this.height - y - height} ${width} ${height} re f Q`)
  }

  /** A picture of so many dots, grey all over. */
  picture(x: number, y: number, width: number, height: number): this {
    return this.add(`q ${width} 0 0 ${height} ${x} ${this.height - y - height} cm /Im1 Do Q`)
  }

  add(operators: string): this {
    this.operators.push(operators)
    return this
  }
}

export interface TextLook {
  size?: number
  colour?: string
  mode?: number
  angle?: number
}

const PICTURE = 100

/** How a file says which characters its codes are: by a list that programs have, or by one of its own, which is read sooner. */
export type PdfCodes = 'known' | 'listed'

const hexOf = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0')

/** The list of the characters in some texts, each its own code. */
function characterList(operators: readonly string[]): string {
  const texts = operators.flatMap((operator) => [...operator.matchAll(/<([0-9a-f]+)> Tj/g)].map(([, hex = '']) => hex))
  const characters = [...new Set(texts.flatMap((hex) => [...Buffer.from(hex, 'hex').swap16().toString('utf16le')]))]
  const parts = Array.from({ length: Math.ceil(characters.length / 100) }, (_, i) =>
    characters.slice(i * 100, i * 100 + 100),
  )
  const blocks = parts.map(
    (part) =>
      `${part.length} beginbfchar\n${part.map((one) => `<${hexOf(one)}> <${hexOf(one)}>`).join('\n')}\nendbfchar`,
  )
  return `/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end`
}

function fontObjects(codes: PdfCodes, operators: readonly string[]): string[] {
  if (codes === 'listed') {
    const [, , descriptor = '', picture = ''] = fontObjects('known', operators)
    return [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Listed /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Listed /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor 5 0 R >>',
      descriptor,
      picture,
      stream(characterList(operators)),
    ]
  }
  return [
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    stream(
      '80'.repeat(PICTURE * PICTURE) + '>',
      `/Type /XObject /Subtype /Image /Width ${PICTURE} /Height ${PICTURE} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode`,
    ),
    'null',
  ]
}

const stream = (content: string, entries = '') =>
  `<< /Length ${Buffer.byteLength(content, 'latin1')} ${entries} >>\nstream\n${content}\nendstream`

const FIRST_PAGE = 8

/** The bytes of a PDF. `trailer` is added to its trailer: a dictionary for encryption, say. */
export function pdfFile(pages: readonly PdfPage[], trailer = '', codes: PdfCodes = 'listed'): Uint8Array {
  const numberOf = (page: number) => FIRST_PAGE + page * 2
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${numberOf(i)} 0 R`).join(' ')}] >>`,
    ...fontObjects(
      codes,
      pages.flatMap(({ operators }) => operators),
    ),
    ...pages.flatMap(({ width, height, entries, operators }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${numberOf(i) + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> /ExtGState << /Pale << /ca 0.3 >> >> >> ${entries} >>`,
      stream(operators.join('\n')),
    ]),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
