/** The faults that a source can have: what its rules say, and why a file cannot be opened. */

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
  'READ.COLUMNS': {
    title: '各列与格式不同',
    why: '各列的名称和先后由统一格式规定；来源印有列名的，按列名读取，不按先后。',
    advice: '请对照原件核对各列。',
  },
  'READ.UNIT': {
    title: '金额的单位不同',
    why: '统一格式里的金额以万元为单位；单位不同的，不代为换算。',
    advice: '请对照原件换算成万元后填写。',
  },
  'READ.WORDS': {
    title: '用文字写的数字',
    why: '表格里应当只填阿拉伯数字；来源用文字或者带量词写的，原样保留，不代为改写。',
    advice: '请对照原件核对后改为数字。',
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
  'READ.DOUBT': {
    title: '看不准的数字',
    why: 'PDF 只记录每个字画在哪里。字有大小、高低之差，被划去、遮盖或者重叠，或者一格里有两个数，就分不清哪个是这一格的数；看不准的不代为猜测。',
    advice: '这一格空着，请对照原件填写。',
  },
} as const satisfies Record<string, IntakeRuleWords>

export type IntakeRuleId = keyof typeof intakeRuleWords

/** Rules about files that only the desk opens. They stand apart so that the script for Google does not carry them. */
export const fileRuleWords = {
  'READ.PART': {
    title: '文档里没有读取的部分',
    why: '文档里可以嵌入别的文件、图形，也可以有页眉、脚注、批注，其中的内容不在正文里。',
    advice: '请对照原件核对，需要的内容写入正文后再读取。',
  },
  'READ.ENCODING': {
    title: '无法辨认的字符',
    why: '文件里有不成文字的字节，多半是保存时混用了编码，或者文件不完整。',
    advice: '请对照原件核对，或者用 UTF-8 编码重新保存后再读取。',
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

export type FileRuleId = keyof typeof fileRuleWords

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
