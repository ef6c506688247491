import { shownTime } from '../../book/dates'

const DAY = 'YYYY-MM-DD'.length

/**
 * A moment by Beijing's clock, as 流程记录 writes it, whatever the machine's own clock is set to; of today only the hour.
 * `time` is ISO 8601; a text that is none is shown as it is.
 */
export function timeText(time: string, now = new Date()): string {
  const shown = shownTime(time)
  if (shown === '') return time
  const isToday = shown.slice(0, DAY) === shownTime(now.toISOString()).slice(0, DAY)
  return isToday ? shown.slice(DAY + 1) : shown
}
