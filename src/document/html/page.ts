import { documentWords as words } from '../../words/document'
import type { DocumentElement, Document } from '../model'
import { escaped } from '../safe-text'
import { pageStyle } from './style'
import { tableHtml } from './table'

function elementHtml(element: DocumentElement): string {
  if (element.kind === 'table') return tableHtml(element)
  if (element.kind === 'heading') {
    const tag = `h${element.level + 1}`
    return `<${tag}>${escaped(element.text)}</${tag}>`
  }
  const runs = element.runs.map(({ text, leadIn }) =>
    leadIn ? `<span class="lead">${escaped(text)}</span>` : escaped(text),
  )
  return `<p>${runs.join('') || words.blankParagraph}</p>`
}

/** Nothing may run and nothing be fetched, wherever the page is put. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'`

/** The document as one page of HTML for screen and paper; it needs no other file and holds no script. */
export function toHtml(document: Document): string {
  const { draft, title, meta, blocks } = document
  const mark = draft ? `<div class="watermark" aria-hidden="true">${words.draft}</div>\n` : ''
  const notice = draft ? `<p class="notice">${words.draftNotice}</p>\n` : ''
  const lines = title.map((line) => `<span>${escaped(line)}</span>`).join(' ')
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${draft ? `${words.draft} ` : ''}${escaped(meta.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
${mark}<main>
${notice}<h1>${lines}</h1>
${blocks.map(elementHtml).join('\n')}
</main>
</body>
</html>
`
}
