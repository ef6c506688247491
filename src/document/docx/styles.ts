import type { TableId } from '../../form'
import { layouts } from '../fit'
import { faces, LATIN, type FontSet } from './fonts'
import { DECLARATION, fonts, size } from './xml'

/** 22 lines on 225 mm, exact; at 580 the last line would not fit. */
const LINE = 579
/** 3号, 16 points. */
const BODY = 32
/** 2号, 22 points. */
const TITLE = 44
/** 4号, 14 points. */
const FOOTER = 28
/** 28 characters of 16 points are a little wider than 156 mm: every gap is a quarter of a point less. */
const TIGHTEN = -5

const TWO_CHARACTERS = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
const exactly = (line: number, after = 0) =>
  `<w:spacing w:before="0" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`

interface Style {
  id: string
  name: string
  /** `w:pPr` and `w:rPr` in the order the schema asks for. */
  paragraph?: string
  text?: string
  next?: string
  kind?: 'default' | 'custom'
}

const KIND = { default: ' w:default="1"', custom: ' w:customStyle="1"' } as const

function styleXml({ id, name, paragraph, text, next, kind }: Style): string {
  return (
    `<w:style w:type="paragraph"${kind ? KIND[kind] : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
    (kind === 'default' ? '' : '<w:basedOn w:val="Normal"/>') +
    (next ? `<w:next w:val="${next}"/>` : '') +
    '<w:qFormat/>' +
    (paragraph ? `<w:pPr>${paragraph}</w:pPr>` : '') +
    (text ? `<w:rPr>${text}</w:rPr>` : '') +
    '</w:style>'
  )
}

function headings(set: FontSet): Style[] {
  const face = faces[set]
  return [face.heading, face.leadIn, face.body].map((font, i) => ({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    next: 'BodyText',
    paragraph: `<w:keepNext/>${TWO_CHARACTERS}<w:jc w:val="left"/><w:outlineLvl w:val="${i}"/>`,
    text: fonts(font, LATIN),
  }))
}

export const tableStyle = (table: TableId, isLabel: boolean) =>
  `${table[0]?.toUpperCase()}${table.slice(1)}${isLabel ? 'Label' : 'Text'}`

/** Text in tables: its own size and line pitch, and no indent. */
function tableStyles(table: TableId): Style[] {
  const { textSize } = layouts[table]
  const pitch = exactly(Math.round(textSize * 10 * 1.3))
  return [false, true].map((isLabel) => ({
    id: tableStyle(table, isLabel),
    name: `${table} ${isLabel ? 'label' : 'text'}`,
    kind: 'custom',
    paragraph:
      `<w:keepNext/><w:snapToGrid w:val="0"/>${pitch}` +
      (isLabel ? '<w:ind w:left="40" w:right="20"/><w:jc w:val="left"/>' : '<w:jc w:val="center"/>'),
    text: size(textSize),
  }))
}

function paragraphStyles(set: FontSet): Style[] {
  const face = faces[set]
  return [
    {
      id: 'Normal',
      name: 'Normal',
      kind: 'default',
      paragraph: `<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>${exactly(LINE)}<w:jc w:val="both"/>`,
    },
    {
      id: 'Title',
      name: 'Title',
      next: 'BodyText',
      paragraph: `<w:keepNext/>${exactly(LINE, LINE)}<w:jc w:val="center"/>`,
      text: fonts(face.title, LATIN) + size(TITLE),
    },
    ...headings(set),
    { id: 'BodyText', name: 'Body Text', paragraph: TWO_CHARACTERS, text: `<w:spacing w:val="${TIGHTEN}"/>` },
    { id: 'AfterTable', name: 'After table', kind: 'custom', paragraph: exactly(160), text: size(10) },
    { id: 'Header', name: 'header', paragraph: `${exactly(280)}<w:jc w:val="center"/>`, text: size(FOOTER) },
    { id: 'Footer', name: 'footer', paragraph: exactly(280), text: fonts(face.footer, LATIN) + size(FOOTER) },
    ...(['table2', 'table3', 'table4'] as const).flatMap(tableStyles),
  ]
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

const TABLE_STYLES =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>' +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
  `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr></w:style>`

const LEAD_IN = (set: FontSet) =>
  '<w:style w:type="character" w:customStyle="1" w:styleId="LeadIn"><w:name w:val="Lead-in"/>' +
  `<w:rPr>${fonts(faces[set].leadIn, LATIN)}</w:rPr></w:style>`

/** styles.xml: page text 3号 仿宋, title 2号 小标宋, headings 黑体, 楷体, 仿宋 (GB/T 9704). */
export function stylesXml(set: FontSet): string {
  return (
    `${DECLARATION}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>` +
    `<w:rPrDefault><w:rPr>${fonts(faces[set].body, LATIN)}${size(BODY)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    `${paragraphStyles(set).map(styleXml).join('')}${LEAD_IN(set)}${TABLE_STYLES}</w:styles>`
  )
}
