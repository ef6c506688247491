import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'
import { TIME_ZONE } from './time'

type GoogleUser = GoogleAppsScript.Base.User

class DoubleUser implements Pick<GoogleUser, Has<'User'>> {
  getEmail(): string {
    return running().setup.user
  }
}

export class DoubleSession implements Pick<GoogleAppsScript.Base.Session, Has<'Session'>> {
  getActiveUser(): GoogleUser {
    return guard('User', new DoubleUser())
  }
  getScriptTimeZone(): string {
    return TIME_ZONE
  }
}
