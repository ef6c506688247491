import { describe, expect, it } from '@jest/globals'
import { documentOf, toHtml } from '../../../src/document'
import { figures } from '../../../src/form'
import { read } from '../../../src/intake'
import { totals, type Report } from '../../../src/report'
import { clean } from '../sources'

const UNIT = '云溪县交通运输局'
const TITLE = `${UNIT}2025年政府信息公开工作年度报告`

const report: Report = totals({
  ...clean,
  unit: UNIT,
  year: 2025,
  narrative: {
    overview: '2025年，我局认真落实公开要求，主动公开信息 318 条。\n（一）主动公开。全年更新栏目 12 个。',
    problems: '一是更新不够及时。\n二是解读形式单一，与2024年相比改进不大。',
    other: '本年度没有收取信息处理费。',
  },
})
const lastYear: Report = totals({
  ...report,
  year: 2024,
  figures: Object.fromEntries(figures.map(({ id }) => [id, 0])),
})

const articleOf = (of: Report): string => {
  const page = toHtml(documentOf(of))
  return page.slice(page.indexOf('<h1>'), page.indexOf('</main>'))
}
const article = articleOf(report)
const [, ...sections] = article.split(/(?=<h2)/)
const body = sections.join('')
/** Everything as paragraphs of one kind, as editors of sites leave it. */
const flat = body.replace(/<(\/?)h[23][^>]*>/g, '<$1p>')

