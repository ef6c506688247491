import { describe, expect, it } from '@jest/globals'
import { documentOf, toHtml } from '../../../src/document'
import { EmptySourceError, read, UnreadableSourceError } from '../../../src/intake'
import { htmlSource } from '../../../src/intake/html/html-blocks'
import { shareOfTime } from '../../support/processor-time'
import { runs } from '../../support/runs'
import { clean } from '../sources'

/** Paragraphs as they are, rows with bars between their cells. */
const lines = (html: string): string[] => htmlSource(html).blocks.map(({ cells }) => cells.join('|'))

const cases: [string, string, string[]][] = [
  ['paragraphs, breaks and blocks', '<p>甲<br>乙</p><div>丙</div>丁', ['甲', '乙', '丙', '丁']],
  ['markup within a line', '<p><b>收到</b><span>申请</span> <i>8</i> 件</p>', ['收到申请 8 件']],
  ['line ends of the source', '<p>全年\n  收到申请\n8 件\tx</p>', ['全年收到申请 8 件 x']],
  ['blanks at the start of a line', '<p>&nbsp;&nbsp;　一、总体情况&nbsp;</p>', ['一、总体情况']],
  [
    'named and numeric characters',
    '<p>&ldquo;公开&rdquo;&#31532;&#x4e00;&hellip;&lt;8&amp;9&gt;</p>',
    ['“公开”第一…<8&9>'],
  ],
  [
    'characters that are none',
    '<p>&#0;&#xd800;&#99999999;&copy;&lol9;&unknown;</p>',
    ['\ufffd\ufffd\ufffd©&lol9;&unknown;'],
  ],
  ['a table', '<table><tr><td>规章<td>1<td>2<tr><td>许可<td>3<td>4</table>', ['规章|1|2', '许可|3|4']],
  ['attributes without quotes', '<table><tr><td colspan=2>a</td><td>b<tr><td>c<td>d<td>e</table>', ['a||b', 'c|d|e']],
  ['quotes with brackets in them', '<p title="a>b" data-x=\'<p>\'>甲</p>', ['甲']],
  ['a quote that is never closed', '<p title="a>甲</p><p>乙</p>', ['甲', '乙']],
  ['blocks within a cell', '<table><tr><td><p>一、</p><p>本年新收</p><td>1<br>2</table>', ['一、本年新收|1 2']],
  ['an annotation on its own line', '<table><tr><td>a<td>22<br>（其中修订16件）</table>', ['a|22（其中修订16件）']],
  ['a table in a cell that is one cell', '<table><tr><td>a<td><table><tr><td>8</table></table>', ['a|8']],
  [
    'a report in a layout table',
    '<table><tr><td><a href=/a>首页</a></td><td><p>正文</p><table><tr><td>a<td>1</table><p>完</p></td></tr></table>',
    ['首页', '正文', 'a|1', '完'],
  ],
  ['a table of one column', '<table><tr><td>甲<tr><td>乙</table>', ['甲', '乙']],
  ['a row of one cell in a wider table', '<table><tr><td>甲<tr><td>乙<td>1</table>', ['甲|', '乙|1']],
  ['rows without their table', '<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>', ['甲|1', '乙|2']],
  [
    'a table that is never closed',
    '<table><tr><td>甲<td>1</tr><p>文字</p><table><tr><td>乙<td>2',
    ['甲|1', '文字', '乙|2'],
  ],
  ['a table in a form', '<table><tr><td>甲<td><input value=12><td><input type=hidden value=9></table>', ['甲|12|']],
  ['scripts, styles, comments', '<style>p{}</style><script>"<p>8</p>"</script><!-- <p>9</p> --><p>甲</p>', ['甲']],
  ['choices, buttons, pronunciation', '<select><option>8</select><button>9</button>', []],
  ['ruby', '<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>', ['汉字']],
  ['hidden text', '<p hidden>8</p><p style="display : NONE">9</p><p style="mso-hide:all">7</p><p>甲</p>', ['甲']],
  ['a hidden cell', '<table><tr><td>a<td style="display:none">9<td>1</table>', ['a|1']],
  ['names of XML from Word and WPS', '<p>甲<o:p>&nbsp;</o:p></p><o:p/><p>乙<st1:x w:st="on"/></p>', ['甲', '乙']],
  ['comments for Word', '<!--[if gte mso 9]><xml><w:x>8</w:x></xml><![endif]--><![if !vml]>甲<![endif]>', ['甲']],
  ['data of XHTML', '<p><![CDATA[甲 & 乙]]></p>', ['甲 & 乙']],
  ['preformatted text', '<pre>规章\t1\t2\n许可\t3\t4</pre>', ['规章|1|2', '许可|3|4']],
  ['a lone angle bracket', '<p>1 < 2 <3 件</p>', ['1 < 2 <3 件']],
  ['nothing', '', []],
  ['an end without a beginning', '</td></tr></table></p>甲</div>', ['甲']],
  [
    'a menu, and a lone link',
    '<ul><li><a href=/>8</a><li><a href=/>9</a></ul><p>甲</p><p><a href=/>乙</a></p>',
    ['甲', '乙'],
  ],
  ['the way to the page', '<div>当前位置：<a href=/>首页</a> &gt; <a href=/>年报</a></div><p>甲</p>', ['甲']],
  ['a footer', '<p>甲</p><div class="page-footer">电话 8</div><footer>9</footer>', ['甲']],
]

