/** Moments and wall times in a time zone; `Utilities.formatDate`'s patterns. */
import { serialOf, wallTimeOf } from '../../../../src/desk/book'

/** Hours ahead of Greenwich; these zones have no summer time. */
const zones: Readonly<Record<string, number>> = { 'Asia/Shanghai': 8, 'Asia/Tokyo': 9, 'Etc/UTC': 0, 'Etc/GMT+8': -8 }

function msAhead(timeZone: string, method: string): number {
  const hours = zones[timeZone]
  if (hours === undefined) throw new Error(`${method}: the zone ${timeZone} is not in the double`)
  return hours * 3_600_000
}

const MS_PER_DAY = 86_400_000
const epoch = serialOf({ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 })

/** The moment at which the wall clock of the zone shows the serial. */
export const momentOf = (serial: number, timeZone: string): Date =>
  new Date(Math.round((serial - epoch) * MS_PER_DAY) - msAhead(timeZone, 'Range.getValues'))

const fields = { y: 'year', M: 'month', d: 'day', H: 'hour', m: 'minute' } as const

/** Patterns of y M d H m; other letters are not in the double. */
export function formatMoment(moment: Date, timeZone: string, format: string): string {
  const minutes = Math.floor((moment.getTime() + msAhead(timeZone, 'Utilities.formatDate')) / 60_000)
  const wall = wallTimeOf((minutes * 60_000) / MS_PER_DAY + epoch)
  return format.replace(/([A-Za-z])\1*/g, (run) => {
    const field = fields[run.charAt(0) as keyof typeof fields] as (typeof fields)['y'] | undefined
    if (!field) throw new Error(`Utilities.formatDate: the pattern ${run} is not in the double`)
    return String(wall[field]).padStart(run.length, '0')
  })
}
