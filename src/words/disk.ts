/** Why a file could not be written. */
export const diskWords = {
  full: '磁盘已满，请腾出空间后再试。',
  readOnly: '磁盘是只读的，请换一个位置。',
  noRight: '没有写入权限，请换一个位置。',
  busy: '文件正被别的程序使用（例如 Excel 或 WPS），或没有写入权限。请关闭那个程序后再试。',
  longName: '文件名太长，请改短后再试。',
  broken: '磁盘或者网络盘没有应答。请检查连接后再试。',
  manyFiles: '系统打开的文件太多。请关掉一些程序后再试。',
  loop: '链接绕成了圈。请改用文件原来的位置。',
  notFolder: (path: string) => `“${path}”应当是文件夹，现在却是文件或者坏了的链接。请把它移走后再试。`,
  folderThere: (path: string) => `“${path}”是文件夹，占了文件的位置。请把它移走后再试。`,
  noFolder: (folder: string) => `文件夹“${folder}”不在了。请放回原处后再试。`,
  other: (code: string) => `系统拒绝了（${code}）。请检查磁盘和文件夹的权限后再试。`,
} as const
