/** Bytes without TextEncoder or btoa, which Apps Script has not. Google's bytes are signed. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toBase64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const three = ((a & 255) << 16) | ((b & 255) << 8) | (c & 255)
    const letters = [18, 12, 6, 0].map((shift) => alphabet.charAt((three >> shift) & 63))
    text += letters.slice(0, Math.min(left, 3) + 1).join('') + '='.repeat(Math.max(0, 3 - left))
  }
  return text
}

/** Signed. */
export function bytesOfBase64(text: string): number[] {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  return bytes.map((byte) => (parseInt(byte, 2) << 24) >> 24)
}

/** UTF-8, signed. */
export function bytesOfText(text: string): number[] {
  const escaped = encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  )
  const bytes = escaped.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return [...bytes].map((byte) => (byte.charCodeAt(0) << 24) >> 24)
}
