/** Why a file could not be written. */
export const diskWords = {
  full: '磁盘已满，请腾出空间后再试。',
  readOnly: '磁盘是只读的，请换一个位置。',
  noRight: '没有写入权限，请换一个位置。',
  busy: '文件正被别的程序使用（例如 Excel 或 WPS），或没有写入权限。请关闭那个程序后再试。',
  longName: '文件名太长，请改短后再试。',
  other: (code: string) => `写入失败（${code}）。`,
} as const
