/** What users read about 初始化模板. */
import { menuWords } from './actions'
import { tabNames } from './tabs'

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、')

export interface TemplateSummary {
  made: readonly string[]
  repaired: readonly string[]
  moved: readonly string[]
  foreign: readonly string[]
  /** Tabs whose official name another tab has. */
  taken: readonly { name: string; wanted: string }[]
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
    { made, repaired, moved, foreign, taken, replaced, typedTotals }: TemplateSummary,
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
      ...taken.map(
        ({ name, wanted }) =>
          `工作表“${name}”应当叫“${wanted}”，这个名称已被另一张工作表占用，没有改名。请看清哪一张是要的，把另一张改名或者删除，再运行一次。`,
      ),
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
