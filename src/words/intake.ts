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
    why: '单位名称和报告年度取自标题、正文和表格，各处一致的才采用；说法不同而又分不出哪个可靠的，空着，不作猜测。',
    advice: '请对照原件填写或者核对。',
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
  'READ.SECTION_NUMBER': {
    title: '部分的序号不对',
    why: '六个部分的序号由统一格式规定；内容按标题的文字读取，不按序号。',
    advice: '请对照原件核对，发布时改正序号。',
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
    advice: '请对照原件核对。',
  },
  'READ.TABLE_TWICE': {
    title: '几张表都可能是这一张',
    why: '一份来源可以印有上年的、下级单位的或者用来比较的表，只有一张是这份报告的。',
    advice: '请对照原件核对。',
  },
  'READ.LABEL': {
    title: '行的名称不同或者缺少',
    why: '表格按各行的名称查找；名称有错字的按最接近的一行读取，没有名称的按先后读取。',
    advice: '请对照原件核对这一行。',
  },
  'READ.WORDS': {
    title: '用文字写的数字',
    why: '表格里应当只填阿拉伯数字；来源用文字或者带量词写的，原样保留，不代为改写。',
    advice: '请对照原件核对后改为数字。',
  },
  'READ.PART': {
    title: '文档里没有读取的部分',
    why: '文档里可以嵌入别的文件、图形，也可以有页眉、脚注、批注，其中的内容不在正文里。',
    advice: '请对照原件核对，需要的内容写入正文后再读取。',
  },
  'READ.MARK': {
    title: '数字旁边有角标',
    why: '角标是注释的编号，不是数字的一部分；与数字连在一起读，会成为另一个数。',
    advice: '请对照原件核对，只填数字。',
  },
  'READ.STRUCK': {
    title: '划去的文字',
    why: '加了删除线的文字是作者划去的，不当作报告内容。',
    advice: '请对照原件核对，发布时删除划去的文字。',
  },
  'READ.HIDDEN': {
    title: '表格里看不见的文字',
    why: '隐藏、字号为零或者与底色同色的文字，读者看不到，不当作报告内容。',
    advice: '请对照原件核对，发布时删除这些文字。',
  },
  'READ.FOLDED': {
    title: '网页收起的内容',
    why: '网页可以把一部分内容收起，读者点开才看到；看得见的部分没有的，就是报告的内容。',
    advice: '请对照原件核对。',
  },
  'READ.TEXT_LEFT_OUT': {
    title: '没有位置的文字',
    why: '年度报告的文字只在第一、五、六部分，标题之后、表格之间的文字没有相应的位置。',
    advice: '需要保留的，请写入相应的部分。',
  },
  'READ.EDITION': {
    title: '旧版格式',
    why: '旧版格式的表格与2021年版不同，各数按旧版的格子保存，没有换算成2021年版。',
    advice: '请按2021年版格式另行填写。',
  },
  'READ.EXPORT': {
    title: '其他系统导出的数据',
    why: '这不是公布的表格，各数按导出数据中的英文名称对应到各格。',
    advice: '请对照公布的原件核对。',
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
  'READ.DOUBT': {
    title: '看不准的数字',
    why: 'PDF 只记录每个字画在哪里。字有大小、高低之差，被划去、遮盖或者重叠，或者一格里有两个数，就分不清哪个是这一格的数；看不准的不代为猜测。',
    advice: '这一格空着，请对照原件填写。',
  },
  'READ.RESULT': {
    title: '公式的结果不是最新的',
    why: '有的程序改了单元格而不重新计算，文件里留下的是改动以前的结果。',
    advice: '已按公式全部重新计算。请在 Excel 或 WPS 中打开、重新计算后保存，并核对这些格。',
  },
  'READ.SHEET_HIDDEN': {
    title: '隐藏的工作表',
    why: '隐藏的工作表多半是草稿或者旧数据，不当作报告内容。',
    advice: '要读取的，请取消隐藏后再读取。',
  },
} as const satisfies Record<string, IntakeRuleWords>

export type IntakeRuleId = keyof typeof intakeRuleWords

const NAMED = 3

const SHOWN = 40
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

const listedPlain = (names: readonly string[], measure: string): string =>
  names.slice(0, NAMED).join('、') + (names.length > NAMED ? `等 ${names.length} ${measure}` : '')

const listed = (names: readonly string[], measure = '行'): string =>
  listedPlain(
    names.map((name) => `“${name}”`),
    measure,
  )

