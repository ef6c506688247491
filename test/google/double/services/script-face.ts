/** What a script sees of ScriptApp where scopes are granted one by one; the published types lack some of it. */
type GoogleScriptApp = GoogleAppsScript.Script.ScriptApp

export interface AuthorizationInfo extends GoogleAppsScript.Script.AuthorizationInfo {
  getAuthorizedScopes(): string[]
}

export interface ScriptService extends Pick<GoogleScriptApp, 'AuthMode' | 'AuthorizationStatus' | 'requireScopes'> {
  getAuthorizationInfo(mode: GoogleAppsScript.Script.AuthMode, scopes: string[]): AuthorizationInfo
}
