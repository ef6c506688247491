/** ScriptApp: which scopes the person has granted, and Google's window that asks for more. */
import { AuthMode, AuthorizationStatus } from './enums'
import { guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'
import type { AuthorizationInfo, ScriptService } from './script-face'

class DoubleAuthorizationInfo implements Pick<AuthorizationInfo, Has<'AuthorizationInfo'>> {
  constructor(private readonly asked: readonly string[]) {}

  getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus {
    const granted = this.getAuthorizedScopes()
    return granted.length === this.asked.length ? AuthorizationStatus.NOT_REQUIRED : AuthorizationStatus.REQUIRED
  }
  getAuthorizedScopes(): string[] {
    const { scopes } = running().setup
    return this.asked.filter((scope) => scopes === null || scopes.includes(scope))
  }
}

export class DoubleScriptApp implements Pick<ScriptService, Has<'ScriptApp'>> {
  readonly AuthMode = AuthMode
  readonly AuthorizationStatus = AuthorizationStatus

  getAuthorizationInfo(...[, scopes]: unknown[]): AuthorizationInfo {
    return guard('AuthorizationInfo', new DoubleAuthorizationInfo(scopes as string[]))
  }
  /** Ends the run where a scope is missing: the window of consent comes, and the person calls again afterwards. */
  requireScopes(...[, scopes]: unknown[]): void {
    const asked = scopes as string[]
    const { setup, result } = running()
    const missing = asked.filter((scope) => setup.scopes && !setup.scopes.includes(scope))
    if (missing.length === 0) return
    result.consents.push(missing)
    throw new Error('Authorization is required to perform that action.')
  }
}
