/** What the page says about what is typed: by two people into one cell, and in other characters than digits. */

export const twoPeopleWords = {
  title: '您和别人填了同一格',
  overwrote: (cell: string, mine: string, who: string, theirs: string): string =>
    `${cell}：您的“${mine}”替换了${who}刚填的“${theirs}”。`,
  overwritten: (cell: string, mine: string, who: string, theirs: string): string =>
    `${cell}：${who}的“${theirs}”替换了您填的“${mine}”。`,
  newer: (cell: string, mine: string, who: string, theirs: string): string =>
    `${cell}：您填的“${mine}”还没有写入，${who}在这期间填了“${theirs}”。`,
  changed: (now: string): string => `这一格后来又变为“${now}”。`,
  earlier: (typed: readonly string[]): string => `您此前还填过${typed.map((one) => `“${one}”`).join('')}。`,
  overwroteMany: (count: number): string => `您的修改替换了别人刚填的 ${count} 格。`,
  overwrittenMany: (count: number): string => `别人的修改替换了您刚填的 ${count} 格。`,
  newerMany: (count: number, all: number): string =>
    `您一次改的 ${all} 格都还没有写入：其中 ${count} 格别人在这期间改过，选定后一起写入。`,
  restoreTheirs: '恢复 TA 的',
  keepMine: '保留我的',
  restoreMine: '恢复我的',
  keepTheirs: '保留 TA 的',
  useMine: '用我的',
  keepNow: '保留现在的',
  all: (caption: string): string => `全部${caption}`,
  of: (caption: string, cell: string): string => `${caption}，${cell}`,
  more: (count: number): string => `另有 ${count} 条`,
  moreCells: (count: number): string => `另有 ${count} 格`,
  settled: (cell: string, who: string, mine: string): string => `${cell}：${who}把这一格改成了您填的“${mine}”。`,
  settledMany: (cell: string, count: number, who: string): string =>
    `${who}把 ${cell} 等 ${count} 格改成了您填的内容。`,
  mergedMany: (cell: string, count: number): string => `${cell} 等 ${count} 格：您和别人改的是不同的段落，已合在一起。`,
  merged: (cell: string, who: string): string => `${cell}：您和${who}改的是不同的段落，已合在一起。`,
} as const

export const understoodWords = {
  written: (place: string, typed: string, value: number): string => `${place}：“${typed}”记为 ${value}`,
  offered: (place: string, typed: string, value: number): string =>
    `${place}：“${typed}”按原样保留，不计入合计；其中的数是 ${value}`,
  several: {
    written: (count: number, pairs: readonly string[], isMore: boolean): string =>
      `${count} 格记为数字：${pairs.join('，')}${isMore ? ' 等' : ''}`,
    offered: (count: number, pairs: readonly string[], isMore: boolean): string =>
      `${count} 格带有文字，按原样保留，不计入合计；其中的数是：${pairs.join('，')}${isMore ? ' 等' : ''}`,
  },
  pair: (place: string, typed: string, value: number): string => `${place}“${typed}”→ ${value}`,
  back: (count: number): string => (count > 1 ? '全部恢复原样' : '恢复原样'),
  take: (value: number, count: number): string => (count > 1 ? '全部改为数字' : `改为 ${value}`),
} as const
