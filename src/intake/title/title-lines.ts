import { simplified } from '../../form'
import { isRow, type Block } from '../blocks'
import { readTitle, type TitleText } from './title-text'

/** Where a source says a title: in what it marks as its heading, in its head, in a table about the file, in a line. */
export type TitlePlace = 'heading' | 'head' | 'label' | 'near' | 'line' | 'list'

export interface TitleCandidate extends TitleText {
  from: TitlePlace
}

/** A line before the first section that may be a title or a part of one. */
interface FrontLine {
  text: string
  from: TitlePlace
  /** Nothing above it belongs to it: another part of the page, or a line that is no title. */
  isApart: boolean
  /** A row's cell stands alone. */
  isCell: boolean
}

/** No report has its title below so many lines. */
const MOST_FRONT = 5000
const LONGEST_TITLE = 120
/** A title with what a page says of the article on the same line. */
const LONGEST_LINE = 400
const LONGEST_PART = 60
const MOST_PARTS = 4
const MOST_CELLS = 64
/** So many of the last lines before the first section are nearest to the report. */
const NEAR = 4

const CRUMBS =
  /(?:首页|主页|当前位置|所在位置|您的位置|现在的位置|当前的位置).{0,100}[>›»＞→/\\-]|(?:[>›»＞→][^>›»＞→]{1,40}){2}/
const ELSEWHERE =
  /^[【[（(\s·•]*(?:上一篇|下一篇|上一条|下一条|上一页|下一页|相关(?:链接|阅读|文章|信息|新闻|稿件)|附件|下载|扫一扫|热点|推荐|更多)/
const MARKDOWN_LINK =
  /^[-*+\s\d.、·•]*!?\[[^\]]*\]\([^)]*\)(?:[\s|/、·•]*!?\[[^\]]*\]\([^)]*\))*\s*(?:[[（(]?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?[\])）]?)?$/
