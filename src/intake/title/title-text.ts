import { simplified } from '../../form'

/** What a text says as the title of a report: `unit` is empty and `year` null where it does not say. */
export interface TitleText {
  unit: string
  year: number | null
  quote: string
}

const CORE =
  '(?:(?:政府|政务)?信息(?:主动)?公开|(?:政府)?信息(?=[和与及暨、]政务公开)|政务公开)(?:[和与及暨、]政务公开)?'
const INNER_YEAR = '[（(]?([12]\\d{3})?\\s?年?度?[)）]?'
/** The words that make a text the title of an annual report, with a year among them or not. */
const TAIL = new RegExp(`${CORE}(?:工作)?(?:情况)?的?${INNER_YEAR}的?(?:年度|年)?(?:工作)?(?:情况)?的?(?:报告|年报)$`)

const AFTER =
  /\s*(?:比对|对比|比较|对照|[（(【[]?(?:全文|图解|图文版?|图文解读|一图读懂|公示稿?|word版?|pdf版?|文字版|正文|本级)[)）】\]]?|的?(?:公告|公示)|\.(?:docx?|pdf|html?|wps|txt))$/i
const YEAR_AFTER = /[（(【[]?\s*([12]\d{3})\s*年\s*度?\s*[)）】\]]?$/
const YEARS = /[12]\d{3}年?度?[-—–~～至到和、][12]\d{3}(?:学年|年度?)/
const YEAR = /(?:关于)?([12]\d{3}|[一二][〇零○Ｏ一二三四五六七八九]{3}|[_—-]+)\s*年\s*度?/g
const BARE_YEAR = /([12]\d{3})$/
/** A year in brackets, before or behind the name. */
const BRACKETED_YEAR = /[（(【[]\s*([12]\d{3})\s*[)）】\]]/
const CHINESE_DIGITS = '〇一二三四五六七八九'

/** Signs of a list, of Markdown and of quotation around a title. */
const MARKS = /^[#*\s>＞»›→▪■●◆★·•《“"-]+|[*\s》”"]+$/g
const PICTURE = '图解|图说|图文解读|图表解读|一图读懂|一图看懂|一图|长图|数说|数读|解读|H5'
/** What sites write before a title. */
const BEFORE = new RegExp(
  `^(?:[【[（(〖](?:[^】\\])）〗]{0,6}(?:${PICTURE})|年报|公示|公告|置顶|最新|原创|新)[^】\\])）〗]{0,4}[】\\])）〗]|` +
    `(?:${PICTURE})(?=[^市区县]{0,2}[:：|丨｜·\\s—-])[丨|｜:：·\\s—-]*|(?:${PICTURE})(?=[《“"])|(?:一图读懂|一图看懂|图解)|` +
    '关于(?:公布|发布|公开|印发)|(?:公布|发布))\\s*',
)
const LABEL = /^(?:信息|文件|公文|内容|文章|正)?(?:名\s*称|标\s*题|题\s*名|题\s*目|主\s*题)[\s:：]\s*/

/** Words of a site's own, which stand before a title on one line. */
const SITE_WORDS =
  /^(?:网站)?(?:首页|主页|政务公开|信息公开|政府信息公开|政府信息公开年报|长者版?|长者模式|无障碍(?:阅读|浏览)?|适老化|搜索|登录|注册|繁体|简体|返回|正文|目录|公告|标题|名称|年报|年度报告)$/

/** A request to write the report is not its title. */
const ABOUT_WRITING = /做好|编制|报送|填报|编写|撰写|填写|征求/
const UNIT_SIGNS = /[:：>＞»›|｜。；！？]|\d{1,2}月\d{1,2}日|\d{4}-\d/
const LONGEST_UNIT = 50

/** Wide characters need no blank between them; words of letters do. */
const WIDE_BLANKS =
  /(?<=[\u2e80-\uffef])[\s\u3000]+(?=[\u2e80-\uffef])|(?<=[\u2e80-\uffef])[\s\u3000]+(?=[\d_])|(?<=[\d_])[\s\u3000]+(?=[\u2e80-\uffef])/g

const halfWidth = (text: string) =>
  text
    .replace(/[０-９＿]/g, (c) => (c === '＿' ? '_' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/([12])\s(\d)\s(\d)\s(\d)(?=\s*年)/g, '$1$2$3$4')

export function numberOfYear(written: string): number | null {
  const digits = [...written.replace(/[零○Ｏ]/g, '〇')].map((c) => {
    const digit = CHINESE_DIGITS.indexOf(c)
    return digit < 0 ? c : String(digit)
  })
  return /^\d{4}$/.test(digits.join('')) ? Number(digits.join('')) : null
}

/** The name of the office in what is left of a title; empty where it can be none. */
function unitOf(text: string): string {
  const unit = text
    .replace(/[（(【[〔]\s*[)）】\]〕]/g, '')
    .replace(/^[［[【〔](.*)[］\]】〕]$/, '$1')
    .replace(/关于$|^关于|[的《“"·—-]+$/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  const isNone = /^_*$/.test(unit) || UNIT_SIGNS.test(unit) || ABOUT_WRITING.test(unit) || unit.length > LONGEST_UNIT
  return isNone ? '' : unit
}

function withoutFrame(written: string): string {
  let text = written.replace(MARKS, '').replace(LABEL, '')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(MARKS, '').replace(BEFORE, '').replace(AFTER, '').trim()
  }
  const pieces = text.split(/[\s\u3000]+/)
  const first = pieces.findIndex((piece) => !SITE_WORDS.test(piece))
  return first === 0 ? text : pieces.slice(first).join(' ')
}

/** The office's name as it is written: what was read of it is in simplified characters. */
function asWritten(unit: string, quote: string): string {
  const written = halfWidth(quote).replace(WIDE_BLANKS, '')
  const at = simplified(written).indexOf(unit)
  return at < 0 ? unit : written.slice(at, at + unit.length)
}

/** Reads a text as a title; undefined where it does not end as the title of an annual report does. */
export function readTitle(written: string): TitleText | undefined {
  const quote = written.replace(/^[#*\s]+|[*\s]+$/g, '')
  const framed = withoutFrame(simplified(quote))
  const half = halfWidth(framed).replace(WIDE_BLANKS, '')
  const after = YEAR_AFTER.exec(half)
  const named = (after ? half.slice(0, after.index) : half).replace(AFTER, '')
  const tail = TAIL.exec(named)
  if (!tail) return undefined
  const head = named.slice(0, tail.index)
  if (ABOUT_WRITING.test(head)) return undefined
  const years = YEARS.exec(head)
  const year = years ?? [...head.matchAll(YEAR)].pop() ?? BARE_YEAR.exec(head) ?? BRACKETED_YEAR.exec(head)
  const unit = unitOf(year ? head.slice(0, year.index) + head.slice(year.index + year[0].length) : head)
  const number = years ? null : numberOfYear(year?.[1] ?? tail[1] ?? after?.[1] ?? '')
  return { unit: asWritten(unit, quote), year: number, quote }
}
