/** What users read about the checks. */
import { fieldRuleWords } from './fields'
import { narrativeRuleWords } from './narrative-checks'
import { outlineRuleWords, privacyRuleWords } from './outline'

export interface RuleWords {
  title: string
  why: string
  /** What to do next; ends every message of the rule. */
  advice: string
}

const REGULATIONS = '《政府信息公开条例》'

/** Legal sources that no row or section of the form carries. */
export const ruleSources = {
  publication: `${REGULATIONS}第四十九条`,
  contents: `${REGULATIONS}第五十条`,
  regulations: `${REGULATIONS}第二十条、国办公开办函〔2021〕30号`,
} as const

export const ruleWords = {
  'B.EDITION': {
    title: '报告格式版本',
    why: '各项校验按2021年版格式进行，其他版本的表格与它不同。',
    advice: '请改用2021年版格式。',
  },
  'B.UNIT': {
    title: '单位名称',
    why: '年度报告的标题和署名都要写明报告单位。',
    advice: '请在“基本信息”中填写单位全称。',
  },
  'B.YEAR': {
    title: '报告年度',
    why: '年度报告按自然年度编制，2019年条例修订施行以来才有这份报告的现行内容。',
    advice: '请在“基本信息”中填写四位数的报告年度。',
  },
  'S.EMPTY': {
    title: '文字部分不能为空',
    why: '年度报告的六个部分缺一不可，没有内容的也要写明。',
    advice: '请填写这一部分。',
  },
  'READ.RAGGED': {
    title: '一行里的数字与格数不符',
    why: '数字比格子多或者少，后面的数字可能全部错位，只有对照原件才能确定。',
    advice: '请对照原件选择一种读法，或者逐格填写。',
  },
  'READ.ONE_ROW': {
    title: '（六）其他处理只有一行',
    why: '2021年版格式的“（六）其他处理”分为三行，旧格式只有一行；怎样分到三行，只有填报单位知道。',
    advice: '请对照办理台账分到三行。',
  },
  'T3.ROW': {
    title: '横向合计',
    why: '每一行中，自然人和五类法人或其他组织的数量相加，等于总计。',
    advice: '请核对这一行各列的数字和总计，改正填错的一格。',
  },
  'T3.CONCLUDED': {
    title: '办理结果合计',
    why: '每一列中，二十一种办理结果相加，等于“（七）总计”。',
    advice: '请核对这一列各项办理结果和总计，改正填错的一格。',
  },
  'T3.BALANCE': {
    title: '收支平衡',
    why: '每一列中，第一项加第二项之和，等于第三项加第四项之和。',
    advice: '请核对这一列的四个数字，改正填错的一格。',
  },
  'T4.TOTAL': {
    title: '复议诉讼合计',
    why: '每一组中，四种结果相加，等于总计。',
    advice: '请核对这一组的各项结果和总计，改正填错的一格。',
  },
  'Y.CARRY': {
    title: '上年结转',
    why: '上年报告结转下年度继续办理的申请，就是本年的上年结转，逐列相等。',
    advice: '请对照上年报告核对；上年报告有误的，请在报告中说明。',
  },
  'Y.INFORCE': {
    title: '现行有效件数',
    why: '现行有效件数等于上年现行有效件数加本年制发、减本年废止；上年底数经过清理更正的可以不等。',
    advice: '请对照上年报告核对；底数经过清理更正的，请在报告中说明。',
  },
  'V.BLANK': {
    title: '空白',
    why: '空白不等于0，读者无法知道是没有还是漏填。',
    advice: '没有的填0。',
  },
  'V.TOTAL_BLANK': {
    title: '总计空白',
    why: '各项都已填写，总计应当一并填写。',
    advice: '请填写总计，或者用“计算合计”恢复公式。',
  },
  'V.UNREADABLE': {
    title: '不是数字',
    why: '这里应当填数字，其他文字无法合计，也无法核对。',
    advice: '请改为数字，没有的填0。',
  },
  'V.NOT_APPLICABLE': {
    title: '填了“不适用”',
    why: '统一格式要求填数字；用“/”“—”等代替数字，汇总时无法处理。',
    advice: '没有的填0。',
  },
  'V.ANNOTATED': {
    title: '数字带有说明',
    why: '表格里只填数字，说明写在文字部分，否则合计和汇总会出错。',
    advice: '请只留数字，把说明移到文字部分。',
  },
  'V.REWRITTEN': {
    title: '数字的写法',
    why: '全角数字、千分位逗号和量词会使表格把数字当作文字，不能参加合计。',
    advice: '请改为半角阿拉伯数字，只填数字本身。',
  },
  'V.NEGATIVE': {
    title: '负数',
    why: '件数和金额不会小于0。',
    advice: '请核对后改正。',
  },
  'V.DECIMAL': {
    title: '件数有小数',
    why: '件数按件计算，是整数。',
    advice: '请核对后改为整数。',
  },
  'V.UNSAFE': {
    title: '数字过大',
    why: '这样大的数字不合常理，也无法准确相加。',
    advice: '请核对位数后改正。',
  },
  'V.REGULATIONS': {
    title: '乡镇、街道的规章',
    why: '规章由国务院部门和省、市级人民政府制定，乡镇、街道没有制定权；这里的数多半是行政规范性文件，填错了行。',
    advice: '请核对；是行政规范性文件的，移到下一行，规章填0。',
  },
  ...fieldRuleWords,
  ...outlineRuleWords,
  ...privacyRuleWords,
  ...narrativeRuleWords,
} as const satisfies Record<string, RuleWords>

