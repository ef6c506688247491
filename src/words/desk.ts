/** What the desk itself says to a person who types into the workbook. */
export const deskWords = {
  locked: (reason: string): string => (reason ? `这里已锁定，不能修改：${reason}` : '这里已锁定，不能修改。'),
  invalid: (help: string): string => (help ? `未写入：${help}` : '未写入：填写的内容不符合此处的要求。'),
  noTab: (tab: string): string => `找不到工作表“${tab}”。`,
} as const
