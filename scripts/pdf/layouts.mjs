// Ways in which offices lay out a report that becomes a PDF: a web page that Chromium prints, or a file that LibreOffice
// converts.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const A4 = { format: 'A4', margin: { top: '25mm', bottom: '22mm', left: '26mm', right: '26mm' } }

const base = `
body{margin:0;font:12pt/1.8 "Noto Serif CJK SC",serif;color:#000}
h1{font:bold 18pt/1.5 "Noto Sans CJK SC",sans-serif;text-align:center;margin:0 0 14pt}
h1 span{display:block}
h2{font:bold 12pt/1.8 "Noto Sans CJK SC",sans-serif;margin:8pt 0 2pt;text-indent:2em}
p{margin:0;text-indent:2em;text-align:justify}
caption{display:none}
table{width:100%;border-collapse:collapse;font-size:9.5pt;line-height:1.35;margin:4pt 0 10pt;text-align:center}
th,td{border:.75pt solid #000;padding:1.5pt 2pt;font-weight:normal}
.pair{display:inline-block;width:2.2em}
`

/** The body of our own page, in another dress. */
function dressed(html, style, change = (body) => body) {
  const title = /<title>.*?<\/title>/.exec(html)?.[0] ?? ''
  const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + '</main>'.length)
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${title}<style>${base}${style}</style></head><body>${change(body)}</body></html>`
}

const dress = (style, options = A4, change) => ({
  program: 'chromium',
  options,
  content: ({ html }) => dressed(html, style, change),
})

const menu = ['首页', '政务公开', '政务服务', '互动交流', '走进本市', '数据开放']
const site = (body) => `
<header><div>某某市人民政府门户网站</div><nav>${menu.map((name) => `<a href="/x">${name}</a>`).join('　')}</nav></header>
<div class="crumbs">您现在的位置：首页 &gt; 政务公开 &gt; 政府信息公开年报 &gt; 正文</div>${body}
<footer><p>上一篇：关于公布公开目录的通知</p><p>主办单位：某某市人民政府办公室　网站标识码：3200000001</p><p>版权所有　苏ICP备12345678号</p></footer>`

const sideways = (body) =>
  body.replace(/<div class="sheet"[^>]*>/g, (div) => `${div}<div class="turn">`).replace(/<\/table>/g, '</table></div>')

/** A Word document with something changed in its text. */
function otherDocx(docx, change) {
  const parts = unzipSync(docx)
  const name = 'word/document.xml'
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]))) }))
}

const acrossPages = (xml) =>
  xml
    .replace(/<w:pgSz [^>]*>/g, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    .replace(/<w:cantSplit\/>/g, '')
const dashes = (xml) => xml.replace(/w:val="single"/g, 'w:val="dashed"')

/** At least ten; the first two are those of `npm test`. */
export const layouts = {
  docx: { program: 'libreoffice', from: 'docx', content: ({ docx }) => docx },
  ruled: dress(''),
  own: { program: 'chromium', options: { preferCSSPageSize: true }, content: ({ html }) => html },
  docxAcross: { program: 'libreoffice', from: 'docx', content: ({ docx }) => otherDocx(docx, acrossPages) },
  docxDashed: { program: 'libreoffice', from: 'docx', content: ({ docx }) => otherDocx(docx, dashes) },
  dashed: dress('th,td{border:1px dashed #444}'),
  dotted: dress('th,td{border:1px dotted #000}'),
  shaded: dress('th,td{border:.75pt solid #fff;background:#eef3fa}th{background:#4472c4;color:#fff}'),
  pale: dress('th,td{border:.5pt solid #ddd}tr:nth-child(even) td,tr:nth-child(even) th{background:#f6f6f6}'),
  landscape: dress('table{font-size:11pt}', { ...A4, landscape: true }),
  small: dress('body{font-size:7.5pt}table{font-size:6pt;line-height:1.2}'),
  large: dress('body{font-size:16pt}table{font-size:12pt}th,td{padding:6pt 1pt}'),
  cut: dress('th,td{padding:9pt 1pt}table{font-size:10.5pt}tr,th,td{break-inside:auto}', {
    width: '190mm',
    height: '152mm',
    margin: { top: '12mm', bottom: '12mm', left: '15mm', right: '15mm' },
  }),
  rotated: dress(
    'table{font-size:8pt;line-height:1.1}.sheet{height:250mm;width:158mm;break-before:page;break-after:page;position:relative}.turn{width:240mm;position:absolute;transform-origin:0 0;transform:rotate(90deg) translate(2mm,-156mm)}',
    A4,
    sideways,
  ),
  chrome: dress(
    'header,footer{background:#c00;color:#fff;text-align:center}header a{color:#fff}.crumbs{font-size:9pt}footer p{text-indent:0;text-align:center}',
    { ...A4, displayHeaderFooter: true },
    site,
  ),
  rows: dress('th,td{border:0;border-bottom:.75pt solid #000}table{border-top:1.5pt solid #000}'),
  bare: dress('th,td{border:0}'),
  open: dress('table th:first-child,table td:first-child{border-left:0}table tr>:last-child{border-right:0}'),
  columns: dress('main{column-count:2;column-gap:2.5em}h1,.sheet{column-span:all}', {
    ...A4,
    margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' },
  }),
  columnsOfThree: dress('main{column-count:3;column-gap:2em;font-size:10pt}h1,.sheet{column-span:all}', A4),
  watermark: dress(
    '.mark{position:fixed;top:40%;left:5%;font-size:70pt;color:rgba(0,0,0,.12);transform:rotate(-35deg)}.flat{position:fixed;top:60%;left:10%;font-size:60pt;color:#ccc}',
    A4,
    (body) => `${body}<div class="mark">内部资料 2024</div><div class="flat">草稿 2025</div>`,
  ),
}
