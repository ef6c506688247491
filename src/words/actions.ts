/** What users read about the menu and its actions. */
import { tabNames } from './tabs'

/** Starts each line that the check writes into a cell's note. */
export const noteSign = '【校验】'

export const menuWords = {
  menu: '政务公开年报',
  check: '校验',
  sidebar: '校验结果侧栏',
  totals: '计算合计',
  fields: '插入数据项',
  draft: '生成叙述初稿',
  generate: '生成年度报告',
  importLastYear: '导入上年报告',
  importPublished: '从已发布文本导入',
  template: '初始化模板',
} as const

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

export interface TemplateOutcome {
  made: readonly string[]
  repaired: readonly string[]
  moved: readonly string[]
  foreign: readonly string[]
  /** What stood in labels and formulas that were repaired. */
  replaced: readonly string[]
  typedTotals: number
}

export interface TemplateCircumstances {
  isRegionChanged: boolean
  /** What the person chose in a copied spreadsheet. */
  choice: 'anew' | 'continued' | null
  version: string
}

const SHOWN_REPLACED = 10

export const templateWords = {
  event: menuWords.template,
  replaced: (tab: string, cell: string, was: string) => `${tab} ${cell}，原为“${was}”`,
  replacedLog: (replaced: readonly string[]) =>
    `修复了被覆盖的标题或公式，原来的内容如需保留请移到正确的单元格：\n${replaced.join('\n')}`,
  copyQuestion: (version: string) =>
    `这份表格是从另一份复制来的（程序版本 ${version}）。要新建一份年报吗？\n\n` +
    '是：新建。清空单位、年度、数字、文字、校验结果和流程记录，从头填报。\n' +
    '否：继续。全部内容保留，接着填报。\n\n' +
    '原来那一份和它已经生成的文件都不受影响，以后在这里生成的报告是新文件。选错了可以用“文件”→“版本记录”恢复。',
  undecided: `没有运行：还没有选择新建或继续，请再运行一次“${menuWords.template}”。什么都没有改动。`,
  copied: {
    anew: '这份表格由另一份复制而来，选择了新建，原有的填报内容已清空',
    continued: '这份表格由另一份复制而来，选择了继续，内容全部保留',
  },
  done(
    { made, repaired, moved, foreign, replaced, typedTotals }: TemplateOutcome,
    otherVersion: string | null,
    { isRegionChanged, choice, version }: TemplateCircumstances,
  ): string {
    return [
      choice === 'anew' ? `已新建：复制来的填报内容已清空。程序版本 ${version}。` : '',
      choice === 'continued' ? `已继续：复制来的内容全部保留，以后生成的报告是新文件。程序版本 ${version}。` : '',
      isRegionChanged ? '表格的语言区域已设为中国，时区已设为北京时间。' : '',
      made.length > 0 ? `已建立工作表${quoted(made)}。` : '',
      repaired.length > 0 ? `已检查并修复工作表 ${repaired.length} 个，填报的内容没有改动。` : '',
      moved.length > 0
        ? `工作表${quoted(moved)}的行或列移动过，为免错位没有修复；数字仍按名称读取。请恢复行列后再运行。`
        : '',
      foreign.length > 0
        ? `工作表${quoted(foreign)}与年报模板同名，内容却不是模板，没有改动。请先把它改名，再运行一次。`
        : '',
      replaced.length > 0
        ? `被覆盖的标题或公式已修复 ${replaced.length} 处，原来的内容记在“${tabNames.log}”：${replaced.slice(0, SHOWN_REPLACED).join('；')}。`
        : '',
      typedTotals > 0 ? `有 ${typedTotals} 个总计是手填的，没有改动，请用“${menuWords.totals}”查看和恢复。` : '',
      otherVersion === null ? '' : `工作簿原由 ${otherVersion} 版程序建立，已按现在的版本更新。`,
    ]
      .filter((line) => line !== '')
      .join('\n')
  },
} as const

export const partWords = {
  missing: (name: string, cause: string) =>
    `脚本不完整，读不到文件 ${name}.html（${cause.replace(/\.$/, '')}），请把 nianbao 的全部文件重新推送到这份表格`,
} as const

export const personWords = {
  title: '请问怎么称呼您？',
  question: 'Google 没有告诉脚本您是谁。请填写姓名，它会写进“流程记录”和校验结果，并注明身份未经核实。只问这一次。',
  unproven: (name: string) => `${name}（未核实身份）`,
  unnamed: '姓名未填（未核实身份）',
} as const

const scopeNames = {
  cells: '查看和修改这份表格',
  pages: '在表格里显示对话框和侧栏',
  files: '查看和修改由这个脚本建立的云端硬盘文件',
} as const

const scopesNamed = (scopes: readonly (keyof typeof scopeNames)[]): string =>
  scopes.map((scope) => `“${scopeNames[scope]}”`).join('、')

export const consentWords = {
  title: '还缺少授权',
  missing: (scopes: readonly (keyof typeof scopeNames)[]) =>
    `没有运行：您还没有同意脚本${scopesNamed(scopes)}。请从菜单“${menuWords.menu}”再运行一次，在 Google 的授权窗口里勾选这些权限。什么都没有改动。`,
  granting: (scopes: readonly (keyof typeof scopeNames)[]) =>
    `这一项需要您同意脚本${scopesNamed(scopes)}。\n按“确定”后，请在 Google 的授权窗口里勾选，然后再点一次菜单。`,
} as const

export const runWords = {
  unnamed: personWords.unnamed,
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

const SHOWN_ERRORS = 8

export const reportWords = {
  draftSuffix: '（草稿）',
  noDrive: '脚本没有启用 Drive 高级服务（v3）',
  notOurs: '这个工作簿里找不到年报的工作表，请先运行“初始化模板”。',
  question(errors: readonly string[]): string {
    const shown = errors.slice(0, SHOWN_ERRORS).map((error) => `· ${error}`)
    const more = errors.length > SHOWN_ERRORS ? [`……共 ${errors.length} 条，请运行“校验”查看全部。`] : []
    return [
      `还有 ${errors.length} 条错误，不能生成正式报告：`,
      ...shown,
      ...more,
      '',
      '仍生成草稿？每页标有“草稿”。',
    ].join('\n')
  },
  event: (isDraft: boolean) => `${menuWords.generate}${isDraft ? '（草稿）' : ''}`,
  detail: (counts: Counts, accepted: readonly string[]) =>
    [`生成时校验：${counted(counts)}`, ...accepted.map((one) => `已接受 ${one}`)].join('\n'),
  accepted: (message: string, reason: string) => `${message}（理由：${reason}）`,
  inDrive: (owner: string) =>
    `文件保存在${owner}的 Google 云端硬盘里，目前只有这个账号能打开。要给别人看，请打开文件，点右上角的“共享”，填写对方的账号并选择权限。` +
    '点链接提示没有权限时，多半是浏览器里登录了几个账号，请换到这个账号再打开。',
  dialog: (isDraft: boolean, counts: Counts, isWithoutDoc: boolean) => ({
    lead: isDraft ? `草稿已生成，还有 ${counts.errors} 条错误未处理：` : '年度报告已生成：',
    hint: isWithoutDoc
      ? 'Word 文件用于报送和公开。'
      : 'Word 文件用于报送和公开；Google 文档由它转换而来，字体不同，只供在线查看。',
  }),
} as const
