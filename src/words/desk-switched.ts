/** What of a person's work only this browser has. */
function leftOf(here: string, { unsaved, isTyping }: { unsaved: number; isTyping: boolean }): string {
  const edits = `您有 ${unsaved} 处修改还没有保存，留在这个浏览器里，重新打开“${here}”时接着保存。`
  const typing = `您正在填的一格没有写入，内容留在这个浏览器里，重新打开“${here}”时请接着填。`
  const left = `${unsaved > 0 ? edits : ''}${isTyping ? typing : ''}`
  return left === '' ? '您填写的都已保存。' : `${left}其余的都已保存。`
}

/** What the page says when somebody opens another workbook. */
export const switchedWords = {
  title: (who: string): string => `${who}打开了另一个工作簿`,
  /** A reviewer fills in nothing. */
  question: (next: string, here: string, left: { unsaved: number; isTyping: boolean }, isReviewer: boolean): string =>
    `现在打开的是“${next}”，“${here}”已经关闭。\n${isReviewer ? '您发出的批注都已保存。' : leftOf(here, left)}\n留在这里可以继续查看，不能${isReviewer ? '批注' : '修改'}。`,
  file: (title: string, file: string): string => `${title}（${file}）`,
  returned: (title: string, who: string, isReviewer: boolean): string =>
    `${who}又打开了“${title}”，可以接着${isReviewer ? '查看和批注' : '填写'}。`,
  back: (isReviewer: boolean): string => (isReviewer ? '接着查看' : '接着填写'),
  none: (here: string): string => `“${here}”已经关闭，这里只能查看。现在没有打开的工作簿。`,
  follow: '跟过去',
  stay: '留在这里',
  banner: (here: string, next: string): string => `“${here}”已经关闭，这里只能查看。现在打开的是“${next}”。`,
  lock: '这个工作簿已经关闭，只能查看。',
  go: (next: string): string => `跟到“${next}”`,
  /** Before somebody opens another. */
  others: {
    title: '这个工作簿里还有别人',
    question: (names: readonly string[], title: string): string =>
      `${names.join('、')}正在“${title}”里。打开另一个会关闭它：已经填写的都会保存，他们可以跟过来，或者留在那里查看。`,
    open: '打开另一个',
    keep: '先不打开',
  },
} as const
