import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

type GoogleUser = GoogleAppsScript.Base.User

class DoubleUser implements Pick<GoogleUser, Has<'User'>> {
  constructor(private readonly address: string) {}

  getEmail(): string {
    return this.address
  }
}

export class DoubleSession implements Pick<GoogleAppsScript.Base.Session, Has<'Session'>> {
  getActiveUser(): GoogleUser {
    return guard('User', new DoubleUser(running().setup.user))
  }
  getEffectiveUser(): GoogleUser {
    return guard('User', new DoubleUser(running().setup.effectiveUser))
  }
}