/** What a page says of an article below its title. */
const INFORMATION =
  /[【[（(]?\s*(?:(?:发布|发文|成文|公开|生成|更新|印发|制发|录入|上传)(?:日期|时间|机构|机关|单位)|(?:日\s*期|时\s*间|来\s*源|作\s*者|编\s*辑|稿件来源|信息来源|文章来源|供稿|撰稿|责任编辑|审核|字\s*体|字\s*号|字体大小|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|率|量)?|访问(?:次数|量)?|索\s*引\s*号|文\s*号|发文字号|主题分类|体裁分类|组配分类|信息分类|公开方式|公开范围|公开目录|公开责任部门|有效性|时效性|关键词|效力状态)\s*[:：])/
const LISTED = /\s*[[（(【]?\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?$/
const SENTENCE = /[。；;！!？?]/
const NAME_LABEL = /^(?:信息|文件|公文|内容|文章|正)?(?:名称|标题|题名|题目)[:：]?$/
const BRACKETED_YEAR = /^[（(【[]\s*[12]\d{3}\s*年\s*度?\s*[)）】\]]$/
const DATE_LABEL = /(?:日\s*期|时\s*间)[:：]?$/
const YEAR_LINE = /^[（(【[]?\s*[12]\d{3}\s*年\s*度?\s*[)）】\]]?$/

/** How the name of an office ends, in simplified characters. */
const OFFICE =
  /(?:政府|局|委|会|办|室|厅|院|处|所|站|队|部|署|社|行|区|市|县|省|旗|州|盟|镇|乡|街道|中心|公司|集团|学校|大学|中学|小学|馆|团|台|园|场|村|科|组|专班|监狱|海关|指挥部|基地|苏木|服务|机构|厂|矿|库|宫|联|协|关|关税|院校)(?:[（(][^）)]{1,12}[)）])?$/

interface Read {
  lines: FrontLine[]
  /** Sentences and information, which are no titles. */
  others: string[]
}

function take({ lines, others }: Read, text: string, line: Omit<FrontLine, 'text'>): void {
  const information = INFORMATION.exec(text)
  const own = (information ? text.slice(0, information.index) : text).trim()
  if (information) others.push(text.slice(information.index))
  if (SENTENCE.test(own) || own.length > LONGEST_TITLE) others.push(own)
  else if (own !== '') {
    const isListed = LISTED.test(own) && readTitle(own.replace(LISTED, '')) !== undefined
    lines.push({ ...line, text: isListed ? own.replace(LISTED, '') : own, from: isListed ? 'list' : line.from })
    return
  }
  // What stands above such a line is no part of a title below it.
  lines.push({ text: '', from: 'line', isApart: true, isCell: false })
}

function takeRow(read: Read, { cells }: Block): void {
  let label = ''
  for (const cell of cells.slice(0, MOST_CELLS).map((text) => text.trim())) {
    if (cell === '') continue
    if (DATE_LABEL.test(label)) read.others.push(`${label.replace(/[:：]$/, '')}：${cell}`)
    const isNamed = NAME_LABEL.test(label.replace(/\s/g, ''))
    take(read, cell, { from: isNamed ? 'label' : 'line', isApart: true, isCell: true })
    label = cell.slice(0, LONGEST_PART)
  }
}

function frontLines(front: readonly Block[]): Read {
  const read: Read = { lines: [], others: [] }
  for (const block of front.slice(0, MOST_FRONT)) {
    const { text, kind } = block
    const isLong = text.length > LONGEST_LINE
    const isElsewhere = !isLong && (CRUMBS.test(text) || ELSEWHERE.test(text) || MARKDOWN_LINK.test(text))
    if (isLong) read.others.push(text)
    if (isLong || kind === 'link' || isElsewhere)
      read.lines.push({ text: '', from: 'line', isApart: true, isCell: false })
    else if (isRow(block)) takeRow(read, block)
    else {
      const isHeading = kind === 'heading' || /^#\s*[^#\s]/.test(text)
      const from = isHeading ? 'heading' : 'line'
      take(read, text, { from, isApart: block.isApart === true, isCell: false })
    }
  }
  return read
}

const completeness = ({ unit, year }: TitleText) => (unit === '' ? 0 : 1) + (year === null ? 0 : 1)

/** True where a line stands by itself: it is a whole title already, or too long to be a part of one. */
function isWhole({ text }: FrontLine, next: FrontLine): boolean {
  if (text === '' || text.length > LONGEST_PART) return true
  const title = readTitle(text)
  if (!title) return false
  return title.year !== null || !(title.unit === '' ? BRACKETED_YEAR : YEAR_LINE).test(next.text)
}

/** True where a line may go on with the one above it. */
const goesOn = (line: FrontLine, above: FrontLine): boolean =>
  !line.isApart && !line.isCell && !above.isCell && !isWhole(above, line)

/** The better of two readings of a title; an office's name out of a line above has to end as such names do. */
function betterOf(best: TitleText | undefined, joined: TitleText | undefined): TitleText | undefined {
  if (!joined) return best
  const isNamed = joined.unit === '' || joined.unit === best?.unit || OFFICE.test(simplified(joined.unit))
  const isBetter = !best || completeness(joined) > completeness(best)
  return isNamed && isBetter ? joined : best
}

/** The title that ends at a line: of this line, and of lines above it only where they are parts of the same title. */
function titleEndingAt(lines: readonly FrontLine[], end: number): TitleText | undefined {
  let text = lines[end]?.text ?? ''
  let best = readTitle(text)
  for (let start = end - 1; start >= 0 && end - start < MOST_PARTS; start -= 1) {
    const [above, line] = [lines[start], lines[start + 1]]
    const isComplete = best !== undefined && completeness(best) === 2
    if (!above || !line || isComplete || !goesOn(line, above)) break
    text = `${above.text} ${text}`
    best = betterOf(best, readTitle(text))
  }
  return best
}

/** True for a whole title and for what a page says of an article: no other line goes on with it. */
export function standsAlone(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false
  if (INFORMATION.test(text)) return !SENTENCE.test(text)
  const title = readTitle(text)
  return title !== undefined && completeness(title) === 2
}

/** What the lines before the first section say as titles, and the sentences and information among them. */
export function titlesInFront(front: readonly Block[]): { titles: TitleCandidate[]; others: string[] } {
  const { lines, others } = frontLines(front)
  const filled = lines.flatMap(({ text }, i) => (text === '' ? [] : [i]))
  const nearFrom = filled[Math.max(0, filled.length - NEAR)] ?? 0
  const titles = lines.flatMap((line, i): TitleCandidate[] => {
    const title = line.text === '' ? undefined : titleEndingAt(lines, i)
    const from = line.from === 'line' && i >= nearFrom ? 'near' : line.from
    return title ? [{ ...title, from }] : []
  })
  return { titles, others }
}

/** Titles among lines that are nowhere near the beginning: only whole ones count. */
export function titlesAmong(blocks: readonly Block[], from: TitlePlace): TitleCandidate[] {
  return blocks.slice(0, MOST_FRONT).flatMap(({ text, kind }): TitleCandidate[] => {
    if (text.length > LONGEST_TITLE || kind === 'link' || SENTENCE.test(text) || ELSEWHERE.test(text)) return []
    const title = readTitle(text)
    return title && completeness(title) === 2 ? [{ ...title, from }] : []
  })
}
