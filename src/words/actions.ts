/** What users read about the menu and its actions. */
import { tabNames } from './tabs'

/** Starts each line that the check writes into a cell's note. */
export const noteSign = '【校验】'

export const menuWords = {
  menu: '政务公开年报',
  check: '校验',
  sidebar: '校验结果侧栏',
  totals: '计算合计',
  zeros: '空白填 0',
  fields: '插入数据项',
  sketch: '生成叙述初稿',
  generate: '生成年度报告',
  importLastYear: '导入上年报告',
  importPublished: '从已发布文本导入',
  template: '初始化模板',
} as const

/** Below the items of the menu, at Google only. */
export const helpWords = { menu: '帮助', selfTest: '自检' } as const

/** The tab into which a person pastes for 自检: what typing sets off looks out for it. */
export const pasteTab = 'nianbao自检（粘贴）'

export const partWords = {
  missing: (name: string, cause: string) =>
    `脚本不完整，读不到文件 ${name}.html（${cause.replace(/\.$/, '')}），请把 nianbao 的全部文件重新推送到这份表格`,
  noDrive: '脚本没有启用 Drive 高级服务（v3）',
} as const

export const personWords = {
  title: '请问怎么称呼您？',
  question: 'Google 没有告诉脚本您是谁。请填写姓名，它会写进“流程记录”和校验结果，并注明身份未经核实。只问这一次。',
  unproven: (name: string) => `${name}（未核实身份）`,
  unnamed: '姓名未填（未核实身份）',
} as const

export const runWords = {
  unnamed: personWords.unnamed,
  tabGone: (tab: string) => `找不到工作表“${tab}”`,
  layoutChanged: (tab: string) => `工作表“${tab}”的行、列或合并单元格已经变了，没有要写入的位置`,
  busy: (action: string) => `${action}：别人正在运行菜单操作，请稍后再试。什么都没有改动。`,
  interrupted: (action: string, cause: string) =>
    `${action}没有完成：${cause}。填报的内容没有改动，请再运行一次“${action}”。`,
} as const

export interface Counts {
  errors: number
  warnings: number
  infos: number
}

export const counted = ({ errors, warnings, infos }: Counts): string =>
  `错误 ${errors}，警告 ${warnings}，提示 ${infos}`
const severities = { error: '错误', warning: '警告', info: '提示' } as const

export const checkWords = {
  severities,
  /** A finding that is gone, whose remark was kept. */
  resolved: '已消除',
  noPlace: '整个工作簿',
  spots: {
    overview: tabNames.overview,
    problems: tabNames.problems,
    other: tabNames.other,
    unit: `${tabNames.basics} 单位名称`,
    year: `${tabNames.basics} 年度`,
    lastYear: `${tabNames.lastYear} 上年年度`,
  },
  /** Before what a check said and may not hold any more. */
  older: '（校验以后改过）',
  noteLine: (severity: string, message: string) => `${severity}：${message}`,
  repairs: (labels: readonly string[], hasMore: boolean) =>
    labels.join('；或者') + (hasMore ? '；还有其他可能，请对照原始记录' : ''),
  more: (count: number) => `另有 ${count} 条没有列出，请先处理以上各条，再校验一次。`,
  hint: (findings: readonly { severity: keyof typeof severities; message: string }[]) =>
    findings.length === 0
      ? '未发现问题。'
      : findings.map(({ severity, message }) => `${severities[severity]}：${message}`).join('\n'),
  summary: (counts: Counts, { time, user }: { time: string; user: string }) =>
    `校验时间 ${time}${user === '' ? '' : `，校验人 ${user}`}。${counted(counts)}。`,
  done: (counts: Counts, unlisted: string | null, otherVersion: string | null, copiedInto: string | null): string =>
    [
      unlisted === null
        ? `${counted(counts)}。详见“${tabNames.findings}”。`
        : `${counted(counts)}。找不到工作表“${tabNames.findings}”，结果没有列出，请运行“初始化模板”补上。${unlisted}`,
      otherVersion === null ? '' : `这个工作簿由 ${otherVersion} 版程序建立，请运行“初始化模板”更新。`,
      copiedInto === null ? '' : `这份表格是复制来的（程序版本 ${copiedInto}），请运行“初始化模板”选择新建还是继续。`,
    ].join(''),
} as const

const listedTotals = (totals: readonly string[]): string => totals.map((total) => `\n· ${total}`).join('')

export const totalsWords = {
  event: menuWords.totals,
  open: '无法计算',
  blank: '空白',
  total: (place: string, typed: string, sum: string) => `${place}：填的是 ${typed}，各项之和 ${sum}`,
  title: '恢复总计公式',
  question: (totals: readonly string[]) =>
    `下列 ${totals.length} 个总计是手填的，与各项之和不同：${listedTotals(totals)}\n\n恢复公式后改为各项之和。要恢复吗？`,
  done(restored: readonly string[], kept: readonly string[], placed: number, changed: number): string {
    if (placed === 0) return '找不到总计单元格，没有改动。请先运行“校验”查看版面问题。'
    if (restored.length + kept.length + changed === 0) return '总计都由公式计算，没有需要恢复的。'
    const parts = [
      changed > 0 ? `有 ${changed} 个总计在询问时被别人改动，没有处理，请再运行一次“${menuWords.totals}”。` : '',
      restored.length > 0 ? `已恢复 ${restored.length} 个总计的公式。` : '',
      kept.length > 0 ? `保留手填的总计 ${kept.length} 个：${listedTotals(kept)}` : '',
    ]
    return parts.join('')
  },
  logged(restored: readonly string[], kept: readonly string[]): string {
    const parts = [
      restored.length > 0 ? `恢复公式 ${restored.length} 处：${listedTotals(restored)}` : '',
      kept.length > 0 ? `保留手填 ${kept.length} 处：${listedTotals(kept)}` : '',
    ]
    return parts.filter((part) => part !== '').join('\n')
  },
  finished: '上次没有做完的“计算合计”已经做完。如还有手填的总计，请再运行一次。',
} as const
