import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { read } from '../../../src/intake'

const BODY = `
一、总体情况
2025年，本单位主动公开信息3条。2025年没有收到申请。
二、主动公开政府信息情况
规章 0 0 0
行政规范性文件 0 0 0
`
const OWN = '某市某局2025年政府信息公开工作年度报告'

/** Unit, year and the severities of what is said about the title. */
function told(content: string, kind: 'text' | 'html'): [string, number | null, string] {
  const { report, findings } = read(content, kind)
  const title = findings.filter(({ rule }) => rule === 'READ.TITLE')
  return [report.unit, report.year, title.map(({ severity }) => severity).join(' ')]
}

describe('the title of a text', () => {
  it.each([
    OWN,
    '某市某局 2025 年度政府信息公开年报',
    '某市某局2025年政府信息公开工作报告',
    '某市某局2025年信息公开工作年度报告',
    '某市某局2025年政务公开工作年度报告',
    '某市某局2025年政府信息与政务公开工作年度报告',
    '某市某局2025年政府信息主动公开工作情况报告',
    '某市某局\n关于2025年政府信息公开工作的年度报告',
    `图解：${OWN}`,
    `【图解】${OWN}`,
    `一图读懂 | ${OWN}`,
    `图解《${OWN}》`,
    `《${OWN}》一图读懂`,
    `${OWN}（图解）`,
    `${OWN}.docx`,
    '某市某局政府信息公开2025年度报告',
    '某市某局政府信息公开工作2025年年度报告',
    '2025年度某市某局信息公开工作年度报告',
    '某市某局2025政府信息公开工作年度报告',
    '某市某局二〇二五年度政府信息公开工作年度报告',
    '某市某局\n政府信息公开工作年度报告\n（2025年度）',
    '某市某局\n2025年\n政府信息公开工作年度报告',
    '某市某局2025年政府信息公开工作\n年度报告',
    '某 市 某 局\n2 0 2 5 年 政 府 信 息 公 开 工 作 年 度 报 告',
    `关于公布${OWN}的公告`,
    `标题：${OWN}\n发布机构：某市政府办\n发布日期：2026-01-20`,
    `名  称 ${OWN}`,
    `索引号: 000/2026-7\n名称: ${OWN}\n文号:\n\n${OWN}`,
    `| 名称 | ${OWN} | | |\n|---|---|---|---|\n| 索引号 | 000/2026-1 | 发布日期 | 2026-01-20 |`,
    `某市某局文件\n某局发〔2026〕3号\n某市某局\n2025年政府信息公开工作年度报告`,
    `首页 政务公开 政府信息公开年报\n2024年\n2023年\n${OWN}\n来源：某市某局 发布时间：2026-01-12 字体：[大 中 小]`,
    `当前位置：首页 > 政府信息公开年报 > 某市乙局2024年政府信息公开工作年度报告\n${OWN}`,
    `- [某市乙局2024年政府信息公开工作年度报告](http://a/b)\n# ${OWN}`,
    `${OWN} 发布日期：2026-01-20 来源：某市`,
    `${OWN} 2026-01-20`,
    `某局2025年政府信息公开工作年度报告\n发布日期:2026-01-19 10:02:41 文章来源:本网 字体大小:【 A- A A+ 】\n${OWN}`,
  ])('%j names unit and year', (title) => {
    expect(told(`${title}\n${BODY}`, 'text')).toEqual(['某市某局', 2025, ''])
  })

  it.each([
    ['lines of last year’s reports', `某市某局2024年政府信息公开工作年度报告\n${OWN}`, ['某市某局', 2025, 'info']],
    ['another office’s of last year', `某市乙局2024年政府信息公开年报\n${OWN}`, ['某市某局', 2025, 'info info']],
    ['no unit but a menu above', '财政信息\n2025年政府信息公开工作年度报告', ['', 2025, 'info']],
    ['two offices, equally', `某市乙局2025年政府信息公开年报\n${OWN}`, ['', 2025, 'warning']],
    ['another year than the text', OWN.replace('2025', '2024'), ['某市某局', null, 'warning']],
    ['a request to write it', '某市某局关于做好2025年政府信息公开工作年度报告编制工作的通知', ['', null, 'info']],
    ['two years', '某市某局2024-2025年政府信息公开工作年度报告', ['某市某局', null, 'info']],
    ['traditional characters', '某某鎮人民政府2025年政府信息公開工作年度報告', ['某某鎮人民政府', 2025, '']],
  ])('with %s', (_, title, expected) => {
    expect(told(`${title}\n${BODY}`, 'text')).toEqual(expected)
  })

  it('that names no year takes it from text and period, which is said', () => {
    const period = '本报告所列数据的统计期限自2025年1月1日起至2025年12月31日止。'
    const { report, findings } = read(`某市某局政府信息公开工作年度报告\n${period}\n${BODY}`, 'text')
    expect([report.unit, report.year]).toEqual(['某市某局', 2025])
    expect(findings.find(({ rule }) => rule === 'READ.TITLE')?.message).toBe(
      '标题里没有报告年度，按正文、统计期限写作2025年。请对照原件填写或者核对。',
    )
  })

  it('says what speaks for what', () => {
    const { findings } = read(`某市乙局2024年政府信息公开年报\n${OWN}\n${BODY}`, 'text')
    expect(findings.filter(({ rule }) => rule === 'READ.TITLE').map(({ message }) => message)).toEqual([
      `报告年度取2025年（正文前的标题、正文：“${OWN}”），来源另有2024年（正文前的标题：“某市乙局2024年政府信息公开年报”）。请对照原件填写或者核对。`,
      '单位名称取“某市某局”（正文前的标题），来源另有“某市乙局”。请对照原件填写或者核对。',
    ])
  })
})

