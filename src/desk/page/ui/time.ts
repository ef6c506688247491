/** A moment as people here write it. */
const today = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
const other = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'short', timeStyle: 'short', hour12: false })

/** `time` is ISO 8601; a text that is none is shown as it is. */
export function timeText(time: string): string {
  const moment = new Date(time)
  if (Number.isNaN(moment.getTime())) return time
  return (moment.toDateString() === new Date().toDateString() ? today : other).format(moment)
}
