/** What users read about the menu and its actions. */
import { tabNames } from './tabs'

/** Starts each line that the check writes into a cell's note. */
export const noteSign = '【校验】'

export const menuWords = {
  menu: '政务公开年报',
  check: '校验',
  totals: '计算合计',
  generate: '生成年度报告',
  template: '初始化模板',
} as const

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

interface TemplateOutcome {
  made: readonly string[]
  repaired: readonly string[]
  moved: readonly string[]
  foreign: readonly string[]
}

export const templateWords = {
  done({ made, repaired, moved, foreign }: TemplateOutcome, otherVersion: string | null): string {
    return [
      made.length > 0 ? `已建立工作表${quoted(made)}。` : '',
      repaired.length > 0 ? `已检查并修复工作表 ${repaired.length} 个，填报的内容没有改动。` : '',
      moved.length > 0
        ? `工作表${quoted(moved)}的行或列移动过，为免错位没有修复；数字仍按名称读取。请恢复行列后再运行。`
        : '',
      foreign.length > 0
        ? `工作表${quoted(foreign)}与年报模板同名，内容却不是模板，没有改动。请先把它改名，再运行一次。`
        : '',
      otherVersion === null ? '' : `工作簿原由 ${otherVersion} 版程序建立，已按现在的版本更新。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
} as const

export const runWords = {
  tabGone: (tab: string) => `找不到工作表“${tab}”`,
  busy: (action: string) => `${action}：别人正在运行菜单操作，请稍后再试。什么都没有改动。`,
  interrupted: (action: string, cause: string) =>
    `${action}没有完成：${cause}。填报的内容没有改动，请再运行一次“${action}”，会接着做完。`,
} as const

interface Counts {
  errors: number
  warnings: number
  infos: number
}

const counted = ({ errors, warnings, infos }: Counts): string => `错误 ${errors}，警告 ${warnings}，提示 ${infos}`
const severities = { error: '错误', warning: '警告', info: '提示' } as const

export const checkWords = {
  severities,
  /** A finding that is gone, whose remark was kept. */
  settled: '已消除',
  noPlace: '整个工作簿',
  tabName: (key: keyof typeof tabNames): string => tabNames[key],
  spots: {
    overview: tabNames.overview,
    problems: tabNames.problems,
    other: tabNames.other,
    unit: `${tabNames.basics} 单位名称`,
    year: `${tabNames.basics} 年度`,
    lastYear: `${tabNames.lastYear} 上年年度`,
  },
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
  done: (counts: Counts, unlisted: string | null, otherVersion: string | null): string =>
    [
      unlisted === null
        ? `${counted(counts)}。详见“${tabNames.findings}”。`
        : `${counted(counts)}。找不到工作表“${tabNames.findings}”，结果没有列出，请运行“初始化模板”补上。${unlisted}`,
      otherVersion === null ? '' : `这个工作簿由 ${otherVersion} 版程序建立，请运行“初始化模板”更新。`,
    ].join(''),
} as const
