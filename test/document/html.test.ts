import { describe, expect, it } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOf, toHtml, toText } from '../../src/document'
import { emptyReport, withFigures, type Report } from '../../src/report'
import { expectedTables, spansOf } from './expected-tables'
import { tablesOf, textOf } from './markup'
import { houzhai } from './reports'

const small: Report = {
  ...withFigures(emptyReport('某镇人民政府', 2024), {
    'table2.normativeDocuments.inForce': { raw: '22（其中修订16件）', value: 22 },
    'table2.fees.amount': { raw: '12.50', value: 12.5 },
    'table3.received.naturalPerson': 8,
    'table3.received.research': { raw: '/' },
    'table3.received.total': 123456789,
    'table4.review.total': 1,
  }),
  narrative: {
    overview: '本年工作如下：\n（一）主动公开\n全年公开70条。\n1.网站\n（二）监督保障。全年<无>追责。',
    problems: '一是时效不足。',
    other: '未收取信息处理费。',
  },
}

/** Compares with a golden file; UPDATE_GOLDEN=1 writes it anew, to be read before it is committed. */
function expectGolden(name: string, actual: string) {
  const file = join(__dirname, '../golden', name)
  if (process.env['UPDATE_GOLDEN']) writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, 'utf8'))
}

const scopesOf = (html: string, table: number) =>
  Object.fromEntries(
    (tablesOf(html)[table] ?? []).flat().flatMap(({ tag, text, scope }) => (tag === 'th' ? [[text, scope]] : [])),
  )

it('is the page kept as golden', () => {
  expectGolden('report.html', toHtml(documentOf(small)))
  expectGolden('report.txt', toText(documentOf(small)))
})

describe('the page', () => {
  const html = toHtml(documentOf(houzhai))

  it('keeps an empty paragraph as high as any other', () => {
    const text = { ...houzhai.narrative, problems: '一是更新慢。\n\n二是培训少。' }
    const page = toHtml(documentOf({ ...houzhai, narrative: text }))
    expect(page).toContain('<p>一是更新慢。</p>\n<p>\u200b\u200b</p>\n<p>二是培训少。</p>')
  })

  it('is Chinese, runs nothing and fetches nothing', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=/i)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  it('has one h1, the sections as h2 and their parts as h3', () => {
    const headings = [...html.matchAll(/<(h\d)>(.*?)<\/\1>/g)].map(([, tag, text = '']) => [tag, textOf(text)])
    expect(headings.slice(0, 3)).toEqual([
      ['h1', '侯寨办事处 2024年政府信息公开工作年度报告'],
      ['h2', '一、总体情况'],
      ['h3', '（一）主动公开情况：'],
    ])
    expect(headings.filter(([tag]) => tag === 'h2')).toHaveLength(6)
  })

  it('has every span and text of the form and the report', () => {
    expect(spansOf(tablesOf(html))).toEqual(expectedTables(houzhai))
  })

  it('has a caption in each table and a scope at each header', () => {
    expect(html.match(/<caption>/g)).toHaveLength(3)
    expect(html.match(/<thead>/g)).toHaveLength(2)
    const headers = tablesOf(html)
      .flat(2)
      .filter(({ tag }) => tag === 'th')
    expect(headers.filter(({ scope }) => !['col', 'row', 'colgroup', 'rowgroup'].includes(scope ?? ''))).toEqual([])
  })

  it('gives spanning headers the group they span', () => {
    expect(scopesOf(html, 0)).toMatchObject({ '第二十条第（五）项': 'rowgroup', 规章: 'row', 本年制发件数: 'col' })
    expect(scopesOf(html, 1)).toMatchObject({
      申请人情况: 'col',
      法人或其他组织: 'colgroup',
      自然人: 'col',
      '三、本年度办理结果': 'rowgroup',
      '（三）不予公开': 'row',
      '（七）总计': 'row',
    })
    expect(scopesOf(html, 2)).toMatchObject({ 行政复议: 'colgroup', 行政诉讼: 'col', 复议后起诉: 'colgroup' })
  })

  it('has column groups as wide as the tables, and no row header spans out of its body', () => {
    expect([...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => table.match(/<col /g)?.length)).toEqual([
      4, 10, 15,
    ])
    const bodies = [...html.matchAll(/<tbody>(.*?)<\/tbody>/gs)]
    expect(bodies.length).toBeGreaterThanOrEqual(3)
    expect(bodies.some(([, body]) => body?.includes('rowspan='))).toBe(true)
    for (const [, body = ''] of bodies) {
      const rows = body.match(/<tr>/g)?.length ?? 0
      for (const [, span] of body.matchAll(/rowspan="(\d+)"/g)) expect(Number(span)).toBeLessThanOrEqual(rows)
    }
  })
})

it('escapes unit, narrative and figures', () => {
  const text = `<script>alert("1")</script><img src=x onerror=a> & 'x'\u0000\u001b\ud800`
  const report = {
    ...withFigures(houzhai, { 'table3.received.total': { raw: text } }),
    unit: text,
    narrative: { overview: text, problems: '', other: text },
  }
  const html = toHtml(documentOf(report, { draft: true }))
  expect(html).not.toMatch(/<script|<img|\u0000|\u001b|\ud800/)
  expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')).toHaveLength(6)
})

describe('a draft', () => {
  it('is marked in its title, at its head and behind every page', () => {
    const html = toHtml(documentOf(small, { draft: true }))
    expect(html).toContain('<title>草稿 某镇人民政府')
    expect(html).toContain('<div class="watermark" aria-hidden="true">草稿</div>')
    expect(html).toContain('<p class="notice">草稿：供内部核对，不得发布。</p>')
  })

  it('is the only one with a mark', () => {
    expect(toHtml(documentOf(small))).not.toContain('草稿')
  })
})
