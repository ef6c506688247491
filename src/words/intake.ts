/** What users read about a source that was read: the file's own faults, told apart from ours. */

export interface IntakeRuleWords {
  title: string
  why: string
  /** What to do next; ends every message of the rule. */
  advice: string
}

export const intakeRuleWords = {
  'READ.TITLE': {
    title: '报告标题',
    why: '单位名称和报告年度取自标题，标题里没有的不作猜测。',
    advice: '请自行填写。',
  },
  'READ.SECTION_MISSING': {
    title: '缺少一个部分',
    why: '年度报告的六个部分按标题查找，标题缺少或者写法不同就找不到。',
    advice: '请对照原件核对。',
  },
  'READ.SECTION_TWICE': {
    title: '部分标题重复',
    why: '同一个标题出现两次，多半是排版时重复粘贴；各处的内容已按先后合在一起。',
    advice: '请对照原件核对，发布时只保留一个标题。',
  },
  'READ.SECTION_ORDER': {
    title: '部分的先后不对',
    why: '年度报告六个部分的先后由统一格式规定。',
    advice: '各部分已按标题读取，发布时请按一至六的顺序排列。',
  },
  'READ.TABLE_MISSING': {
    title: '缺少一张表',
    why: '表格按各行的名称查找，一行也没有找到；空着的数字不等于0。',
    advice: '请对照原件填写这张表。',
  },
  'READ.ROW_MISSING': {
    title: '表中缺行',
    why: '表格按各行的名称查找，没有找到的行留空；空白不等于0。',
    advice: '请对照原件填写。',
  },
  'READ.ROW_UNKNOWN': {
    title: '不认识的行',
    why: '行的名称不在统一格式里，其中的数字没有放进任何一格。',
    advice: '请对照原件，把数字填到应填的行。',
  },
  'READ.ROW_TWICE': {
    title: '同一行出现两次',
    why: '同一行只能有一组数字。',
    advice: '已取先出现的一行，请对照原件核对。',
  },
  'READ.REPAIRED_ROW': {
    title: '数字多于或少于格数，已按勾稽关系放置',
    why: '这一行的数字与格数不符，只有一种读法符合全部勾稽关系。',
    advice: '请对照原件核对。',
  },
  'READ.ENCODING': {
    title: '无法辨认的字符',
    why: '文件里有不成文字的字节，多半是保存时混用了编码，或者文件不完整。',
    advice: '请对照原件核对，或者用 UTF-8 编码重新保存后再读取。',
  },
  'READ.SHEET_HIDDEN': {
    title: '隐藏的工作表',
    why: '隐藏的工作表多半是草稿或者旧数据，不当作报告内容。',
    advice: '要读取的，请取消隐藏后再读取。',
  },
} as const satisfies Record<string, IntakeRuleWords>

export type IntakeRuleId = keyof typeof intakeRuleWords

const NAMED = 3

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => `“${name}”`)
  return names.length > NAMED ? `${shown.join('、')}等 ${names.length} 行` : shown.join('、')
}

/** What is said of a file that cannot be opened; each ends with what to do. */
export const sourceProblems = {
  empty: '文件是空的，没有内容。请重新取得文件。',
  notWord: '这不是 .docx 文件（内容不是 Word 文档）。请用 Word 或 WPS 打开后另存为 .docx。',
  oldFormat: '这是旧格式的 Word 文档（.doc）。请用 Word 或 WPS 打开后另存为 .docx。',
  encrypted: '这个文档设了打开密码，无法读取。请用 Word 或 WPS 取消密码后再试。',
  truncated: '文件不完整，末尾缺失，可能没有下载完或复制完。请重新取得文件。',
  damaged: '文件内容已损坏，无法读取。请用 Word 或 WPS 打开后重新保存，或重新取得文件。',
  tooLarge: '文件的内容太多，不会是一份年度报告，没有读取。请确认选对了文件。',
} as const

export const intakeWords = {
  line: (line: number) => `第 ${line} 行`,
  paragraph: (paragraph: number) => `第 ${paragraph} 段`,
  pageTitle: '网页标题',
  sheet: (name: string) => `工作表“${name}”`,
  sheetRow: (name: string, row: number) => `工作表“${name}”第 ${row} 行`,
  sheetsHidden: (names: readonly string[]) => `隐藏的工作表${names.map((name) => `“${name}”`).join('、')}没有读取。`,
  undecoded: (count: number, quote: string) => `有 ${count} 处字符无法辨认（第一处：“${quote}”）。`,
  tableRow: (table: number, row: number) => `第 ${table} 张表第 ${row} 行`,
  empty: '一份看不出年度报告内容的文件：没有找到报告标题、六个部分的标题，也没有找到表格中的任何一行。',
  noUnitAndYear: '没有找到报告标题，单位名称和报告年度空着。',
  noUnit: (quote: string) => `标题“${quote}”里没有单位名称。`,
  noYear: (quote: string) => `标题“${quote}”里没有报告年度。`,
  sectionMissing: (title: string) => `没有找到“${title}”这一部分的标题。`,
  sectionTwice: (title: string, places: readonly string[]) =>
    `标题“${title}”出现 ${places.length} 次（${places.slice(0, NAMED).join('、')}${places.length > NAMED ? '等' : ''}）。`,
  tableMissing: (tab: string) => `${tab}：没有找到这张表。`,
  tableUntabbed: (tab: string, place: string) =>
    `${tab}：${place}像是这张表的一行，但是各格没有用制表符（Tab）分开，这张表没有读取。请从网页、Word 或者 Excel 中复制整张表格，让各格以制表符分开。`,
  sectionOrder: (ordinals: readonly string[]) => `各部分的先后是${ordinals.join('、')}，与统一格式不同。`,
  rowsMissing: (tab: string, labels: readonly string[]) => `${tab}：没有找到${listed(labels)}。`,
  rowUnknown: (tab: string, place: string) => `${tab}（${place}）：这一行的数字没有放进表格。`,
  rowTwiceSame: (tab: string, label: string, place: string) => `${tab}：“${label}”在${place}又出现一次，数字相同。`,
  rowTwiceOther: (tab: string, label: string, place: string) => `${tab}：“${label}”在${place}又出现一次，数字不同。`,
  repaired: (place: string, cells: number, written: readonly string[]) =>
    `${place}：应有 ${cells} 个数，写了 ${written.length} 个（${written.join(' ')}），只有一种读法符合勾稽关系，已按它填入。`,
  placeIn: (tab: string, place: string) => `${tab}（${place}）`,
}
