import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Pieces that parsers stumble over. */
const pieces = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '&#x110000;',
  '&lol;',
  '\0',
  '\ufffd',
  '<table>',
  '</table>',
  '<tr>',
  '<td rowspan=65534 colspan=1000>',
  '</td>',
  '<script>',
  '<title>',
  '<p hidden>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr>',
  '<w:tc>',
  '<w:p>',
  '</w:p>',
  '<w:del>',
  '<w:gridSpan w:val="99999999"/>',
  '<row r="1048576">',
  '<c r="XFD1048576"><v>1</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  'rowspan="0"',
  '{',
  '}',
  '[',
  ']',
  ',',
  '1e999',
  '-',
  'null',
  '\t',
  '\r\n',
  '３',
  '２２（其中修订１６件）',
  '一、总体情况',
  '总计',
].map((piece) => strToU8(piece))

const joined = (...parts) => Buffer.concat(parts)

/** One change anywhere in some bytes. */
const changes = [
  (bytes, { below }) => bytes.subarray(0, below(bytes.length + 1)),
  (bytes, { below }) => bytes.subarray(below(bytes.length + 1)),
  (bytes, { below }) => {
    const copy = Buffer.from(bytes)
    for (let count = 1 + below(8); count > 0 && copy.length > 0; count--) copy[below(copy.length)] ^= 1 << below(8)
    return copy
  },
  (bytes, { below }) => {
    const at = below(bytes.length + 1)
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(200)))
  },
  (bytes, { below }) => {
    const at = below(bytes.length + 1)
    const piece = bytes.subarray(at, at + 1 + below(2000))
    return joined(bytes.subarray(0, at), ...Array.from({ length: 2 + below(4) }, () => piece), bytes.subarray(at))
  },
  (bytes, { below, pick }) => {
    const at = below(bytes.length + 1)
    return joined(
      bytes.subarray(0, at),
      ...Array.from({ length: 1 + below(3) }, () => pick(pieces)),
      bytes.subarray(at),
    )
  },
  (bytes, { below }) => {
    const tags = [...bytes.keys()].filter((i) => bytes[i] === 0x3c)
    const at = tags.length > 0 ? tags[below(tags.length)] : 0
    const end = bytes.indexOf(0x3e, at)
    return joined(bytes.subarray(0, at), bytes.subarray(end < 0 ? bytes.length : end + 1))
  },
]

export function mutated(bytes, random) {
  let result = Buffer.from(bytes)
  for (let count = 1 + random.below(3); count > 0; count--) result = random.pick(changes)(result, random)
  return result
}

/** Some bytes exchanged: the file keeps its length, and what points into it stays right. */
export function mutatedBytes(bytes, { below }) {
  const copy = Buffer.from(bytes)
  for (let count = 1 + below(30); count > 0; count--) copy[below(copy.length)] = below(3) === 0 ? 0xff : below(256)
  return copy
}

/** A change inside one part of an archive, packed anew, so that it reaches what reads the part. */
function insideOne(bytes, random, change) {
  const parts = unzipSync(bytes)
  const name = random.pick(
    Object.keys(parts).filter((part) => /document|numbering|styles|sheet|Strings|workbook|content/.test(part)),
  )
  const changed = { ...parts, [name]: change(parts[name], random) }
  // In an OpenDocument this one stands unpacked, so that programs see what the file is.
  if (parts.mimetype) changed.mimetype = [parts.mimetype, { level: 0 }]
  return Buffer.from(zipSync(changed, { level: 1 }))
}

export const mutatedInside = (bytes, random) => insideOne(bytes, random, mutated)

/** Values that readers of numbers, addresses and texts stumble over, as XML has them. */
const oddValues = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '-0',
  '0.1',
  '1048577',
  '4294967296',
  '99999999999999999999',
  'NaN',
  'true',
  '３',
  'A0',
  'XFE1',
  'A1:XFD1048576',
  'B2:A1',
  '#REF!',
  'A1+',
  '2024-13-45',
  '总计',
  '22（其中修订16件）',
  '&#55;',
  '甲'.repeat(40_000),
]

/** Texts and attributes exchanged and the XML left whole: a strict parser lets nothing else through to what is behind it. */
function withOddValues(bytes, random) {
  let text = strFromU8(bytes)
  for (let count = 1 + random.below(3); count > 0; count--) {
    const values = [...text.matchAll(/(?<=>)[^<>]+(?=<)|(?<==")[^"<>]*(?=")/g)]
    if (values.length === 0) break
    const { 0: old, index } = random.pick(values)
    text = text.slice(0, index) + random.pick(oddValues) + text.slice(index + old.length)
  }
  return strToU8(text)
}

export const mutatedValues = (bytes, random) => insideOne(bytes, random, withOddValues)

const oddOperators = [
  'q',
  'Q',
  'BT',
  'ET',
  'W n',
  'W* n 0 0 1 1 re',
  'BI /W 9 /H 9 /BPC 8 /CS /G ID EI',
  '/F1 1e6 Tf',
  '/None 12 Tf',
  '1e-9 0 0 1e-9 0 0 cm',
  '0 0 0 0 0 0 cm',
  '1 0 0 1 1e9 -1e9 cm',
  '/Im1 Do',
  '7 Tr',
  '400 Tz',
  '<ffff0041d800> Tj',
  '0 0 1e9 1e9 re f',
  '[0 0] 0 d 0 w 0 0 m 1e9 1e9 l S',
  '/OC /Hidden BDC',
]
const oddNumbers = ['0', '-1', '1e9', '-0.0001', '99999999999', '0.5', '842', '.', '--3', 'NaN']

/** Operators and numbers of a PDF exchanged and repeated: the file stays one, and what it paints becomes odd. */
export function mutatedPainting(bytes, { below, pick }) {
  const lines = bytes.toString('latin1').split('\n')
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(lines.length)
    const kind = below(5)
    if (kind === 0) lines.splice(at, 1)
    else if (kind === 1) lines.splice(at, 0, pick(oddOperators))
    else if (kind === 2) lines.splice(at, 0, ...Array(1 + below(300)).fill(lines[at]))
    else if (kind === 3) lines[at] = pick(lines)
    else lines[at] = lines[at].replace(/-?\d+(?:\.\d+)?/g, (number) => (below(3) === 0 ? pick(oddNumbers) : number))
  }
  return Buffer.from(lines.join('\n'), 'latin1')
}

export const textOf = (bytes) => strFromU8(bytes)