export type RuleId = keyof typeof ruleWords

const NAMED = 3

/** The first few of a list, and how many there are where not all are named. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、')
  return names.length > NAMED ? `${shown}等 ${names.length} 格` : shown
}

export interface Sums {
  expected: string
  actual: string
  difference: string
}

export const checkMessages = {
  place: (tab: string, row: string, column: string) => `${tab} “${row}”·${column}`,
  rowPlace: (tab: string, row: string) => `${tab} “${row}”`,
  columnPlace: (tab: string, column: string) => `${tab}·${column}`,
  inTable: (row: string, column: string) => `“${row}”·${column}`,

  rowTotal: (place: string, { expected, actual, difference }: Sums) =>
    `${place}：各列之和 ${expected}，现为 ${actual}（差 ${difference}）。`,
  total: (place: string, { expected, actual, difference }: Sums) =>
    `${place}：各项之和 ${expected}，现为 ${actual}（差 ${difference}）。`,
  balance: (place: string, { expected, actual, difference }: Sums) =>
    `${place}：“一、本年新收”加“二、上年结转” ${expected}，“（七）总计”加“四、结转下年度继续办理” ${actual}（差 ${difference}）。`,
  carry: (place: string, { expected, actual, difference }: Sums) =>
    `${place}：上年报告结转下年度 ${expected}，本年填的是 ${actual}（差 ${difference}）。`,
  inForce: (place: string, { expected, actual, difference }: Sums) =>
    `${place}：上年现行有效加本年制发减本年废止 ${expected}，填的是 ${actual}（差 ${difference}）。`,
  cannotJudge: (tab: string, title: string, cells: readonly string[], count: number) =>
    `${tab}：${listed(cells)}没有可用的数字，“${title}”有 ${count} 处无法核对。`,
  /** Where this year's balance holds: there the carry alone cannot be mended. */
  carryBalanced:
    '请对照上年报告核对；本年这一列收支平衡，只改上年结转会打破平衡，新收、办结或者结转下年度也要一并核对。上年报告有误的，请在报告中说明。',
  completeFirst: '请先补齐或者改正这些数字。',
  lastYearCell: (name: string) => `上年数据${name}`,

  tableBlank: (tab: string) => `${tab}：整张表都是空白。`,
  columnsBlank: (tab: string, columns: readonly string[]) => `${tab}：${columns.join('、')}整列都是空白。`,
  blank: (place: string, columns: readonly string[]) => `${place}：${listed(columns)}空白。`,
  totalBlank: (tab: string, cells: readonly string[]) => `${tab}：${listed(cells)}空白，各项都已填写。`,
  written: (place: string, values: readonly { column: string; raw: string }[]) =>
    `${place}：${listed(values.map(({ column, raw }) => `${column}填的是“${raw}”`))}。`,

  regulations: (place: string, values: readonly { column: string; raw: string }[]) =>
    `${place}：${values.map(({ column, raw }) => `${column}填的是 ${raw}`).join('，')}。`,
  habit: (place: string, raw: string, rows: number, cells: number) =>
    `${place}等 ${rows} 行共 ${cells} 格都填的是“${raw}”。`,

  unit: '没有填写单位名称。',
  yearMissing: '没有填写报告年度。',
  yearOdd: (year: string) => `报告年度填的是“${year}”，应在2019年至2100年之间。`,
  edition: (edition: string) => `报告格式版本是“${edition}”，应为“2021”。`,
  section: (ordinal: string, title: string) => `${ordinal}、${title}：没有内容。`,

  ragged: (place: string, cells: number, written: readonly string[]) =>
    `${place}：应有 ${cells} 个数，写了 ${written.length} 个（${written.join(' ')}），不能确定各数属于哪一格。`,
  raggedPlace: (tab: string, place: string) => (place === '' ? tab : `${tab}（${place}）`),
  placements: (placements: readonly string[]) =>
    `符合勾稽关系的读法有 ${placements.length} 种：${placements.join('；')}。`,
  candidate: (place: string) => `${place}：来源里有几组数字都可能是这里的，没有选定，这几格空着。`,
  chooseOne: '请对照原件选择一组，或者逐格填写。',
  oneRow: '三、依申请公开：“（六）其他处理”只有一行数字，按这一行核对各项合计。',
  noPlacement: '没有一种读法符合勾稽关系。',
  placement: (parts: readonly string[]) => parts.join('，'),
  placementPart: (row: string, column: string, value: string) =>
    value === '' ? `${row} ${column}空白` : `${row} ${column} ${value}`,
  allZero: '全部为 0',
} as const

