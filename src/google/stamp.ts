import type { Stamp } from '../actions'
import { version } from './version'

/** Who is running the script, and when. Google tells the address only inside one organisation. */
export function currentStamp(): Stamp {
  return {
    time: Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM-dd HH:mm'),
    user: Session.getActiveUser().getEmail(),
    version,
  }
}
