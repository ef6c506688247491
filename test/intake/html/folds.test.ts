import { describe, expect, it } from '@jest/globals'
import { documentOf, toHtml } from '../../../src/document'
import { read } from '../../../src/intake'
import type { Report } from '../../../src/report'
import { clean } from '../sources'

const articleOf = (report: Report): string => {
  const page = toHtml(documentOf(report))
  return page.slice(page.indexOf('<h1>'), page.indexOf('</main>'))
}
const article = articleOf(clean)
const lastYear = articleOf({
  ...clean,
  year: 2023,
  figures: { ...clean.figures, 'table2.regulations.issued': 9 },
  narrative: { ...clean.narrative, overview: '上一年的情况。' },
})

/** The article by its sections: its title, then each section with its heading. */
const [title = '', ...sections] = article.split(/(?=<h2)/)
const headed = sections.map((section) => {
  const end = section.indexOf('</h2>') + '</h2>'.length
  return [section.slice(0, end), section.slice(end)] as const
})

const folded = ['READ.FOLDED info']
const left = ['READ.HIDDEN info']

/** What a page gives: figures that differ from the clean report's, the rest of the report, what is told. */
function outcome(content: string) {
  const { report, findings } = read(`<title>某某局2024年政府信息公开工作年度报告</title>${content}`, 'html')
  const { figures, ...rest } = report
  const changed = Object.entries(clean.figures).filter(
    ([id, value]) => JSON.stringify(figures[id]) !== JSON.stringify(value),
  )
  return {
    changed: changed.map(([id]) => [id, figures[id]]),
    rest,
    told: findings.map(({ rule, severity }) => `${rule} ${severity}`),
  }
}

const { edition, unit, year } = clean
const asClean = (told: readonly string[], narrative = clean.narrative) => ({
  changed: [],
  rest: { edition, unit, year, narrative },
  told,
})

const hiddenBy = (style: string, content: string) => `<div style="${style}">${content}</div>`
const off = (content: string) => hiddenBy('display:none', content)

describe('a report that its page does not show at once', () => {
  it('has six sections to fold', () => {
    expect(sections).toHaveLength(6)
  })

  it.each<[string, string]>([
    ['all of it', off(article)],
    ['all of it, by another style', hiddenBy('visibility:hidden', article)],
    ['all of it, by an attribute', `<div hidden>${article}</div>`],
    ['all of it, by a class', `<style>.c{display:none}</style><div class="c">${article}</div>`],
    ['all of it, in a layout table', `<table><tr><td>通知公告</td><td>${off(article)}</td></tr></table>`],
    ['beside a picture of it', `<p>一图读懂2024年年度报告</p>${off(article)}`],
    ['each section in a panel', title + sections.map((section) => off(section)).join('')],
    ['all panels but the first', title + sections.map((one, i) => (i === 0 ? `<div>${one}</div>` : off(one))).join('')],
    ['its text below headings', title + headed.map(([head, text]) => head + off(text)).join('')],
    [
      'its text below headings that are buttons',
      title +
        headed
          .map(
            ([head, text]) => head.replace(/<h2[^>]*>/, '<button class="a">').replace('</h2>', '</button>') + off(text),
          )
          .join(''),
    ],
    ['its tables alone', article.replaceAll('<table', '<table style="display:none"')],
  ])('is read, and it is said: %s', (_, content) => {
    expect(outcome(content)).toEqual(asClean(folded))
  })

  it('is read where a page offers to unfold the rest of a text', () => {
    const [head, ...rest] = clean.narrative.overview.split('\n')
    const text = `<h2>一、总体情况</h2><p>${head}</p>${off(`<p>${rest.join('')}各项工作平稳有序推进。</p>`)}<span>点击展开更多</span>`
    const overview = `${clean.narrative.overview}各项工作平稳有序推进。`
    expect(outcome(title + text + sections.slice(1).join(''))).toEqual(
      asClean(folded, { ...clean.narrative, overview }),
    )
  })

  it('names what was folded', () => {
    const { findings } = read(title + sections.map((one, i) => (i < 3 ? one : off(one))).join(''), 'html')
    expect(findings.map(({ message }) => message)).toEqual([
      '网页没有直接显示“四、政府信息公开行政复议、行政诉讼情况”、“五、存在的主要问题及改进情况”、“六、其他需要报告的事项”，内容收起或隐藏在网页里，已读取。请对照原件核对。',
    ])
  })
})

describe('what a page hides beside the report', () => {
  it.each<[string, string, string[]]>([
    ['last year’s report, in a tab', article + off(lastYear), folded],
    ['last year’s report, before it', off(lastYear) + article, folded],
    ['a copy of it', article + off(article), folded],
    ['a copy of its table', article + off(sections[2] ?? ''), folded],
    ['a form for remarks', `${off('<p>您的意见对我们很重要，请填写姓名、电话。</p>')}${article}`, left],
    ['a menu', `<ul hidden><li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li></ul>${article}`, []],
    ['a word', `<p style="display:none">加载中</p>${article}`, []],
    ['buttons', `<button>打印</button>${article}<button>关闭</button>`, []],
  ])('is left out: %s', (_, content, told) => {
    expect(outcome(content)).toEqual(asClean(told))
  })

  it('is told to hold a section that the page does not show', () => {
    expect(outcome(title + sections.slice(0, 5).join('') + off(lastYear))).toEqual(
      asClean(['READ.FOLDED warning', 'READ.SECTION_MISSING warning'], { ...clean.narrative, other: '' }),
    )
  })

  it('is named', () => {
    const { findings } = read(`<div>${article}</div>${off(sections[2] ?? '')}`, 'html')
    expect(findings.map(({ message }) => message)).toEqual([
      '网页还隐藏着另一份“三、收到和处理政府信息公开申请情况”，看得见的部分已有这些内容，隐藏的没有读取。请对照原件核对。',
    ])
  })

  it('in a sentence is told', () => {
    const content = article.replace('申请 24 件', '申请 <span style="display:none">9</span>24 件')
    expect(outcome(content)).toEqual(asClean(left))
  })

  it('in front of a table with tabs is told, and no tab is taken for a cell', () => {
    expect(outcome(`<pre hidden>规章\t9\t9\t9\n行政许可\t9</pre>${article}`)).toEqual(asClean(left))
  })
})

describe('reports of two years that a page hides both', () => {
  it('are told, and the tables of the year that the page names are read', () => {
    const { changed, told } = outcome(off(lastYear) + off(article))
    expect(changed).toEqual([])
    expect(told).toContain('READ.FOLDED info')
    expect(told.filter((one) => one === 'READ.TABLE_TWICE warning')).toHaveLength(3)
    expect(told.filter((one) => one === 'READ.SECTION_TWICE warning')).toHaveLength(6)
  })
})
