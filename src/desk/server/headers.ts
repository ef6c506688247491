/** Headers that tell the browser what an answer may not do, and the page which protocol is spoken. */
import { protocol, protocolHeader } from '../protocol'

/** For a generated document that is shown: no scripts, but our origin, so that the page can print it. */
export const DOCUMENT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin allow-modals',
].join('; ')

/** No sandbox for a PDF: the browser's own viewer would not run in it. */
export const PDF_POLICY = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"

/** For the plain page that lets a person in or refuses them. */
const PLAIN_POLICY = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

export const commonHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': PLAIN_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Robots-Tag': 'noindex',
  'Cache-Control': 'no-store',
  [protocolHeader]: String(protocol),
}

/** For an answer that is not made by the context. Browsers refuse a sandboxed document with an opener policy. */
export function withCommonHeaders(own: Readonly<Record<string, string>>): Record<string, string> {
  const all = { ...commonHeaders, ...own }
  if (own['Content-Security-Policy']?.includes('sandbox')) delete all['Cross-Origin-Opener-Policy']
  return all
}
