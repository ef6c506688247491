/** What the page says about what is kept, and about its connection to the desk. */

/** What only this browser has: so many edits, and perhaps what is being typed in one cell. */
const keptHere = (unsaved: number, isTyping: boolean): string =>
  [
    unsaved > 0 && `${unsaved} 处修改尚未保存，留在这个浏览器里；重新打开原来的工作簿时接着保存。`,
    isTyping && '有一格没有填完，没有写入，留在这个浏览器里；重新打开原来的工作簿时请接着填。',
  ]
    .filter((line) => line !== false)
    .join('')

/** What only this browser has when the desk is gone. */
const left = (unsaved: number, isTyping: boolean): string =>
  [unsaved > 0 && `${unsaved} 处修改`, isTyping && '正在填写的内容'].filter((one) => one !== false).join('和')

const localHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const isHere = (host: string): boolean => localHosts.has(host.replace(/:\d+$/, ''))

/** Drafts belong to the address of the page: at another one the browser does not give them back. */
const comesBack = (unsaved: number, isTyping: boolean, host: string): string => {
  const what = left(unsaved, isTyping)
  if (what === '') return '内容都已保存。'
  return `${what}还没有保存，留在这个浏览器里：新链接以 http://${host}/ 开头的，打开后接着保存；不是这样开头的，请先抄下来。`
}

/** The desk was ended by whoever runs it. */
function ended(unsaved: number, isTyping: boolean, host: string): string {
  const [what, how] = isHere(host)
    ? ['工作台程序已经关闭。', '要继续，请重新启动工作台，用它打开的新页面或者启动窗口里的链接进入。']
    : ['运行工作台的那台电脑上，程序已经关闭。', '要继续，请那边重新启动工作台，把新的链接发给您，在这个浏览器里打开。']
  return `${what}${comesBack(unsaved, isTyping, host)}${how}`
}

/** The desk runs, but this page's link is of before. */
const dead = (unsaved: number, isTyping: boolean, host: string): string =>
  `这个页面的链接已经失效（工作台重新启动过，或者您很久没有使用）。${comesBack(unsaved, isTyping, host)}` +
  `请${isHere(host) ? '用启动窗口里的链接' : '向运行工作台的人要新的链接，在这个浏览器里'}重新打开。`

export const savingWords = {
  saved: '已保存',
  editing: '正在填写',
  behind: '文件未写入',
  sending: (count: number): string => (count > 1 ? `正在保存 ${count} 处修改` : '正在保存'),
  unsaved: (count: number): string => `${count} 处未保存`,
  waiting: (count: number): string => `${count} 处等您决定，还没有写入`,
  away: (count: number): string =>
    `${count} 处修改尚未保存：连接不上服务，恢复后自动重发，合计也在那时更新。请不要关闭本页。`,
  failed: (count: number, why: string): string =>
    `${count} 处修改尚未保存：${why.replace(/。$/, '')}。内容仍在本页，可以保存时会自动重发。`,
  refused: (place: string, typed: string, why: string): string => `${place} 没有写入“${typed}”。${why}`,
  refusedTitle: '没有写入的内容',
  again: '重新填写',
  discard: '放弃',
  crowded: '您打开的页面太多，这一页收不到新的修改。请关掉几个，这一页会自己接上。',
  dead,
  ended,
  reconnecting:
    '连接不上工作台：网络断了，或者运行它的电脑关了机、程序被关闭。正在重新连接；没有保存的内容留在这个浏览器里，连上后自动保存。',
  blocked: keptHere,
  emptied: '空',
} as const
