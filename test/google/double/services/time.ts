/** Moments and wall times in the script's time zone; `Utilities.formatDate`'s patterns. */
import { serialOf, wallTimeOf } from '../../../../src/desk/book'

/** As in the manifest. It has no summer time. */
export const TIME_ZONE = 'Asia/Shanghai'

const MS_AHEAD = 8 * 3_600_000
const MS_PER_DAY = 86_400_000
const epoch = serialOf({ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 })

/** The moment at which the wall clock shows the serial. */
export const momentOf = (serial: number): Date => new Date(Math.round((serial - epoch) * MS_PER_DAY) - MS_AHEAD)

const fields = { y: 'year', M: 'month', d: 'day', H: 'hour', m: 'minute' } as const

/** Patterns of y M d H m; other letters are not in the double. */
export function formatMoment(moment: Date, format: string): string {
  const minutes = Math.floor((moment.getTime() + MS_AHEAD) / 60_000)
  const wall = wallTimeOf((minutes * 60_000) / MS_PER_DAY + epoch)
  return format.replace(/([A-Za-z])\1*/g, (run) => {
    const field = fields[run.charAt(0) as keyof typeof fields] as (typeof fields)['y'] | undefined
    if (!field) throw new Error(`Utilities.formatDate: the pattern ${run} is not in the double`)
    return String(wall[field]).padStart(run.length, '0')
  })
}
