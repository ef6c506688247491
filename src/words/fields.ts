/** What users read about the fields 【…】 of the narrative. */
import { tabNames } from './tabs'

export const fieldWords = {
  /** A field as it stands in a text. */
  written: (field: string): string => `【${field}】`,
  lastYear: '上年',
  change: '同比',
  level: '持平',
  more: '增加',
  fewer: '减少',
  grown: '增长',
  fallen: '下降',
  unit: '单位',
  year: '年度',
  yearBefore: '上年度',
  yearAfter: '下年度',
  reportGroup: '单位和年度',
  shareGroup: '占比',
  lastYearGroup: tabNames.lastYear,
  changeGroup: '与上年相比',
  unknown: (tab: string, field: string, nearest: string) =>
    `${tab}：“${field}”不是数据项，最接近的是“【${nearest}】”。`,
  asTyped: (tab: string, field: string) => `${tab}：“${field}”不是数据项，生成报告时原样印出。`,
  heading: (tab: string, field: string) => `${tab}：“${field}”独占一行，按小标题原样印出，不换成数字。`,
  asTypedAdvice: '要填数字的，请用“插入数据项”选择；本来就是文字的，不用改。',
  blank: (tab: string, field: string, cause: string) => `${tab}：“${field}”没有可以填入的内容：${cause}。`,
  causes: {
    figure: '有关的单元格空白或者不是数字',
    lastYear: '没有上年数据，或者上年的单元格空白',
    zeroBase: '总数是0，没有占比',
    unit: '没有填写单位名称',
    year: '没有填写报告年度',
  },
  gap: (tab: string, what: string) => `${tab}：还有空缺没有填写${what === '' ? '' : `：${what}`}。`,
} as const

export const fieldRuleWords = {
  'F.UNKNOWN': {
    title: '没有这个数据项',
    why: '【】里写的是数据项的名称，生成报告时换成表中的数字；没有这个名称就无法换成数字。',
    advice: '请改正名称，或者用“插入数据项”选择；不是数据项的，请改用“”或〔〕。',
  },
  'F.BLANK': {
    title: '数据项没有数字',
    why: '数据项取表中的数字；空白不等于0，不能替填报人填0。',
    advice: '请先补齐数字，没有发生的填0；用不到的请删去这一句。',
  },
  'F.GAP': {
    title: '有空缺没有填写',
    why: '【＿＿：…】是留给填报人的空缺，程序不知道的内容不会编写。',
    advice: '请填写实际情况，没有的请删去这一句。',
  },
} as const
