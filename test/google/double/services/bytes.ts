/** Bytes without TextEncoder or btoa, which Apps Script has not. Google's bytes are signed. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toBase64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const three = ((a & 255) << 16) | ((b & 255) << 8) | (c & 255)
    text += alphabet[three >> 18]
    text += alphabet[(three >> 12) & 63]
    text += alphabet[(three >> 6) & 63]
    text += alphabet[three & 63]
  }
  const missing = (3 - (bytes.length % 3)) % 3
  return text.slice(0, text.length - missing) + '='.repeat(missing)
}

/** Signed. */
export function bytesOfBase64(text: string): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text.replace(/=+$/, '')) {
    held = (held << 6) | alphabet.indexOf(letter)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push(((held >> bits) << 24) >> 24)
    held &= (1 << bits) - 1
  }
  return bytes
}

/** UTF-8, signed. */
export function bytesOfText(text: string): number[] {
  const escaped = encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  )
  const bytes = escaped.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return [...bytes].map((byte) => (byte.charCodeAt(0) << 24) >> 24)
}