export const repairLabels = {
  toTotal: (place: string, from: string, to: string) => `把${place}由 ${from} 改为各项之和 ${to}`,
  toNumber: (place: string, from: string, to: string) => `把${place}由 ${from} 改为 ${to}，有关的勾稽关系全部成立`,
  deduced: (place: string, to: string) => `把${place}填为 ${to}，这是按勾稽关系推算的数`,
  reading: (place: string, told: readonly { raw: string; number: string }[]) =>
    `把${place}改为 ${told.map(({ number }) => number).join('、')}，这是照字面读出的数（${told.map(({ raw, number }) => `“${raw}”读作 ${number}`).join('，')}），请对照原始记录`,
  plain: (place: string, numbers: readonly string[]) => `把${place}改写为 ${numbers.join('、')}`,
  habit: (raw: string, count: number, to: string) => `把 ${count} 格“${raw}”都改写为 ${to}`,
  bareHabit: (raw: string, count: number, to: string) => `${count} 格“${raw}”都只留数字 ${to}，去掉说明`,
  bare: (place: string, numbers: readonly string[]) => `${place}只留数字 ${numbers.join('、')}，去掉说明`,
  leftOut: (texts: readonly string[], totals: readonly { place: string; to: string }[]) =>
    `把${texts.join('、')}计入总计：${totals.map(({ place, to }) => `${place}改为 ${to}`).join('，')}`,
  zeros: (place: string, count: number) => `确认${place}空白的 ${count} 格都没有发生，填 0（由填报人核实）`,
  totals: (tab: string, count: number) => `把${tab}空白的 ${count} 个总计填为各项之和`,
  placement: (placement: string) => `按“${placement}”理解`,
} as const
