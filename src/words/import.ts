/** What users read about importing a published report into the workbook. */
import { menuWords } from './actions'
import { tabNames } from './tabs'

export type ImportTarget = 'lastYear' | 'thisYear'

const MANY = 8

const some = (labels: readonly string[]): string =>
  labels.slice(0, MANY).join('；') + (labels.length > MANY ? `；等 ${labels.length} 处` : '')

/** Told before an import and after it. */
const SURE = '请确认没有拿错。'

/** The year of last year's report is a cell as well, beside its 200 figures. */
const withYear = (isWithYear: boolean): string => (isWithYear ? '（含年度 1 格）' : '')

/** A text that is too long for a line, by its length and its beginning. */
const short = (text: string): string =>
  text.length > 60 ? `${[...text].length} 字：${text.slice(0, 30).replace(/\n/g, ' ')}……` : text

export const importWords = {
  event: '导入',
  previewEvent: '预览导入',
  captions: { lastYear: menuWords.importLastYear, thisYear: menuWords.importPublished },
  pasted: '粘贴的内容',
  short,
  blank: '空白',

  unknownKind: (name: string) =>
    `“${name}”这种文件在这里读不了。请打开它，复制整篇或整张表格，粘贴到上面的框里；也可以用电脑上的工作台导入这个文件。`,
  empty: '没有内容。请粘贴年度报告的全文，或者选择文件。',
  unreadable: (name: string, why: string) => `${name}：${why.replace(/。?$/, '。')}什么都没有改动。`,
  notThere: {
    lastYear: `找不到“${tabNames.lastYear}”里的表格，不能导入。请先运行“${menuWords.template}”。`,
    thisYear: `这个工作簿里找不到年报的工作表，不能导入。请先运行“${menuWords.template}”。`,
  },

  source: (name: string, unit: string, year: number | null) =>
    `来源：${name}（${unit || '没有单位名称'}，${year === null ? '没有年度' : `${year}年度`}）`,
  foreign: (row: string, column: string, value: string) => `“${row}”${column && `·${column}`} ${value}`,
  warnings: {
    lastYearUnknown: '来源没有写明年度，请确认它是上年的报告。',
    lastYear: (year: number, expected: number) => `来源是 ${year} 年的报告，工作簿要的上年是 ${expected} 年。${SURE}`,
    thisYear: (year: number, expected: number) => `来源是 ${year} 年的报告，工作簿是 ${expected} 年的。${SURE}`,
    unit: (unit: string, expected: string) => `来源的单位是“${unit}”，工作簿的单位是“${expected}”。${SURE}`,
    edition: (edition: string, figures: readonly string[]) =>
      `来源用的是 ${edition} 年的格式，有 ${figures.length} 个数字不属于现在的格式，不导入：${some(figures)}。请对照原件填写。`,
    oneRow: (figures: readonly string[]) =>
      `来源的“（六）其他处理”只有一行，现在的格式分为三行，这一行不导入：${figures.join('、')}。请对照办理台账分到三行；确实都是其他情形的，填在“3.其他”。`,
    homeless: (labels: readonly string[]) =>
      `工作簿里找不到这些内容的位置，不能导入：${some(labels)}。请运行“${menuWords.template}”修复版面后再导入一次。`,
    tooLong: (place: string) => `${place}超过一格能放的 32767 字，不导入。请分段自行填写。`,
    noUndo: '覆盖上列较长的正文以后，这次导入不能用“撤销”恢复；原来的正文会记在“流程记录”。',
  },
  total: (place: string, stated: string, sum: string, into: ImportTarget) =>
    `${place}：来源写的是 ${stated}，各项之和是 ${sum}。` +
    (into === 'lastYear' ? '照来源填入。' : '工作簿的总计由公式计算，来源的总计不填入，记在“流程记录”。'),
  open: '无法计算',

  spots: {
    unit: `${tabNames.basics} 单位名称`,
    year: `${tabNames.basics} 年度`,
    lastYear: `${tabNames.lastYear} 上年年度`,
    overview: `${tabNames.overview} 正文`,
    problems: `${tabNames.problems} 正文`,
    other: `${tabNames.other} 正文`,
  },
  offers: {
    carriedIn: '上年结转（由上年报告带入本年）',
    inForce: '现行有效件数（由上年报告推算）',
    carriedInOrigin: (year: string, row: string, column: string) => `来自${year}报告 ${row}·${column}`,
    inForceOrigin: (year: string, last: string, issued: string, repealed: string) =>
      `来自${year}报告 现行有效 ${last}，加本年制发 ${issued}，减本年废止 ${repealed}`,
    year: (year: number | null) => (year === null ? '上年' : `${year}年`),
  },

  noTick: '还没有勾选要导入的内容。请先勾选，或者关闭。',
  nothing: '没有导入：没有勾选要导入的内容。什么都没有改动。',
  done: (cells: number, isWithYear: boolean, replaced: number, canUndo: boolean) =>
    `已导入 ${cells} 格${withYear(isWithYear)}${replaced > 0 ? `，其中覆盖 ${replaced} 格` : ''}。` +
    `${canUndo ? '可以撤销。' : '这次导入不能撤销。'}请运行“${menuWords.check}”。`,
  missed: (labels: readonly string[]) =>
    `有 ${labels.length} 格在预览以后有改动，没有导入，请再看一次：${some(labels)}。`,
  undoLabel: (caption: string, name: string) => `${caption}（${name}）`,
  logged: {
    taken: (tab: string, count: number, isWithYear: boolean) => `${tab}：填入空白 ${count} 格${withYear(isWithYear)}`,
    change: (place: string, from: string, to: string, origin: string) =>
      `${place}：${from} → ${to}${origin === '' ? '' : `（${origin}）`}`,
    kept: (count: number) => `已有别的内容、没有覆盖 ${count} 格`,
    chosen: (message: string, label: string) => `${message} 选择的读法：${label}`,
  },
  interrupted: (action: string, cause: string) =>
    `${action}没有完成：${cause}。请打开“${menuWords.sidebar}”查看，没有做完的可以撤销。`,

  page: {
    first: {
      lastYear: '第一步：给出上年的年度报告',
      thisYear: '第一步：给出已发布的年度报告',
    },
    paste: '粘贴年度报告的全文（从网页、Word、WPS 或 Excel 复制，连同表格）',
    pick: '选择文件…',
    file: '或者选择文件（.txt、.md、.html、.json；工作台上还有 Word、Excel、WPS、.pdf、.csv、.odt、.ods、.rtf）',
    look: '下一步：看看会改什么',
    nothingYet: '这一步不改动工作簿。',
    second: '第二步：核对将要改动的内容',
    findings: '来源的问题',
    choose: '有几种读法，请对照原件选一种；不选的，这些格留空',
    differing: '来源的总计与各项之和不同',
    changes: '将要改动',
    summary: (fresh: number, isWithYear: boolean, replacing: number, same: number, offers: number) =>
      [
        `填入空白 ${fresh} 格${withYear(isWithYear)}，已勾选`,
        ...(replacing > 0 ? [`${replacing} 格已有别的内容，没有勾选，要覆盖的请勾选`] : []),
        ...(offers > 0 ? [`可以带入本年 ${offers} 格，没有勾选`] : []),
        ...(same > 0 ? [`${same} 格内容相同，不必改动`] : []),
      ].join('；') + '。',
    allReplacing: (count: number) => `覆盖全部已有内容的格（${count} 格）`,
    allOffers: (count: number) => `带入全部上年结转和现行有效（${count} 格）`,
    group: (title: string, fresh: number, replacing: number) =>
      `${title}：${[fresh > 0 ? `填入 ${fresh} 格` : '', replacing > 0 ? `可覆盖 ${replacing} 格` : ''].filter(Boolean).join('，')}`,
    columns: ['导入', '单元格', '项目', '现在', '导入后'],
    replaces: '（覆盖）',
    tick: (cell: string, place: string) => `导入 ${cell} ${place}`,
    none: '没有要改动的内容。',
    back: '上一步',
    apply: '导入勾选的内容',
    third: '第三步：完成',
    undo: '撤销这次导入',
    close: '关闭',
    wait: '正在处理……',
    tooLarge: '文件超过 15 MB，没有读取。请只保存年度报告的正文再试。',
  },
} as const
