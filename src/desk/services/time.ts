/** Moments and wall times in a time zone; `Utilities.formatDate`'s patterns. */
import { serialOf, wallTimeOf } from '../book'
import type { WallTime } from '../book'

const fixedZone = /^(?:GMT|UTC)(?:([+-])([0-9]{1,2}):?([0-9]{2})?)?$/

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const numeric = 'numeric'
  const fields = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', era: 'short', ...fields })
  clocks.set(zone, made)
  return made
}

function wallIn(zone: string, moment: Date): WallTime {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const [year, month, day] = [part('year'), part('month'), part('day')]
  return { year, month, day, hour: part('hour'), minute: part('minute'), second: part('second') }
}

/** Milliseconds the zone is ahead of UTC at that moment. */
function offsetAt(zone: string, moment: Date): number {
  const fixed = fixedZone.exec(zone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0)) * 60_000
  const { year, month, day, hour, minute, second } = wallIn(zone, moment)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment.getTime() / 1000) * 1000
}

const msPerDay = 86_400_000
const epoch = serialOf({ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 })

/** The day serial of a moment, as the wall clock of the zone shows it. */
export function serialAt(moment: Date, zone: string): number {
  return (moment.getTime() + offsetAt(zone, moment)) / msPerDay + epoch
}

/** The moment at which the zone's wall clock shows the serial. */
export function momentOf(serial: number, zone: string): Date {
  const wall = Math.round((serial - epoch) * msPerDay)
  const guess = new Date(wall - offsetAt(zone, new Date(wall)))
  return new Date(wall - offsetAt(zone, guess))
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function field(run: string, wall: WallTime, moment: Date): string {
  const pad = (value: number) => String(value).padStart(run.length, '0')
  switch (run[0]) {
    case 'y':
      return run.length === 2 ? String(wall.year).slice(-2) : pad(wall.year)
    case 'M':
      return pad(wall.month)
    case 'd':
      return pad(wall.day)
    case 'H':
      return pad(wall.hour)
    case 'h':
      return pad(wall.hour % 12 || 12)
    case 'm':
      return pad(wall.minute)
    case 's':
      return pad(wall.second)
    case 'S':
      return pad(moment.getUTCMilliseconds())
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM'
    case 'E':
      return weekdayOf(wall).slice(0, run.length > 3 ? undefined : 3)
    default:
      throw new Error(`Utilities.formatDate: the pattern ${run} is not available on the desk`)
  }
}

function weekdayOf({ year, month, day }: WallTime): string {
  return weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
}

/** Patterns of y M d H h m s S a E; `'…'` is literal, `''` an apostrophe. Months in letters are not on the desk. */
export function formatMoment(moment: Date, zone: string, format: string): string {
  const wall = wallTimeOf(Math.floor(serialAt(moment, zone) * 86_400 + 1e-4) / 86_400)
  return format.replace(/''|'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run: string, literal?: string) => {
    if (run === "''") return "'"
    return literal === undefined ? field(run, wall, moment) : literal.replaceAll("''", "'")
  })
}
