/** What is said about earlier versions of a workbook, and about erasing its history. */
export const versionWords = {
  title: '恢复以前的版本',
  ofWorkbook: (title: string) => `恢复以前的版本：${title}`,
  lead: '每天第一次打开时留一份，最多留 10 份；另存在旁边的也列在后面。先看有什么不同，再决定。',
  none: '还没有以前的版本。从今天起，每天第一次打开时留一份。',
  /** Of a copy that was made before another version was taken. */
  before: (moment: string) => `${moment} 换版本以前`,
  /** Of a version that was put aside beside the workbook. */
  aside: (file: string) => `另存在旁边的“${file}”`,
  look: '看不同',
  lookAt: (version: string) => `看不同：${version}`,
  back: '回到列表',
  take: '换成这一版',
  takeOver: (count: number) => `换成这一版（别人填的 ${count} 格也换掉）`,
  others: (count: number) => `其中 ${count} 格现在的内容是别人填写的，换了就不是这些了，请先看：`,
  by: (who: string, time: string) => `${who} ${time}`,
  differences: (version: string, count: number) =>
    count > 0 ? `${version} 与现在有 ${count} 格不同：` : `${version} 的内容与现在相同。`,
  tab: (name: string, count: number) => `${name}（${count} 格）`,
  left: (count: number) => `另有 ${count} 格没有列出。`,
  onlyNow: (names: readonly string[]) => `现在有、那一版没有的工作表：${names.join('、')}。`,
  onlyThen: (names: readonly string[]) => `那一版有、现在没有的工作表：${names.join('、')}。`,
  keeps: '现在的内容先另留一份，批注和“流程记录”保持不变；换过以后还可以撤销。',
  taken: (version: string, count: number) => `已换成 ${version} 的版本，改动 ${count} 格。不合适的，可以撤销。`,
  /** To everybody else. */
  told: (who: string, version: string, count: number) =>
    `${who || '有人'}把工作簿换成了 ${version} 的版本，改动 ${count} 格。换以前的内容另留了一份；每一格的由来在“单元格历史”里。`,
  failed: '没有换成',
  damaged: (version: string) => `${version} 的备份已损坏，读不出来，没有改动。请换一份。`,
  offer: '以前的备份还在。选一份打开：原来的文件和日志改名留在旁边，什么都不删除。',
  use: '用这一份打开',
  useOf: (version: string) => `用这一份打开：${version}`,
  unknown: '找不到这个版本，可能已经删除。请刷新列表。',
  same: (version: string) => `${version} 的内容与现在相同，没有改动。`,
  newer: (count: number) => `您看不同以后，别人又改过 ${count} 格，还没有换。请再看一遍不同，再决定。`,
  busy: '一直有人在填写，没有换成，什么都没有改动。请稍等一会儿再试。',
  notKept: (reason: string) => `今天的备份没有留成：${reason}`,
  logged: {
    event: '恢复以前的版本',
    what: (version: string) => `恢复以前的版本：${version}`,
    detail: (version: string, count: number, aside: string) =>
      `换成 ${version} 的版本，改动 ${count} 格；换以前的内容留在备份“${aside}”。`,
  },
} as const

export const eraseWords = {
  title: '清除历史',
  /** `files`: names of what is deleted; `unknown`: of what stays, for nothing tells whose it is. */
  question: (changes: number, files: readonly string[], unknown: readonly string[]) =>
    `清除以后，以前 ${changes} 处修改的记录（谁、何时、改前改后的内容）都不再保留，也不能再撤销或者恢复；表里现在的内容、批注、“流程记录”不变。\n` +
    (files.length > 0 ? `下面这些文件一起删除，其中的备份按现在的内容重新留一份：${files.join('、')}。\n` : '') +
    (unknown.length > 0
      ? `下面这些文件打不开，或者是别的工作簿的、认不出是谁的，不会删除，里面可能有以前的内容，请自行查看：${unknown.join('、')}。\n`
      : '') +
    '生成的文件、下载或者复制出去的文件不在内，请自行处理。确定清除吗？',
  yes: '清除',
  no: '不清除',
  done: (changes: number) => `已清除以前 ${changes} 处修改的记录。`,
  left: (files: readonly string[]) => `这些文件没有删掉，请自行删除：${files.join('、')}。`,
  unknown: (files: readonly string[]) =>
    `这些文件打不开，或者是别的工作簿的、认不出是谁的，没有删除，请自行查看：${files.join('、')}。`,
  failed: '没有清除',
  busy: '一直有人在填写，没有清除，什么都没有改动。请稍等一会儿再试。',
  unfinished: '没有清除完',
  stopped: (reason: string) =>
    `已经开始清除，以前的记录不能再查看、撤销，但没有做完：${reason}请再清除一次，会接着做完。`,
  /** Told at the next opening. */
  leftOver: '上次“清除历史”没有做完，旁边可能还有以前的文件。请再清除一次，会接着做完。',
  logged: {
    event: '清除历史',
    detail: (changes: number) => `以前 ${changes} 处修改的记录和以前的备份已清除。`,
  },
} as const
