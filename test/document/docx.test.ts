import { describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { documentOf, toDocx } from '../../src/document'
import { withFigures, type Report } from '../../src/report'
import { expectedTables, spansOf } from './expected-tables'
import { illFormed, tablesOf, textOf } from './markup'
import { cityReport, empty, houzhai, nineDigits } from './reports'

const HOSTILE = `<script>alert("1")</script> & 'x' ]]>\u0000\u0008\u000b\ud800尾\ufffe`
const CLEAN = `<script>alert("1")</script> & 'x' ]]> \ufffd尾`

const hostile: Report = {
  ...withFigures(houzhai, { 'table2.fees.amount': { raw: HOSTILE }, 'table4.review.total': { raw: '1\t2\n3' } }),
  unit: HOSTILE,
  narrative: { overview: HOSTILE, problems: `（一）${HOSTILE}。${HOSTILE}`, other: '' },
}

function partsOf(report: Report, options: { draft?: boolean } = {}): Record<string, string> {
  const parts = unzipSync(toDocx(documentOf(report, options)))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

async function htmlOf(report: Report): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(toDocx(documentOf(report))) })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  return value
}

const reports: [string, Report | undefined][] = [
  ['a sub-district office', houzhai],
  ['a city', cityReport()],
  ['nine digits', nineDigits],
  ['nothing', empty],
]

describe.each(reports.filter((entry): entry is [string, Report] => entry[1] !== undefined))('of %s', (_, report) => {
  it('mammoth reads three tables of 14, 28 and 4 rows with every span and text', async () => {
    const tables = tablesOf(await htmlOf(report))
    expect(tables.map((rows) => rows.length)).toEqual([14, 28, 4])
    expect(spansOf(tables)).toEqual(expectedTables(report))
  })

  it('every part is well-formed XML', () => {
    const faults = Object.entries(partsOf(report, { draft: true })).map(([name, xml]) => [name, illFormed(xml)])
    expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([])
  })
})

it('mammoth reads the headings and every paragraph of the narrative', async () => {
  const html = await htmlOf(houzhai)
  const paragraphs = [...html.matchAll(/<(h[1-3]|p)>(.*?)<\/\1>/g)].map(([, , text = '']) => textOf(text))
  const lines = Object.values(houzhai.narrative).flatMap((text) => text.split('\n'))
  expect(lines.filter((line) => !paragraphs.includes(line))).toEqual([])
  expect([...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, text = '']) => textOf(text)).slice(-6)).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ])
})

it('equal reports give equal bytes', () => {
  const once = toDocx(documentOf(houzhai))
  const again = toDocx(documentOf(JSON.parse(JSON.stringify(houzhai)) as Report))
  expect(Buffer.from(again).equals(once)).toBe(true)
  expect(Buffer.from(toDocx(documentOf(empty))).equals(once)).toBe(false)
})

describe('hostile text', () => {
  it('leaves every part well-formed', () => {
    for (const xml of Object.values(partsOf(hostile, { draft: true }))) expect(illFormed(xml)).toBeUndefined()
  })

  it('comes out as text, without characters that XML forbids', async () => {
    const html = await htmlOf(hostile)
    expect(html).not.toContain('<script')
    const [table2, , table4] = tablesOf(html)
    expect(table2?.[13]?.[1]?.text).toBe(CLEAN)
    expect(table4?.[3]?.[4]?.text).toBe('1 2 3')
    expect(textOf(html).split(CLEAN)).toHaveLength(6)
  })
})

describe('the page', () => {
  const parts = partsOf(houzhai)
  const body = parts['word/document.xml'] ?? ''

  it('is A4 with the text area of GB/T 9704, 22 lines a page, and no grid', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(body).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"')
    expect(body).not.toContain('docGrid')
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984)
    expect(parts['word/styles.xml']).toContain('w:line="579" w:lineRule="exact"')
  })

  it('keeps every row whole and with the next, and repeats the header rows', () => {
    const rows = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
    expect(rows).toHaveLength(46)
    for (const row of rows) {
      expect(row).toContain('<w:cantSplit/>')
      expect(row.match(/<w:keepNext\/>/g)).toHaveLength((row.match(/<w:p>/g) ?? []).length)
    }
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(8)
    expect(body.match(/<\/w:tbl><w:p>/g)).toHaveLength(3)
  })

  it('gives cells the widths of their columns', () => {
    for (const [table] of body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
      const total = columns.reduce((sum, width) => sum + width, 0)
      for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
        const widths = [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].map(([, width]) => Number(width))
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total)
      }
    }
  })

  it('numbers odd pages right and even pages left, and names no person and no date', () => {
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    expect(parts['word/footer1.xml']).toContain('<w:jc w:val="right"/>')
    expect(parts['word/footer2.xml']).toContain('<w:jc w:val="left"/>')
    expect(textOf((parts['word/footer1.xml'] ?? '').replace(/<w:instrText.*?<\/w:instrText>/g, '')).trim()).toBe(
      '— 1 —',
    )
    expect(parts['docProps/core.xml']).toContain('<dc:title>侯寨办事处2024年政府信息公开工作年度报告</dc:title>')
    expect(parts['docProps/core.xml']).not.toMatch(/lastModifiedBy|created|modified/)
  })

  it('has the typefaces of GB/T 9704, or those of Google Docs', () => {
    const google = strFromU8(
      unzipSync(toDocx(documentOf(houzhai), { fonts: 'google' }))['word/styles.xml'] ?? new Uint8Array(),
    )
    for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']) {
      expect(parts['word/styles.xml']).toContain(`w:eastAsia="${face}"`)
      expect(google).not.toContain(face)
    }
    expect(google).toContain('w:eastAsia="Noto Serif SC"')
    expect(google).toContain('w:eastAsia="Noto Sans SC"')
  })
})

describe('a draft', () => {
  it('is marked on odd and even pages', () => {
    const parts = partsOf(houzhai, { draft: true })
    for (const name of ['word/header1.xml', 'word/header2.xml']) {
      expect(parts[name]).toContain('string="草稿"')
      expect(parts[name]).toContain('草稿：供内部核对，不得发布。')
    }
    expect(parts['word/document.xml']).toMatch(/<w:headerReference w:type="default".*<w:headerReference w:type="even"/)
  })

  it('is the only one with a mark', () => {
    const parts = partsOf(houzhai)
    expect(Object.keys(parts).filter((name) => name.includes('header'))).toEqual([])
    expect(Object.values(parts).join('')).not.toContain('草稿')
  })
})