/** What is said of a file that cannot be opened; each ends with what to do. */
export const sourceProblems = {
  empty: '文件是空的，没有内容。请重新取得文件。',
  notWord: '这不是 .docx 文件（内容不是 Word 文档）。请用 Word 或 WPS 打开后另存为 .docx。',
  oldFormat: '这是旧格式的 Word 文档（.doc）。请用 Word 或 WPS 打开后另存为 .docx。',
  encrypted: '这个文档设了打开密码，无法读取。请用 Word 或 WPS 取消密码后再试。',
  truncated: '文件不完整，末尾缺失，可能没有下载完或复制完。请重新取得文件。',
  damaged: '文件内容已损坏，无法读取。请用 Word 或 WPS 打开后重新保存，或重新取得文件。',
  scanned: '这个 PDF 的各页是扫描的图片，没有可以读取的文字。请找到原来的 Word 文档或者网页；没有的，请对照原件填写。',
  noText: '这个 PDF 里没有可以读取的文字。请找到原来的 Word 文档或者网页；没有的，请对照原件填写。',
  tooLong:
    '这个 PDF 太复杂，没有在限定的时间和内存里读完。请找到原来的 Word 文档或者网页，或者只保存年度报告的各页再试。',
  tooLarge: '文件的内容太多，不会是一份年度报告，没有读取。请确认选对了文件。',
} as const

const from = (places: readonly string[]): string =>
  `${places.slice(0, NAMED).join('、')}${places.length > NAMED ? '等处' : ''}起`

