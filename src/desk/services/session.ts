import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

type GoogleUser = GoogleAppsScript.Base.User

class DeskUser implements Pick<GoogleUser, Has<'User'>> {
  constructor(private readonly email: string) {}

  getEmail(): string {
    return this.email
  }
}

export function userFace(email: string): GoogleUser {
  return guard('User', new DeskUser(email))
}

export class DeskSession implements Pick<GoogleAppsScript.Base.Session, Has<'Session'>> {
  getActiveUser(): GoogleUser {
    return userFace(running().setup.user)
  }
  getEffectiveUser(): GoogleUser {
    return userFace(running().setup.user)
  }
  getActiveUserLocale(): string {
    return running().setup.locale.slice(0, 2)
  }
  getScriptTimeZone(): string {
    return running().setup.timeZone
  }
}