describe('a web page as lines', () => {
  it.each(cases)('%s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })
})

/** The clean report as the article of a site's page. */
const ownPage = toHtml(documentOf(clean))
const article = ownPage.slice(ownPage.indexOf('<h1>'), ownPage.indexOf('</main>'))

function page(content: string, head = ''): string {
  return `<html><head><title>政府信息公开年报-某某市人民政府</title>${head}</head><body>
    <div class="header"><div class="nav"><a href="/">首页</a><a href="/a">政务公开</a></div><form>搜索<input value="2024"></form></div>
    <table class="calendar"><tr><td>日</td><td>一</td></tr><tr><td>1</td><td>2</td></tr></table>
    <div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/b">政府信息公开年报</a></div>
    <div class="wrap"><div class="article-content">${content}</div>
    <div class="more"><p>上一篇：<a href="/1">某某局2023年政府信息公开工作年度报告</a></p><p>浏览次数：1024</p></div></div>
    <div class="links"><p>主办单位：某某市人民政府办公室</p><p>网站标识码：4101000001</p></div></body></html>`
}

describe('a report in the page of a site', () => {
  it('is read without the page around it', () => {
    const { report, findings } = read(page(article), 'html')
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it('in a layout table is read as well', () => {
    const { report, findings } = read(
      page(`<table><tr><td>通知公告 1 2 3</td><td>${article}</td></tr></table>`),
      'html',
    )
    expect(report).toEqual(clean)
    expect(findings).toEqual([])
  })

  it('without an element of its own ends where the page’s footer begins', () => {
    const { report } = read(`<body>${article}<p>【打印本页】</p><p>版权所有：某某市</p></body>`, 'html')
    expect(report.narrative).toEqual(clean.narrative)
  })

  it.each([
    ['the head’s title', '<meta name="x"><title>某某局2024年政府信息公开工作年度报告_某某市人民政府</title>'],
    ['the article’s title of the head', '<meta content="某某局2024年政府信息公开工作年度报告" name=ArticleTitle>'],
  ])('without a title in its text takes %s', (_, head) => {
    const untitled = article.slice(article.indexOf('</h1>') + '</h1>'.length)
    const { report } = read(page(untitled, head), 'html')
    expect([report.unit, report.year]).toEqual(['某某局', 2024])
  })
})

/** What is read, or refused as too large, by size. */
const fillers: [string, string, string[]][] = [
  ['open tags', '<b>', ['2021', 'UnreadableSourceError']],
  ['tables in tables', '<table><tr><td>', ['2021']],
  ['tags without an end', '<a "', ['2021']],
  ['open quotes', '<a b="', ['2021']],
  ['comments without an end', '<!--', ['2021']],
  ['titles without an end', '<title>', ['2021']],
  ['scripts without an end', '<script>', ['2021']],
  ['data without an end', '<![CDATA[', ['2021']],
  ['closed tags', '</table></td>', ['2021']],
  ['ampersands', '&amp;&', ['2021']],
  ['blanks', ' \n', ['2021']],
  ['cells', '<td>1', ['2021']],
  ['rows', '<tr><td rowspan=9>1<td colspan=9>2', ['2021', 'UnreadableSourceError']],
  ['wide and high spans', '<td colspan=99999 rowspan=99999>1', ['2021']],
  ['list items', '<li><a href=x>1', ['2021']],
  ['section titles', '<p>一、总体情况', ['2021']],
  ['hidden section titles', '<p hidden>一、总体情况', ['2021']],
  ['hidden text to unfold', '<p>点击展开</p><p hidden>全年公开信息八条，平稳有序。', ['2021']],
  ['buttons that are headings', '<button>一、总体情况</button>', ['2021']],
  ['stylesheets', '<style>.a .b,.a{display:none}</style><p class=a>x', ['2021']],
]

/** A million characters in `npm test`, fewer in the fast tier. */
const MEGABYTE = Math.min(1_000_000, runs(1_000_000).numRuns)

describe('a megabyte', () => {
  /** The report's edition, or the name of the one clear error. */
  function outcomeOf(content: string): string {
    try {
      return read(content, 'html').report.edition
    } catch (error) {
      if (error instanceof UnreadableSourceError || error instanceof EmptySourceError) return error.name
      throw error
    }
  }

  it.each(fillers)('of %s gives a report or one clear error, in proportionate time', (_, piece, allowed) => {
    const found = new Set<string>()
    const readFilled = (size: number) => {
      found.add(outcomeOf(article + piece.repeat(Math.ceil(size / piece.length))))
    }
    expect(shareOfTime(readFilled, MEGABYTE)).toBeLessThan(1)
    expect([...found].filter((outcome) => !allowed.includes(outcome))).toEqual([])
  })
})