const page = (content: string, head = `<title>${TITLE}-云溪县人民政府</title>`) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${content}</body></html>`

const old = `云溪县交通运输局2024年政府信息公开工作年度报告`
const sidebar = `<div class="side"><h3>历年年报</h3><ul><li><a href="/2024.html">${old}</a></li><li><a href="/2023.html">云溪县交通运输局2023年政府信息公开工作年度报告</a></li></ul></div>`

/** Layouts of sites, written before any was read; what each has to tell besides the report. */
const layouts: [string, string, string[]][] = [
  [
    'div soup',
    page(
      `<div><div><div><div class="t1">${TITLE}</div></div><div><div>发布时间：2026-01-20 来源：县交通局</div></div><div>${flat.replace(/<p>/g, '<div><span>').replace(/<\/p>/g, '</span></div>')}</div></div></div>`,
    ),
    [],
  ],
  ['a sidebar with last year’s report', page(`${sidebar}<div class="main"><h2>${TITLE}</h2>${flat}</div>`), []],
  ['a sidebar after the report', page(`<div class="main"><h2>${TITLE}</h2>${flat}</div>${sidebar}`), []],
  [
    'a layout of nested tables',
    page(
      `<table width="100%"><tr><td><a href="/">首页</a></td><td>2026年1月20日 星期二</td></tr></table><table><tr><td valign="top">${sidebar}</td><td><table><tr><td align="center"><b>${TITLE}</b></td></tr><tr><td>${flat}</td></tr></table></td></tr></table>`,
    ),
    [],
  ],
  [
    'a table of metadata',
    page(
      `<table class="xxgk"><tr><td>索引号：</td><td>011158/2026-00017</td><td>公开方式：</td><td>主动公开</td></tr><tr><td>发布机构：</td><td>${UNIT}</td><td>成文日期：</td><td>2026-01-18</td></tr><tr><td>标题：</td><td colspan="3">${TITLE}</td></tr></table><div>${flat}</div>`,
    ),
    [],
  ],
  [
    'metadata in a list',
    page(
      `<ul class="info"><li><b>名　　称：</b>${TITLE}</li><li><b>文　　号：</b>无</li><li><b>发布日期：</b>2026-01-20</li></ul><div>${flat}</div>`,
    ),
    [],
  ],
  [
    'breadcrumbs',
    page(
      `<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政府信息公开</a> &gt; <a href="/nb">政府信息公开年报</a> &gt; <a href="/nb/2024">2024年</a></div><h1>${TITLE}</h1>${flat}`,
    ),
    [],
  ],
  [
    'breadcrumbs without links',
    page(
      `<div>您的位置： 首页 > 政务公开 > 县交通运输局 > 2024年度报告</div><p style="text-align:center">${TITLE}</p>${flat}`,
    ),
    [],
  ],
  [
    'a link to a picture of it',
    page(
      `<h1>${TITLE}</h1><p><a href="tu.html">【图解】一图读懂云溪县交通运输局2024年政府信息公开工作年度报告</a></p>${flat}`,
    ),
    [],
  ],
  [
    'a line that names last year’s picture',
    page(`<h1>${TITLE}</h1>${flat}<p>相关链接：</p><p><a href="tu.html">图解：${old}</a></p>`),
    [],
  ],
  [
    'a title over two lines',
    page(
      `<p align="center">云溪县交通运输局</p><p align="center">2025年政府信息公开工作年度报告</p><p align="center">（2026年1月20日）</p>${flat}`,
    ),
    [],
  ],
  [
    'a title broken by a tag',
    page(`<h1>云溪县<br>交通运输局<br>2025年<span>政府信息公开</span>工作年度报告</h1>${flat}`),
    [],
  ],
  [
    'a mobile template',
    page(
      `<header class="m-header"><button>返回</button><span>正文</span></header><article><h1 class="m-title">${TITLE}</h1><div class="m-info"><span>2026-01-20</span><span>浏览：318</span></div><section>${flat}</section></article><nav class="m-nav"><a href="/">首页</a><a href="/me">我的</a></nav>`,
      `<meta name="viewport" content="width=device-width"><title>政务公开</title><style>@media (max-width:750px){.m-nav{display:none}.m-header{display:flex}}</style>`,
    ),
    [],
  ],
  [
    'a template with data of its own',
    page(
      `<h1>${TITLE}</h1>${flat}<template><p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td>规章</td><td>9</td></tr></table></template><script type="text/template"><p>一、总体情况</p></script>`,
    ),
    [],
  ],
  [
    'meta elements of the state’s standard',
    page(
      `<div>${flat}</div>`,
      `<title>云溪县人民政府</title><meta name="SiteName" content="云溪县人民政府"><meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2026-01-20 09:12"><meta name="ContentSource" content="县交通运输局">`,
    ),
    [],
  ],
  [
    'tabs of two years, last year’s folded',
    page(
      `<ul class="tab"><li class="on">2025年</li><li>2024年</li></ul><div>${article}</div><div style="display:none">${articleOf(lastYear)}</div>`,
    ),
    ['READ.FOLDED'],
  ],
  [
    'tabs of sections, all but the first folded',
    page(
      `<h1>${TITLE}</h1>${sections.map((one, i) => `<div class="pane"${i > 0 ? ' style="display: none;"' : ''}>${one}</div>`).join('')}`,
    ),
    ['READ.FOLDED'],
  ],
  [
    'a copy for the printer',
    page(`<div>${article}</div><div id="print" style="display:none">${article}</div>`),
    ['READ.FOLDED'],
  ],
  [
    'Word’s own mark-up',
    page(
      `<div class=WordSection1><p class=MsoNormal align=center><b><span lang=EN-US>${TITLE.slice(0, 8)}</span><span>${TITLE.slice(8)}<o:p></o:p></span></b></p>${flat.replace(/<td([^>]*)>([^<]*)<\/td>/g, '<td$1><p class=MsoNormal><span lang=EN-US>$2<o:p></o:p></span></p></td>')}</div>`,
      '<title>x</title><style><!-- p.MsoNormal{margin:0;font-size:10.5pt} .MsoChpDefault{font-family:"Times New Roman"} @page WordSection1{size:595.3pt 841.9pt} --></style>',
    ),
    [],
  ],
  [
    'white heads on a ground by a stylesheet below an element',
    page(
      `<h1>${TITLE}</h1>${flat.replace(/<table/g, '<table class="tb"')}`,
      `<style>.tb th,.tb thead td{color:#fff;background:#03c}.wrap{font-size:0}.wrap>*{font-size:16px}</style>`,
    ),
    [],
  ],
]

