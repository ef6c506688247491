import type { Has } from './kinds'
import { running } from './running'

export class DeskScriptApp implements Pick<GoogleAppsScript.Script.ScriptApp, Has<'ScriptApp'>> {
  getScriptId(): string {
    return `${running().setup.spreadsheetId}-script`
  }
}