const article = BODY.trim()
  .split('\n')
  .map((line) =>
    /^规章|^行政/.test(line) ? `<table><tr>${line.replace(/(\S+)/g, '<td>$1</td>')}</tr></table>` : `<p>${line}</p>`,
  )
  .join('')

describe('the title of a page', () => {
  const links = ['2024', '2023']
    .map((year) => `<li><a href="/${year}">某市某局${year}年政府信息公开工作年度报告</a></li>`)
    .join('')
  it.each([
    ['a list of last years', `<ul>${links}</ul><h1>${OWN}</h1>`],
    ['a list without addresses', `<ul>${links.replace(/ href="[^"]*"/g, '')}</ul><h1>${OWN}</h1>`],
    ['a list with dates', `<ul>${links.replace(/<\/a>/g, '</a><span>2024-01-31</span>')}</ul><p>${OWN}</p>`],
    ['one link alone', `<div><a href="/1">某市乙局2024年政府信息公开年报</a></div><div>${OWN}</div>`],
    ['a heading of links', `<h3>政府信息公开年报</h3><ul><li><a>2024年</a></li></ul><h1>${OWN}</h1>`],
    [
      'a table of links',
      `<table><tr><td><a href="/1">某市乙局2024年政府信息公开年报</a></td><td><a href="/2">某市丙局2024年政府信息公开年报</a></td></tr></table><h1>${OWN}</h1>`,
    ],
    [
      'the site’s name above',
      `<div class="logo"><b>某市人民政府</b></div><div class="con"><div class="c"><p>某市某局</p><p>2025年政府信息公开工作年度报告</p></div></div>`,
    ],
    ['a table about the file', `<table><tr><td>索引号</td><td>1</td><td>名称</td><td>${OWN}</td></tr></table>`],
    ['the head alone', ''],
  ])('with %s', (_, top) => {
    const head = top === '' ? `<title>${OWN}-某市人民政府</title><meta name="PubDate" content="2026-01-20">` : ''
    expect(told(`<html><head>${head}</head><body>${top}${article}</body></html>`, 'html')).toEqual([
      '某市某局',
      2025,
      '',
    ])
  })

  it('of which head and heading differ is told', () => {
    const page = `<title>${OWN.replace('2025', '2024')}</title><h1>${OWN}</h1>${article}`
    expect(told(page, 'html')).toEqual(['某市某局', 2025, 'info'])
  })
})

const cases = ['../shared/cases/text', '../../shared/cases/text'].find((path) => existsSync(path)) ?? ''
const testWithCases = cases === '' ? it.skip : it

describe('cases from the field', () => {
  testWithCases.each<[string, string, number]>([
    ['01-sidebar-last-year.html', '某县人民政府办公室', 2025],
    ['02-sidebar-other-reports.html', '某县人民政府办公室', 2025],
    ['04-title-twice-with-info-line.txt', '某某市某某区退役军人事务局', 2022],
    ['05-metadata-name.txt', '某省人民政府', 2024],
    ['06-title-gongzuobaogao.txt', '某市某局', 2025],
    ['08-title-in-table.txt', '某管理区', 2025],
  ])('%s', (file, unit, year) => {
    const content = readFileSync(`${cases}/${file}`, 'utf8')
    expect(told(content, file.endsWith('.html') ? 'html' : 'text')).toEqual([unit, year, ''])
  })
})