const names = sections.map((section) => section.slice(0, section.indexOf('</h2>')).replace(/<[^>]*>/g, ''))
const contents = names.map((name) => `<p>${name}</p>`).join('')
const texts = sections.map((section) => section.slice(section.indexOf('</h2>') + '</h2>'.length))
const accordion = (open: (name: string, text: string) => string) =>
  names.map((name, i) => open(name, texts[i] ?? '')).join('')
const LINK = '<link rel="stylesheet" href="site.css">'
const panes = '<style>.pane{display:none}.pane.on{display:block}</style>'

layouts.push(
  ['a table of contents', page(`<h1>${TITLE}</h1><p>目　录</p>${contents}${flat}`), []],
  [
    'a table of contents of links',
    page(`<h1>${TITLE}</h1>${contents.replace(/<p>/g, '<p><a href="#a">').replace(/<\/p>/g, '</a></p>')}${flat}`),
    [],
  ],
  [
    'headings that unfold',
    page(`<h1>${TITLE}</h1>${accordion((name, text) => `<details><summary>${name}</summary>${text}</details>`)}`),
    [],
  ],
  [
    'a list of definitions',
    page(`<h1>${TITLE}</h1><dl>${accordion((name, text) => `<dt>${name}</dt><dd>${text}</dd>`)}</dl>`),
    [],
  ],
  ['the year in brackets before the office', page(`<h1>（2025年度）${UNIT}政府信息公开工作年度报告</h1>${flat}`), []],
  ['the year alone in brackets before the office', page(`<h1>（2025）${UNIT}政府信息公开工作年度报告</h1>${flat}`), []],
  ['a head that names last year’s report', page(`<h1>${TITLE}</h1>${flat}`, `<title>${old}</title>`), ['READ.TITLE']],
  [
    'panes of sections, the rest of the stylesheet elsewhere',
    page(`<h1>${TITLE}</h1>${sections.map((one) => `<div class="pane">${one}</div>`).join('')}`, LINK + panes),
    ['READ.HIDDEN'],
  ],
  [
    'panes of years, the rest of the stylesheet elsewhere',
    page(`<div class="pane on">${article}</div><div class="pane">${articleOf(lastYear)}</div>`, LINK + panes),
    ['READ.FOLDED'],
  ],
  [
    'panes of years by classes',
    page(`<div class="pane">${articleOf(lastYear)}</div><div class="pane on">${article}</div>`, panes),
    ['READ.FOLDED'],
  ],
  [
    'all of it faded in by a script',
    page(`<div class="wow" style="visibility:hidden"><h1>${TITLE}</h1>${flat}</div>`),
    ['READ.FOLDED'],
  ],
  [
    'the reports before and after',
    page(`<h1>${TITLE}</h1>${flat}<p>上一篇：${old}</p><p>下一篇：云溪县2026年政府信息公开指南</p>`),
    [],
  ],
)

describe('a report in the page of a site', () => {
  it.each(layouts)('%s', (_, content, told) => {
    const { report: got, findings } = read(content, 'html')
    const changed = figures.filter(({ id }) => JSON.stringify(got.figures[id]) !== JSON.stringify(report.figures[id]))
    expect({ unit: got.unit, year: got.year, changed: changed.map(({ id }) => id), narrative: got.narrative }).toEqual({
      unit: UNIT,
      year: 2025,
      changed: [],
      narrative: report.narrative,
    })
    expect(findings.map(({ rule }) => rule)).toEqual(told)
  })
})

describe('a page that names all sections first and then shows them without their names', () => {
  it('gives no text to a section of which it is not known, and says so', () => {
    const { report: got, findings } = read(page(`<h1>${TITLE}</h1>${contents}${texts.join('')}`), 'html')
    const changed = figures.filter(({ id }) => JSON.stringify(got.figures[id]) !== JSON.stringify(report.figures[id]))
    expect([changed, got.narrative]).toEqual([[], { overview: '', problems: '', other: '' }])
    const told = findings.map(({ rule }) => rule)
    expect(told.filter((rule) => rule === 'READ.SECTION_MISSING')).toHaveLength(3)
    expect(told).toContain('READ.TEXT_LEFT_OUT')
  })
})
