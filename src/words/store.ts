/** What is said about the workbook's files on the desk: opening, keeping, saving. */
export const storeWords = {
  locked: (file: string, who: string, host: string, time: string) =>
    `“${file}”已经打开（${who ? `${who}，` : ''}电脑 ${host}，${time} 起），不能同时再打开。请在那边关闭后再试。`,
  lockedElsewhere: (file: string, who: string, host: string, time: string, lock: string) =>
    `“${file}”已在另一台电脑 ${host} 上打开（${who ? `${who}，` : ''}${time} 起），不能同时再打开。` +
    `请在那边关闭后再试；如果那台电脑已经关机，请删除“${lock}”后再打开。`,
  lockLost: (file: string, host: string) =>
    `“${file}”已被另一个工作台接过去${host ? `（电脑 ${host}）` : ''}，这里不能再保存。请把没有保存的内容抄下来，再重新打开。`,
  cannotLock: (file: string, reason: string) => `不能打开“${file}”：${reason}`,
  notKept: (reason: string) => `没有保存，这次修改未生效：${reason}`,
  notSaved: (file: string, reason: string) => `工作簿“${file}”暂时写不进去：${reason}修改都已记在日志里，没有丢失。`,
  folderGone: (file: string, folder: string) =>
    `“${file}”所在的文件夹“${folder}”不在了（被删除、移走、改名，或者那个盘没有接上），现在不能保存。请把文件夹放回原处，放回以后会接着保存；在那之前请不要关闭页面和启动窗口。`,
  rescued: (file: string, folder: string, path: string) =>
    `“${file}”所在的文件夹“${folder}”不在了，写不回去。已经确认的内容都另存为“${path}”，可以从“最近的工作簿”里打开，也可以把它移回原处。`,
  notRescued: (file: string, folder: string, other: string, reason: string) =>
    `没有保存：“${file}”所在的文件夹“${folder}”不在了，也不能另存到“${other}”：${reason}`,
  damaged: (file: string) => `“${file}”已损坏，读不出来。`,
  copiesLeft: (file: string, names: readonly string[]) =>
    `以前的备份还在“${file}.backups”里：${names.join('、')}。请在起始页“最近的工作簿”里点“恢复以前的版本”选一份；也可以先把“${file}”和“${file}.journal”移到别处，再把一份备份复制到原处、改名为“${file}”。`,
  copyDamaged: (name: string) => `备份“${name}”也读不出来，没有改动。请换一份。`,
  closed: '工作簿已经关闭。',
  faultSaving: (file: string) =>
    `工作簿“${file}”没有写成：程序出错，请把启动窗口里的提示反馈给维护者。修改都已记在日志里，没有丢失；过一会儿会再写。`,
  newerJournal: (file: string) => `“${file}”的日志是更新版本的程序写的，这个版本读不了，没有改动。请用那个版本打开。`,
  special: (file: string) =>
    `“${file}”不是普通文件（是文件夹、管道或者设备），不能使用，也没有改动。请把它移走后再试。`,
  severalNames: (file: string) =>
    `“${file}”还有别的名称（硬链接）指向同一个文件：用两个名称同时打开，会互相看不见修改，所以没有打开。请先把它复制成单独的文件，或者删掉其余的名称，再打开。`,
  missing: (file: string) => `找不到“${file}”，请检查路径。`,
  recovered: (count: number) => `上次没有正常关闭，已恢复 ${count} 处修改，没有丢失。`,
  torn: '日志的最后一行没有写完，已去掉；那次修改当时未得到确认。',
  journalMissing:
    '找不到工作簿的日志（.journal）：内容按工作簿文件打开，没有少；以前的修改历史（谁、何时、改前改后）和撤销没有了。日志如果是移走的，请关闭后放回原处再打开。',
  journalForeign: (archive: string) => `旁边的日志属于另一个工作簿，已另存为“${archive}”，没有使用。`,
  /** `count`: changes that the file lacked. */
  changedOutside: (count: number, taken: { named: readonly string[]; count: number }, aside: string) =>
    `工作簿在别的程序里改过，已照文件读入${taken.count > 0 ? ` ${taken.count} 格：${taken.named.join('、')}${taken.count > taken.named.length ? ' 等' : ''}` : ''}${count > 0 ? `，并补上文件里还没有的 ${count} 处修改` : ''}。那一份另存为“${aside}”；不要的可以在“单元格历史”里逐格恢复。`,
  olderFile: (count: number, aside: string) =>
    `工作簿文件换成了早先保存的一份。那以后已经确认的 ${count} 处修改都在日志里，以日志为准，没有丢失；换上的那一份另存为“${aside}”。要用回那一份，请用“恢复以前的版本”，它列在最后。`,
  foreignFile: (file: string, beside: string) =>
    `“${file}”换成了另一个工作簿，现在打开的是换上的这一个。原来的工作簿已照日志另存为“${beside}”，历史记录也在它旁边；两个都可以从“最近的工作簿”里打开。`,
  journalReplaced: (beside: string) =>
    `旁边的日志换成了另一个工作簿的，没有用在这里；那一个已照日志另存为“${beside}”。`,
  /** Two copies of one workbook that people have worked in. */
  forked: (beside: string, cells: readonly string[], count: number) =>
    `两份是同一个工作簿在两处各自改过的，${count === 0 ? '各格内容相同' : `有 ${count} 格不同：${cells.join('、')}${count > cells.length ? ' 等' : ''}`}。请对照“${beside}”核对，需要的填到要用的那一份。`,
  continuedElsewhere: (taken: { named: readonly string[]; count: number }, aside: string) =>
    `工作簿文件比旁边的日志新，可能在别处接着改过，只带回了文件。已照文件读入${taken.count > 0 ? ` ${taken.count} 格：${taken.named.join('、')}${taken.count > taken.named.length ? ' 等' : ''}` : ''}。那一份另存为“${aside}”；不要的可以在“单元格历史”里逐格恢复。`,
  fileLost: '找不到工作簿文件，已按日志恢复。',
  fileDamaged: (kept: string) => `工作簿文件已损坏，已按日志恢复；损坏的文件另存为“${kept}”。`,
  outsideWho: '别的程序',
  outsideWhat: '在别的程序里修改',
} as const
