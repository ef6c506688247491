/** Ranges as the clipboard carries them: lines of cells between tabs, with cells of several lines in quotes. */

/** Reads what Excel, WPS and this page put on the clipboard as plain text. */
export function readTableText(text: string): string[][] {
  let row: string[] = []
  const rows = [row]
  let at = 0
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  while (at <= source.length) {
    const { value, end } = readCell(source, at)
    row.push(value)
    if (source[end] === '\n') rows.push((row = []))
    at = end + 1
  }
  return rows
}

function readCell(source: string, start: number): { value: string; end: number } {
  if (source[start] === '"') {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(start))
    if (quoted) return { value: (quoted[1] ?? '').replace(/""/g, '"'), end: start + quoted[0].length }
  }
  const tail = source.slice(start).search(/[\t\n]/)
  const end = tail < 0 ? source.length : start + tail
  return { value: source.slice(start, end), end }
}

export function writeTableText(rows: readonly (readonly string[])[]): string {
  const written = (value: string) => (/[\t\n"]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)
  return rows.map((row) => row.map(written).join('\t')).join('\n')
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export function writeTableHtml(rows: readonly (readonly string[])[]): string {
  const escape = (value: string) => value.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign).replace(/\n/g, '<br>')
  const cells = (row: readonly string[]) => row.map((value) => `<td>${escape(value)}</td>`).join('')
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`
}
