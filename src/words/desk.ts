/** What the desk itself says to a person who types into the workbook. */
export const deskWords = {
  locked: (reason: string): string => (reason ? `这里已锁定，不能修改：${reason}` : '这里已锁定，不能修改。'),
  invalid: (help: string): string => (help ? `未写入：${help}` : '未写入：填写的内容不符合此处的要求。'),
  longText: (tab: string, address: string, most: number): string =>
    `“${tab}”${address}要写入的文字超过一格能放的 ${most} 字。`,
  failed: '程序出错，没有执行。请把启动窗口里的提示反馈给维护者。',
  tooLarge: (typed: string) => `“${typed}”太大，任何表格都放不下，没有写入。请填写实际的数字。`,
  noTab: (tab: string): string => `找不到工作表“${tab}”。`,
} as const
