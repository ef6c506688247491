/** If a larger share of the characters beyond ASCII is broken, the text is in another encoding. */
const MOST_BROKEN = 0.05
const SAMPLE = 4096

/** The decoder's name for each name that pages give their encoding. GB 2312 and GBK are parts of GB 18030. */
const DECLARED: Readonly<Record<string, string>> = { big5: 'big5', 'big5-hkscs': 'big5' }
const CHARSET = /<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})/i

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)

const ASCII_END = 0x7f
const BROKEN = 0xfffd

/** The share of broken characters among those that are not ASCII, from 0 to 1. */
function brokenShare(text: string): number {
  let [foreign, broken] = [0, 0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > ASCII_END) foreign += 1
    if (code === BROKEN) broken += 1
  }
  return foreign === 0 ? 0 : broken / foreign
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without its mark: tags, digits and blanks leave every second byte 0. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length / 10 || Math.min(even, odd) > Math.max(even, odd) / 4) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** UTF-8 if little is broken in it; else, of the encodings that are likely in China, the one with the least broken. */
function byTrial(bytes: Uint8Array): string {
  const utf8 = decode(bytes, 'utf-8')
  if (brokenShare(utf8) <= MOST_BROKEN) return utf8
  const declared = DECLARED[CHARSET.exec(decode(bytes.subarray(0, SAMPLE), 'latin1'))?.[1]?.toLowerCase() ?? '']
  const candidates = [...(declared === undefined ? [] : [declared]), 'gb18030'].map((name) => decode(bytes, name))
  const best = [...candidates, utf8].map((text) => ({ text, broken: brokenShare(text) }))
  return best.reduce((least, one) => (one.broken < least.broken ? one : least)).text
}

/**
 * Text in UTF-8, UTF-16, GB 18030 (GBK, GB 2312) or, where a page says so, Big5. What is written in a page's head about
 * its encoding is often wrong after the page was saved, so the bytes decide first. What is text in none of them becomes U+FFFD.
 */
export function decoded(bytes: Uint8Array): string {
  const certain = byMark(bytes) ?? byZeros(bytes)
  return certain === undefined ? byTrial(bytes) : decode(bytes, certain)
}
