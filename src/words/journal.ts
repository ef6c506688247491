/** What is said about a journal that is damaged, gone or checked, and about values that are in doubt. */

const list = (names: readonly string[], count = names.length): string =>
  `${names.join('、')}${count > names.length ? ` 等 ${count} 格` : ''}`

const shown = (value: string | number | boolean | null): string => {
  const text = value === null ? '空白' : String(value)
  return text.length > 200 ? `“${text.slice(0, 200)}……”` : text === '空白' ? text : `“${text}”`
}

export const journalWords = {
  mended: (count: number) => `日志有 ${count} 处损坏，已按校验码修复，内容完整。`,
  converted: (count: number) =>
    `日志有 ${count} 行的行尾被别的程序换过（例如同步软件、版本管理软件或者文本编辑器），内容完整，已重新写好。请让那个程序不要改动 .journal 文件。`,
  disordered: '日志的行次序乱了，已按行号排好，内容完整。',
  archived: (archive: string) => `原日志另存为“${archive}”。`,
  unreadable: (count: number) => `日志有 ${count} 处读不出，其余各行都已用上。`,
  foreignLines: (count: number) => `日志里混有另一个工作簿的 ${count} 行，没有使用。`,
  lost: (count: number, since: string, until: string) =>
    `日志里少了 ${count} 处修改${since || until ? `（${since || '开头'} 到 ${until || '末尾'} 之间）` : ''}。`,
  lostTail: (count: number, since: string, until: string) =>
    `日志末尾少了 ${count} 处已经确认的修改${since || until ? `（${since || '开头'} 之后${until ? `，到 ${until} 为止` : ''}）` : ''}。`,
  /** Around lost changes. */
  moment: (time: string, who: string) => (who ? `${time} ${who}` : time),
  baseLost: '日志开头的工作簿内容不完整。',
  pieces: (names: readonly string[]) => `缺少的部分：${names.join('；')}。`,
  fromFile: (names: readonly string[], count: number) => `以下各格已按工作簿文件补上：${list(names, count)}。`,
  lostCells: (names: readonly string[], count: number) =>
    `以下各格当时修改过，但改成什么已读不出，请核对：${list(names, count)}。`,
  lostPast: (names: readonly string[], count: number) =>
    `以下各格中间的修改记录没有了，现在的值不受影响：${list(names, count)}。`,
  doubt: (cell: string, stands: string | number | boolean | null, other: string | number | boolean | null) =>
    `${cell}：现在是${shown(stands)}，也可能是${shown(other)}。`,
  doubts: (lines: readonly string[], count: number) =>
    `有 ${count} 格拿不准，没有覆盖，请在批注里核对后选定：${lines.join('')}${count > lines.length ? '其余见批注。' : ''}`,
  doubtComment: (stands: string | number | boolean | null, other: string | number | boolean | null, why: string) =>
    `请核对：这一格现在是${shown(stands)}，也可能是${shown(other)}（${why}）。要换成另一个值，请在“单元格历史”里恢复；核对后把批注标为已解决。`,
  tab: (id: number) => `工作表 ${id}`,
  whyDamaged: '日志损坏',
  whyOutside: '别的程序同时改过',
  program: '程序',
  recovered: '按日志和文件恢复',
  tailUnclear: (bytes: number) =>
    `日志末尾有 ${bytes} 字节读不出：可能是断电时还没有得到确认的修改，也可能是磁盘损坏。请核对最后填写的格子。`,
  otherCopy: (time: string) => `日志不是这台电脑上次用的那一份（上次的修改在 ${time}），可能换成了备份。请核对。`,
  /** Changes that this computer knows, and that are in none of the files. */
  notHere: (count: number, since: string, until: string, cells: readonly string[], all: number) =>
    `这台电脑上做过、这一份里没有的修改有 ${count} 处（${since} 到 ${until}），在：${list(cells, all)}。请核对，需要的重新填写；那时的文件如果还在，可以放回原处再打开。`,
  notContinued: (reason: string) =>
    `工作簿已经保存。日志已经很长，没有换成新文件：${reason}先接着写原来的日志，下次保存时再换，没有丢失。`,
  gone: '日志文件被别的程序删除或换掉，已重新写好，没有丢失修改。',
  goneAside: (file: string) => `日志文件被别的程序换掉，已重新写好，没有丢失修改；换上来的文件另存为“${file}”。`,
  noFile: '旁边没有工作簿文件。',
  otherFile: '工作簿文件不是这份日志最后记下的那一份，别的程序改过或者换过它。',
  behindFile: (count: number) => `日志比工作簿文件少 ${count} 处修改。`,
  gapBetween: (last: number, first: number) =>
    `上一个日志文件到第 ${last} 号为止，这一个从第 ${first} 号之后开始，中间缺少。`,
  altered: (file: string) =>
    `日志文件里的内容被别的程序改过，或者磁盘出了错，已按现在的内容重新写好，没有丢失修改；改动过的日志另存为“${file}”。`,
  /** `file`: another one that lay there; null: none. */
  goneAnew: (file: string | null) =>
    `日志文件被别的程序删除或清空，已按现在的内容重新开始；以前的历史记录没有了${file === null ? '' : `；换上来的文件另存为“${file}”`}。`,
} as const

/** What `nianbao journal` says. */
export const journalListWords = {
  none: (file: string) => `“${file}”旁边没有日志（${file}.journal）。请写工作簿或者日志文件的路径。`,
  /** A line of the list; `what`: the action's name or a comment's text. */
  entry: (time: string, who: string, what: string) => `${time}  ${who}${what ? `  ${what}` : ''}`,
  kinds: { edit: '', run: '', undo: '撤销 ', redo: '重做 ', comment: '批注：', import: '' },
  cell: (cell: string, from: string, to: string) => `    ${cell}：${from} → ${to}`,
  blank: '（空白）',
  masked: '（个人信息，不显示）',
  whole: (file: string, count: number) => `${file}：校验链完整，${count} 处修改。`,
  damaged: (file: string, problem: string) => `${file}：${problem}`,
  /** A column with one of these words in its head holds personal data. */
  personal: ['姓名', '身份证', '证件号', '电话', '手机', '住址', '通讯地址', '邮箱', '联系方式', '联系人'],
} as const
