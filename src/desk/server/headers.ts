/** What every answer tells the browser not to do. */

/** A generated document that is looked at: no scripts; of this origin, so that the page can print it. */
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

/** A browser shows a PDF by code of its own, which a sandbox would not let run. */
export const PDF_POLICY = "default-src 'none'; object-src 'self'; frame-ancestors 'self'"

/** The page on which a person is let in or turned away. */
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
}
