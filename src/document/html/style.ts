import { documentWords as words } from '../../words/document'
import { layouts } from '../fit'

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`

/** The typefaces of GB/T 9704, then those of the same kind that systems have. Nothing is loaded from the network. */
const FACES = `
:root{--body:"仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC","Songti SC",SimSun,serif;
--title:"方正小标宋简体","方正小标宋_GBK",STZhongsong,"Noto Serif CJK SC","Songti SC",SimSun,serif;
--heading:"黑体",SimHei,"Heiti SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
--lead:"楷体_GB2312","楷体",KaiTi,STKaiti,"Kaiti SC","Noto Serif CJK SC",serif;
--digits:"Times New Roman","Liberation Serif",Tinos,serif}`

const TEXT = `
*{box-sizing:border-box}
body{margin:0;background:#e8e8e8;color:#000;font:1.125rem/1.8 var(--body)}
main{max-width:56rem;margin:1.5rem auto;padding:3rem clamp(1rem,8vw,5rem);background:#fff;overflow-wrap:anywhere}
h1{margin:0 0 2rem;font:1.6rem/1.5 var(--title);text-align:center}
h1 span{display:block}
h2,h3,h4{margin:1rem 0 .25rem;padding-left:2em;font-size:inherit;line-height:inherit;font-weight:normal;
break-after:avoid}
h2{font-family:var(--heading)}
h3,h4{margin:0}
h3,.lead{font-family:var(--lead)}
p{margin:0;text-indent:2em;text-align:justify}
.notice{margin:0 0 1rem;text-indent:0;text-align:center;color:#a00000}`

const TABLES = `
.sheet{margin:.5rem 0 1rem;overflow-x:auto;overflow-wrap:normal}
table{width:100%;border-collapse:collapse;line-height:1.3;text-align:center}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.3em .15em;border:1px solid #000;font-weight:normal;vertical-align:middle}
td{font-family:var(--digits),var(--body);overflow-wrap:anywhere}
td.number{white-space:nowrap}
.left tbody th{padding:.3em .4em;text-align:left}
.pair{display:inline-block;width:2.2em}
.table2{min-width:24rem}
.table3{min-width:42rem;font-size:.875rem}
.table4{min-width:42rem;font-size:.9375rem}`

/** Lies pale over the text; what is fixed is printed on every page. */
const WATERMARK = `
.watermark{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;pointer-events:none;
z-index:1;font:min(160pt,35vw)/1 var(--title);white-space:nowrap;color:rgba(0,0,0,.12);transform:rotate(-45deg)}`

/** Size of type and height of rows on paper, as in the .docx. */
const printedTables = Object.entries(layouts)
  .map(
    ([table, { textSize, rowHeight }]) =>
      `.${table}{font-size:${textSize / 2}pt}.${table} tr{height:${rowHeight / 20}pt}`,
  )
  .join('\n')

const print = `
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:${pageNumber()};font:14pt serif;padding-right:1em;vertical-align:top;margin-top:7mm}}
@page:left{@bottom-left{content:${pageNumber()};font:14pt serif;padding-left:1em;vertical-align:top;margin-top:7mm}}
@media print{
body{background:none;font-size:16pt;line-height:28.9pt}
main{max-width:none;margin:0;padding:0}
h1{margin-bottom:28.9pt;font-size:22pt;line-height:28.9pt}
h2,h3,h4{margin:0}
p{letter-spacing:-.25pt;orphans:1;widows:1}
.sheet{overflow:visible;margin:2pt 0 8pt;break-inside:avoid}
table{min-width:0!important}
td.number{font-size:var(--figures,1em)}
tr{break-inside:avoid}
th,td{padding:1pt .75pt;border-width:.5pt}
.left tbody th{padding:1pt 2pt}
${printedTables}
}`

function pageNumber(): string {
  return `${quoted(words.pageNumberBefore)} counter(page) ${quoted(words.pageNumberAfter)}`
}

/** The page's whole style sheet. */
export const pageStyle = FACES + TEXT + TABLES + WATERMARK + print
