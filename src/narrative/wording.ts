/** Typing slips that are certain: words and marks typed twice, brackets and sentences left open. */
import type { TextRange } from './text-range'
import { isHeading, isNumbered, isTerminated, paragraphsOf, type Paragraph } from './paragraphs'

const rangesOf = (text: string, pattern: RegExp): TextRange[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))

/** Particles that are never doubled, unless one belongs to the next word: 目的的, 为了了解, 参与与监督. */
const DOUBLED_PARTICLE = new RegExp(
  [
    '(?<!目)的的',
    '了了(?![解却结])',
    '(?<![平共总温饱缓柔祥])和和(?![谐平气睦善美])',
    '(?<![参给赋])与与',
    '及及(?![时其格])',
    '(?<![合兼吞一])并并',
    '被被',
    '们们',
    '是是(?![否非])',
    '(?<![现存所潜内外正实])在在',
    '将将(?![军来士领])',
    '(?<![理自事经缘案因])由由',
    '(?<![方面倾导走志意定转趋取动去])向向',
  ].join('|'),
  'g',
)

const DOUBLED_WORD = /([\u4e00-\u9fff]{2,12})\1/g
/** Words that are doubled on purpose: 一个一个, 多多少少. */
const MEANT = /^(?:[一逐]|很多|非常|许多|多多|常常|人人|家家|处处|点点|层层|种种|时时|事事|件件|年年|天天|默默|渐渐)/
/** If one of these follows, the second word begins a compound: 工作工作人员, 申请申请人, 规范规范性文件. */
const COMPOUND =
  /^(?:[性人员书表者方站点费组会量率法网单权期件]|机制|机构|小组|制度|计划|方案|要点|台账|流程|办法|部门|系统|条例|平台|指南|目录|年度|年报|报告|规定|责任|任务|能力|水平|中心|内容|事项|栏目|渠道|方式|情况|质量|程序|范围|标准|信息|服务|专栏|专区|培训)/

const isTyped = (text: string, { start, end }: TextRange): boolean => {
  const half = (end - start) / 2
  const word = text.slice(start, start + half)
  const isOneSign = new Set(word).size === 1
  return !isOneSign && !MEANT.test(word) && !(half === 2 && COMPOUND.test(text.slice(end, end + 2)))
}

export const doubledWords = (text: string): TextRange[] => [
  ...rangesOf(text, DOUBLED_PARTICLE),
  ...rangesOf(text, DOUBLED_WORD).filter((range) => isTyped(text, range)),
]

export const doubledMarks = (text: string): TextRange[] =>
  rangesOf(text, /[。，、；：][。，、；：,;]+|[,;][。，、；：,;]+|！！+|？？+/g)

/** Lines that are no sentences: attachments, addresses, dates, lines of a table. */
const NO_SENTENCE = /^(?:附|注|来源|网址|链接|责任编辑)|[\t|]|https?:|www\.|\d{1,2}日$/

/** Whether a paragraph ends within a sentence. The last line of a section is no heading: a comma shows that. */
function isUnfinished({ text }: Paragraph, isLast: boolean): boolean {
  if (isTerminated(text) || NO_SENTENCE.test(text)) return false
  if (/[，、,]$/.test(text) || (isLast && text.includes('，'))) return true
  return !isHeading(text) && text.length > 30 && /[，。；]/.test(text)
}

const LAST_WORDS = 16

/** The last words of each paragraph that ends without a mark. */
export const unfinishedParagraphs = (text: string): TextRange[] =>
  paragraphsOf(text)
    .filter((one, index, all) => isUnfinished(one, index === all.length - 1))
    .map(({ start, end }) => ({ start: Math.max(start, end - LAST_WORDS), end }))

const PAIRS: Readonly<Record<string, string>> = { '（': '）', '(': ')', '《': '》', '“': '”', '〔': '〕', '【': '】' }
const SIGNS = /[（()）《》“”〔〕【】]/g
const halfWidth = (sign: string): string => ({ '（': '(', '）': ')' })[sign] ?? sign
/** `1）` and `一）` number a list; their bracket closes nothing. */
const COUNTING = /(?:^|[。；：，、\s])[\d一二三四五六七八九十]{1,3}$/

interface Open {
  sign: string
  at: number
}

function openIn({ text, start }: Paragraph): TextRange[] {
  const stack: Open[] = []
  const stray: TextRange[] = []
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (PAIRS[sign] !== undefined) stack.push({ sign, at })
    else {
      const last = stack[stack.length - 1]
      if (last && halfWidth(PAIRS[last.sign] ?? '') === halfWidth(sign)) stack.pop()
      else if (!COUNTING.test(text.slice(Math.max(0, at - 5), at)))
        stray.push({ start: start + at, end: start + at + 1 })
    }
  }
  return [...stack.map(({ at }) => ({ start: start + at, end: start + at + 1 })), ...stray]
}

/** Whether the next paragraph closes what this one leaves open; a numbered paragraph does not. */
function isClosedBy(one: Paragraph, next: Paragraph | undefined): boolean {
  if (next === undefined || isNumbered(next.text)) return false
  return openIn({ ...one, text: one.text + next.text }).length === 0
}

/** Brackets and quotation marks without a partner, one a paragraph: the first makes all later ones look wrong. */
export function unclosedMarks(text: string): TextRange[] {
  const paragraphs = paragraphsOf(text)
  return paragraphs.flatMap((one, index) => {
    const before = paragraphs[index - 1]
    const open = openIn(one)
    if (open.length === 0 || isClosedBy(one, paragraphs[index + 1])) return []
    return before && openIn(before).length > 0 && isClosedBy(before, one) ? [] : open.slice(0, 1)
  })
}
