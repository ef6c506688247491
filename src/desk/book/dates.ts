/** Serial day numbers of the 1900 system: 1 is 1899-12-31, as Google Sheets counts; the fraction is the time of day. */

export interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const msPerDay = 86_400_000
const epoch = Date.UTC(1899, 11, 30)

export function serialOf({ year, month, day, hour, minute, second }: WallTime): number {
  return (Date.UTC(year, month - 1, day, hour, minute, second) - epoch) / msPerDay
}

/** To the nearest second. */
export function wallTimeOf(serial: number): WallTime {
  const date = new Date(epoch + Math.round(serial * 86_400) * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** The serial of a written date, or null for a day or time that does not exist. */
export function serialOfParts(year: number, month: number, day: number, clock: readonly number[] = []): number | null {
  const [hour, minute, second] = clock
  const wall = { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }
  const serial = serialOf(wall)
  const back = wallTimeOf(serial)
  const exists = Object.entries(back).every(([part, value]) => wall[part as keyof WallTime] === value)
  return exists && year >= 1900 ? serial : null
}

/** Beijing time has had no summer time since 1991. */
const beijing = 8 * 3_600_000

/** A moment (ISO 8601) as it is shown in China: `2026-01-05 10:00`. Empty for a text that is no moment. */
export function shownTime(moment: string): string {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? '' : new Date(time + beijing).toISOString().slice(0, 16).replace('T', ' ')
}

/** The year in China: of a typed day without a year, of a time in the log. */
export const yearOf = (moment: Date): number => Number(shownTime(moment.toISOString()).slice(0, 4))

/** The moment (ISO 8601) of a shown time. */
export function momentOfShown(shown: string): string {
  return new Date(Date.parse(`${shown.replace(' ', 'T')}:00Z`) - beijing).toISOString()
}
