/** What users read about the menu and its actions. */

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
