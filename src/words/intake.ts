/** What users read about a source that was read. */
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
  raggedInOffer: (tab: string, place: string, cells: number, written: readonly string[]) =>
    `${tab}（${place}）：这一行应有 ${cells} 个数，写了 ${written.length} 个（${written.join(' ')}），选定这张表以后仍然空着。`,
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
  columnsNamed: (tab: string, place: string, names: readonly string[]) =>
    `${tab}（${place}）：各列的先后与格式不同（${names.join('、')}），已按列名读取。`,
  columnsOther: (tab: string, place: string, names: readonly string[]) =>
    `${tab}（${place}）：各列不是格式规定的列（${names.join('、')}），下面各行的数字没有填入。`,
  otherUnit: (tab: string, place: string, written: string, unit: string) =>
    `${tab}（${place}）：来源的金额“${written}”以${unit}为单位，没有填入。`,
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
  stacked: '有上下两行数字，可能是两个数',
  doubtful: (where: string, text: string, why: string) =>
    `${where}：${why}${text === '' ? '' : `（读到的是“${shortened(text)}”）`}，没有采用。`,
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
  moreTwice: (tab: string, place: string, count: number, other: number) =>
    `${tab}（${place}起）：还有 ${count} 行重复出现${other > 0 ? `，其中 ${other} 行数字不同，没有填入，各格空着` : '，数字相同，取先出现的一行'}。`,
  repaired: (place: string, cells: number, written: readonly string[]) =>
    `${place}：应有 ${cells} 个数，写了 ${written.length} 个（${written.join(' ')}），只有一种读法符合勾稽关系，已按它填入${written.length < cells ? '，缺少的数字空着' : ''}。`,
  placeIn: (tab: string, place: string) => `${tab}（${place}）`,
}
