/** Google lets a person grant some scopes and not others: what is missing is told before anything is done. */
import { scopes, type Needs, type Scope } from './needs'
import { missingTold } from './refusals'
import { ToldError } from './told'

/** The published types lack what came with the granting of single scopes. */
interface GrantedScopes {
  getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus
  getAuthorizedScopes(): string[] | null
}

interface ConsentService {
  getAuthorizationInfo(mode: GoogleAppsScript.Script.AuthMode, wanted: string[]): GrantedScopes
}

/** None where Google does not tell: the command then meets the refusal itself. */
function missingOf(needed: readonly Scope[]): Scope[] {
  try {
    const service = ScriptApp as unknown as ConsentService
    const wanted = needed.map((scope) => scopes[scope])
    const info = service.getAuthorizationInfo(ScriptApp.AuthMode.FULL, wanted)
    if (info.getAuthorizationStatus() !== ScriptApp.AuthorizationStatus.REQUIRED) return []
    const granted = info.getAuthorizedScopes() ?? []
    return needed.filter((scope) => !granted.includes(scopes[scope]))
  } catch {
    return []
  }
}

/**
 * Throws where a scope is missing. From the menu Google's own window asks for it, which ends this call: the person
 * clicks again afterwards.
 */
export function requireConsent({ scopes: needed, isFromMenu }: Needs): void {
  const missing = missingOf(needed)
  if (missing.length === 0) return
  const { title, error, notice } = missingTold(missing)
  if (isFromMenu) {
    const ui = SpreadsheetApp.getUi()
    ui.alert(title, notice, ui.ButtonSet.OK)
    const wanted = missing.map((scope) => scopes[scope])
    ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, wanted)
  }
  throw new ToldError(error)
}
