/** Which scope a call takes, and the refusal where the person has not granted it. */
import type { ServiceName } from './kinds'
import { running } from './running'

const AUTH = 'https://www.googleapis.com/auth/'

const services: Partial<Record<ServiceName, string>> = {
  Spreadsheet: 'spreadsheets.currentonly',
  Sheet: 'spreadsheets.currentonly',
  Range: 'spreadsheets.currentonly',
  RangeList: 'spreadsheets.currentonly',
  NamedRange: 'spreadsheets.currentonly',
  Protection: 'spreadsheets.currentonly',
  'Drive.Files': 'drive.file',
  'Drive.Comments': 'drive.file',
}

const methods: Readonly<Record<string, string>> = {
  'SpreadsheetApp.getActive': 'spreadsheets.currentonly',
  'SpreadsheetApp.flush': 'spreadsheets.currentonly',
  'Ui.showModalDialog': 'script.container.ui',
  'Ui.showModelessDialog': 'script.container.ui',
  'Ui.showSidebar': 'script.container.ui',
  'Session.getActiveUser': 'userinfo.email',
  'Session.getEffectiveUser': 'userinfo.email',
}

/** As the reference lists scopes by method; menus, questions and texts to be typed take none. */
export function requireGrant(service: ServiceName, name: string): void {
  const { setup, isTrigger } = running()
  const scope = methods[`${service}.${name}`] ?? services[service]
  if (setup.scopes === null || isTrigger || scope === undefined || setup.scopes.includes(AUTH + scope)) return
  throw new Error(
    `Specified permissions are not sufficient to call ${service}.${name}. Required permissions: ${AUTH}${scope}`,
  )
}
