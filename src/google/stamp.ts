import type { Stamp } from '../actions'
import { signature } from './person'
import { version } from './version'

/** Who is running the script, and when by the spreadsheet's clock. */
export function currentStamp(timeZone: string): Stamp {
  return { time: Utilities.formatDate(new Date(), timeZone, 'yyyy-MM-dd HH:mm'), user: signature(), version }
}
