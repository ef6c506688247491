/** What is said when an .xlsx file cannot be read or written. */
export const xlsxWords = {
  empty: '文件是空的，没有内容。请重新取得文件。',
  notZip: '这不是 .xlsx 文件（内容不是 Excel 工作簿）。请选用 nianbao new 生成的工作簿。',
  oldFormat: '这是旧格式的 Excel 文件（.xls）。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
  encrypted: '这个工作簿设了打开密码，无法读取。请在 Excel 或 WPS 中取消密码后再试。',
  truncated: '文件不完整，末尾缺失，可能没有下载完或复制完。请重新取得文件。',
  word: '这是 Word 文档，只是改了扩展名，不是 .xlsx 工作簿。请选用 nianbao new 生成的工作簿。',
  notWorkbook: '文件里没有 Excel 工作簿的内容，不是 .xlsx 文件。请选用 nianbao new 生成的工作簿。',
  tooLarge:
    '文件太大：解压后超过 512 MB，或者超过 400 万行和格。为免占满内存，没有读取。请确认选对了文件；确是要读的，请拆成几个文件。',
  notOurs: '这个 Excel 文件不是年报工作簿（找不到年报的工作表）。请选用 nianbao new 生成的工作簿。',
  damaged: '工作簿内容已损坏，无法读取。请用 Excel 或 WPS 打开后重新保存，或改用备份。',
  longText: (tab: string, address: string) =>
    `“${tab}” ${address} 的文字超过 32767 字，.xlsx 的一个单元格放不下。请缩短后再保存。`,
}

/** How comments stand in the notes of an .xlsx file. */
export const xlsxCommentWords = {
  open: '【批注】',
  resolved: '【批注·已解决】',
  entry: (who: string, time: string, text: string) => `${who} ${time}：${text}`,
} as const

/** Results of formulas that the file has and its formulas do not give. */
export const xlsxResultWords = {
  cellOf: (tab: string, address: string) => `“${tab}”${address}`,
  stale: (place: string, kept: string, computed: string, count: number) =>
    `${place}：文件里的结果是“${kept}”，按公式是“${computed}”${count === 1 ? '' : `；结果不同的公式共 ${count} 个`}。`,
} as const

const MOST_ADDRESSES = 10

/** Notes that a damaged part of the file has lost. Addresses are empty where they are lost as well. */
export const xlsxNoteWords = {
  unread: (tab: string, addresses: readonly string[]) => {
    const known = addresses.filter((address) => address !== '')
    const shown = known.slice(0, MOST_ADDRESSES).join('、') + (known.length > MOST_ADDRESSES ? '等' : '')
    const count = known.length < addresses.length ? '些' : ` ${addresses.length} 条`
    const where = known.length > 0 ? `（${shown}）` : ''
    return `“${tab}”有${count}批注已损坏，没有读取${where}。其余内容已读取；请对照原来的文件补写这些批注。`
  },
} as const

/** What stands in a cell for digits that the file shows struck out. */
export const xlsxRunWords = {
  struck: (text: string) => `（划去：${text}）`,
  /** A number that its format shows a thousandth of, or less. */
  scaled: (shown: string, value: string) => `${shown}（原数${value}）`,
} as const
