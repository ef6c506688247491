/** ScriptApp, as far as it tells which permissions the person has given. */
import { AuthMode } from './enums'
import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

/** Google's types do not have this method yet. */
export interface AuthorizationInfo {
  getAuthorizedScopes(): string[] | null
}

class DoubleAuthorizationInfo implements Pick<AuthorizationInfo, Has<'AuthorizationInfo'>> {
  getAuthorizedScopes(): string[] {
    return running().setup.scopes
  }
}

export class DoubleScriptApp {
  readonly AuthMode = AuthMode

  getAuthorizationInfo(): AuthorizationInfo {
    return guard('AuthorizationInfo', new DoubleAuthorizationInfo())
  }
}