export const intakeWords = {
  path: (path: readonly string[]) => `“${path.join('.')}”`,
  line: (line: number) => `第 ${line} 行`,
  paragraph: (paragraph: number) => `第 ${paragraph} 段`,
  sheet: (name: string) => `工作表“${name}”`,
  sheetRow: (name: string, row: number) => `工作表“${name}”第 ${row} 行`,
  sheetsHidden: (names: readonly string[]) => `隐藏的工作表${names.map((name) => `“${name}”`).join('、')}没有读取。`,
  undecoded: (count: number, quote: string) => `有 ${count} 处字符无法辨认（第一处：“${quote}”）。`,
  tableRow: (table: number, row: number) => `第 ${table} 张表第 ${row} 行`,
  empty: '一份看不出年度报告内容的文件：没有找到报告标题、六个部分的标题，也没有找到表格中的任何一行。',
  noUnitAndYear: '没有找到报告标题，单位名称和报告年度空着。',
  noTitleUnit: '没有找到报告标题，单位名称空着。',
  titleVoices: {
    heading: '页面大标题',
    head: '网页标题',
    label: '文件信息中的名称',
    lines: '正文前的标题',
    narrative: '正文',
    period: '统计期限',
    tables: '表格的标题',
    published: '发布日期',
  },
  titleYear: (year: number, voices: readonly string[], quote: string) =>
    `${year}年（${voices.join('、')}${quote === '' ? '' : `：“${quote}”`}）`,
  titleUnit: (unit: string, voices: readonly string[]) =>
    `“${unit}”${voices.length === 0 ? '' : `（${voices.join('、')}）`}`,
  yearRivals: (chosen: string, rivals: readonly string[]) =>
    `报告年度取${chosen}，来源另有${rivals.slice(0, NAMED).join('、')}${rivals.length > NAMED ? '等' : ''}。`,
  yearOpen: (years: readonly string[]) => `报告年度有几种说法：${years.join('、')}，分不出哪个可靠，空着。`,
  yearByText: (year: number, voices: readonly string[]) => `标题里没有报告年度，按${voices.join('、')}写作${year}年。`,
  unitRivals: (chosen: string, rivals: readonly string[]) =>
    `单位名称取${chosen}，来源另有${rivals.slice(0, NAMED).join('、')}${rivals.length > NAMED ? '等' : ''}。`,
  unitOpen: (units: readonly string[]) =>
    `单位名称有几种说法：${units.slice(0, NAMED).join('、')}${units.length > NAMED ? '等' : ''}，分不出哪个可靠，空着。`,
  noUnit: (quote: string) => `标题“${quote}”里没有单位名称。`,
  noYear: (quote: string) => `标题“${quote}”里没有报告年度。`,
  sectionMissing: (title: string) => `没有找到“${title}”这一部分的标题。`,
  sectionTwice: (title: string, places: readonly string[]) =>
    `标题“${title}”出现 ${places.length} 次（${places.slice(0, NAMED).join('、')}${places.length > NAMED ? '等' : ''}）。`,
  tableMissing: (tab: string) => `${tab}：没有找到这张表。`,
  sectionNumber: (quote: string, ordinal: string) => `来源写的是“${quote}”，这一部分的序号应为“${ordinal}”。`,
  sectionOrder: (ordinals: readonly string[]) => `各部分的先后是${ordinals.join('、')}，与统一格式不同。`,
  rowsMissing: (tab: string, labels: readonly string[]) => `${tab}：没有找到${listed(labels)}。`,
  tableAt: (place: string, caption: string | undefined) =>
    caption === undefined ? `${place}起` : `${place}起，“${caption}”`,
  byYear: (year: number) => `只有它的标题写明${year}年`,
  byOtherYears: (year: number) => `其他各张的标题写明的不是${year}年`,
  byUnit: (unit: string) => `只有它的标题写明“${unit}”`,
  differing: (cells: readonly string[]) => (cells.length === 0 ? '' : `，${listedPlain(cells, '格')}不同`),
  tablesOpen: (tab: string, places: readonly string[], differing: string) =>
    `${tab}：来源里有 ${places.length} 张内容不同的表都可能是这张表（${from(places)}）${differing}，没有选定，各格空着。`,
  tablesSame: (tab: string, places: readonly string[]) =>
    `${tab}：这张表在来源里出现 ${places.length} 次（${from(places)}），数字相同。`,
  tableChosen: (tab: string, place: string, by: string, count: number, differing: string) =>
    `${tab}：来源里有 ${count} 张这样的表${differing}，读取的是${place}起的一张，因为${by}。`,
  tablesElsewhere: (tab: string, places: readonly string[]) =>
    `${tab}：来源的其他部分还有这样的表（${from(places)}），没有读取。`,
  tablesStrange: (tab: string, places: readonly string[]) =>
    `${tab}：来源里还有行名相同、格数不同的表（${from(places)}），没有读取。`,
  sideBySide: (parts: readonly string[], latest: string) =>
    `来源并排印有${parts.map((part) => `“${part}”`).join('、')}，读取的是“${latest}”。`,
  labelNear: (tab: string, place: string, written: string, label: string) =>
    `${tab}（${place}）：来源的行名是“${written}”，按“${label}”读取。`,
  labelByOrder: (tab: string, place: string, label: string) =>
    `${tab}（${place}）：这一行没有认得出的名称，按先后和勾稽关系读作“${label}”。`,
  docxParts: {
    footnotes: '脚注',
    endnotes: '尾注',
    comments: '批注',
    headers: '页眉',
    footers: '页脚',
    diagrams: 'SmartArt 图形里的文字',
    charts: '图表里的文字和数字',
    embedded: '嵌入的文件',
    chunk: '插入的其他格式的文件',
    subDocument: '子文档',
  },
  partUnread: (name: string) => `文档的${name}没有读取。`,
  marked: (where: string, written: string, value: number | null) =>
    `${where}：来源写的是“${written}”，${value === null ? '角标与数字分不开，原样保留' : `角标不是数字，按${value}读取，原文保留`}。`,
  struck: (where: string, text: string) => `${where}：“${shortened(text)}”已划去，没有读取。`,
  hidden: (where: string, text: string) => `${where}：“${shortened(text)}”是隐藏的，没有读取。`,
  folded: (titles: readonly string[]) => `网页没有直接显示${listed(titles, '部分')}，内容收起或隐藏在网页里，已读取。`,
  foldedCopy: (titles: readonly string[]) =>
    `网页还隐藏着另一份${listed(titles, '部分')}，看得见的部分已有这些内容，隐藏的没有读取。`,
  foldedLacking: (titles: readonly string[]) =>
    `网页隐藏的内容里有${listed(titles, '部分')}，看得见的部分没有；隐藏的还有看得见的部分已有的内容，可能是另一份报告，没有读取。`,
  doubted: (place: string, count: number) =>
    `${place}${count === 1 ? '' : `等 ${count} 格`}的数字可能是隐藏的，已读取。`,
  places: (place: string, count: number) => (count === 1 ? place : `${place}等 ${count} 处`),
  inWords: (tab: string, place: string, written: readonly string[]) =>
    `${tab}（${place}）：来源写的是${listed(written, '处')}，原样保留。`,
  textLeftOut: (place: string, count: number) => `标题之后、表格之间有 ${count} 段文字没有放进报告，第一段在${place}。`,
  edition: (source: string) => `来源用的是${source}的旧版格式。`,
  exported: (names: readonly string[]) =>
    names.length === 0
      ? '来源是其他系统导出的数据。'
      : `来源是其他系统导出的数据，其中${listedPlain(names, '处')}与有关各数不相符，可能是导出时的错。`,
  moreUnknown: (tab: string, place: string, count: number) =>
    `${tab}（${place}起）：还有 ${count} 行的数字没有放进表格。`,
  tableUnknown: (tab: string, place: string, count: number) =>
    `${tab}（${place}起）：这张表不是统一格式里的表，其中 ${count} 行的数字没有放进表格。`,
  rowUnknown: (tab: string, place: string) => `${tab}（${place}）：这一行的数字没有放进表格。`,
  rowTwiceSame: (tab: string, label: string, place: string) =>
    `${tab}：“${label}”在${place}又出现一次，数字相同，取先出现的一行。`,
  rowTwiceOther: (tab: string, label: string, place: string) =>
    `${tab}：“${label}”在${place}又出现一次，数字不同，两行都没有填入，各格空着。`,
  repaired: (place: string, cells: number, written: readonly string[]) =>
    `${place}：应有 ${cells} 个数，写了 ${written.length} 个（${written.join(' ')}），只有一种读法符合勾稽关系，已按它填入${written.length < cells ? '，缺少的数字空着' : ''}。`,
  placeIn: (tab: string, place: string) => `${tab}（${place}）`,
}
