/** What sync clients put behind the name of a copy: 坚果云, OneDrive (the computer's name), WPS, Syncthing, Dropbox. */
export const copySigns: readonly RegExp[] = [
  /conflict/i,
  /冲突/,
  /副本/,
  /^ ?[(（]\d{1,3}[)）]$/,
  /^-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,}$/,
]

/** What is said about other programs and sync clients that touch the workbook's file. */
export const outsideWords = {
  taken: (cells: readonly string[], count: number, aside: string) =>
    `工作簿文件在别的程序里改过并保存，已读入 ${count} 格：${cells.join('、')}${count > cells.length ? ' 等' : ''}。` +
    `那一份另存为“${aside}”；不要的可以逐格恢复。`,
  same: (aside: string) => `工作簿文件在别的程序里保存过，内容没有不同；那一份另存为“${aside}”。`,
  unreadable: (file: string, why: string) =>
    `“${file}”被别的程序写过，读不出（${why}），没有覆盖。请在那边关闭；修改都已记在日志里，没有丢失。`,
  older: (aside: string) =>
    `工作簿文件被换成了早先保存的一份。这里的内容更新，以这里的为准，会重新写好；换上的那一份另存为“${aside}”。要用回那一份，请用“恢复以前的版本”，它列在最后。`,
  foreign: (file: string) => `“${file}”换成了另一个工作簿，没有覆盖。`,
  replaced: (file: string, beside: string) =>
    `“${file}”换成了另一个工作簿，没有覆盖；这里的内容另存为“${beside}”，也都在日志里。请把换上的那一个移到别处；不移走的，下次打开的是换上的那一个，这里的另存在旁边。`,
  office: (file: string, who: string) =>
    `“${file}”正在 Excel 或 WPS 里打开${who ? `（${who}）` : ''}。请不要两边同时改；在那边保存的，会读入并逐格告诉您。`,
  libreOffice: (file: string, who: string) =>
    `“${file}”正在 LibreOffice 里打开${who ? `（${who}）` : ''}。请不要两边同时改；在那边保存的，会读入并逐格告诉您。`,
  copyUnreadable: (name: string) =>
    `旁边有一份副本“${name}”，可能是同步软件产生的，已损坏，读不出来，没有比较。请到产生它的地方核对，不需要的请移走。`,
  copy: (name: string, cells: readonly string[], count: number) =>
    count === 0
      ? `旁边有一份副本“${name}”，可能是同步软件产生的，内容与工作簿相同。`
      : `旁边有一份副本“${name}”，可能是同步软件产生的，有 ${count} 格与工作簿不同：${cells.join('、')}${count > cells.length ? ' 等' : ''}。请核对，需要的填进来，再移走副本。`,
} as const
