/** What is said about earlier versions of a workbook, and about erasing its history. */
export const versionWords = {
  title: '恢复以前的版本',
  ofWorkbook: (title: string) => `恢复以前的版本：${title}`,
  lead: '每天第一次打开时留一份，最多留 10 份。先看有什么不同，再决定。',
  none: '还没有以前的版本。从今天起，每天第一次打开时留一份。',
  /** Of a copy that was made before another version was taken. */
  before: (moment: string) => `${moment} 换版本以前`,
  look: '看不同',
  lookAt: (version: string) => `看不同：${version}`,
  back: '回到列表',
  take: '换成这一版',
  differences: (version: string, count: number) =>
    count > 0 ? `${version} 与现在有 ${count} 格不同：` : `${version} 的内容与现在相同。`,
  tab: (name: string, count: number) => `${name}（${count} 格）`,
  left: (count: number) => `另有 ${count} 格没有列出。`,
  onlyNow: (names: readonly string[]) => `现在有、那一版没有的工作表：${names.join('、')}。`,
  onlyThen: (names: readonly string[]) => `那一版有、现在没有的工作表：${names.join('、')}。`,
  keeps: '现在的内容先另留一份，批注和“流程记录”保持不变；换过以后还可以撤销。',
  taken: (version: string, count: number) => `已换成 ${version} 的版本，改动 ${count} 格。不合适的，可以撤销。`,
  failed: '没有换成',
  damaged: (version: string) => `${version} 的备份已损坏，读不出来，没有改动。请换一份。`,
  offer: '以前的备份还在。选一份打开：原来的文件和日志改名留在旁边，什么都不删除。',
  use: '用这一份打开',
  useOf: (version: string) => `用这一份打开：${version}`,
  unknown: '找不到这个版本，可能已经删除。请刷新列表。',
  same: (version: string) => `${version} 的内容与现在相同，没有改动。`,
  notKept: (reason: string) => `今天的备份没有留成：${reason}`,
  logged: {
    event: '恢复以前的版本',
    detail: (version: string, count: number, aside: string) =>
      `换成 ${version} 的版本，改动 ${count} 格；换以前的内容留在备份“${aside}”。`,
  },
} as const

export const eraseWords = {
  title: '清除历史',
  /** `files`: names of what is deleted. */
  question: (changes: number, files: readonly string[]) =>
    `清除以后，以前 ${changes} 处修改的记录（谁、何时、改前改后的内容）都不再保留，也不能再撤销或者恢复；表里现在的内容、批注、“流程记录”不变。\n` +
    (files.length > 0 ? `下面这些文件一起删除，其中的备份按现在的内容重新留一份：${files.join('、')}。\n` : '') +
    '生成的文件、下载或者复制出去的文件不在内，请自行处理。确定清除吗？',
  yes: '清除',
  no: '不清除',
  done: (changes: number) => `已清除以前 ${changes} 处修改的记录。`,
  left: (files: readonly string[]) => `这些文件没有删掉，请自行删除：${files.join('、')}。`,
  unknown: (files: readonly string[]) =>
    `这些文件认不出是不是这个工作簿的，没有删除，请自行查看：${files.join('、')}。`,
  failed: '没有清除',
  logged: {
    event: '清除历史',
    detail: (changes: number) => `以前 ${changes} 处修改的记录和以前的备份已清除。`,
  },
} as const
