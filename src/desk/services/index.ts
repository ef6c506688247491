/** Puts the services where scripts expect them: as globals of the context this is loaded in. */
import { bridge } from './bridge'
import { DeskDrive } from './drive'
import { guard } from './guard'
import { DeskHtmlService } from './html'
import { DeskLockService } from './lock'
import { DeskConsole, DeskLogger } from './logging'
import { DeskPropertiesService } from './properties'
import { DeskSession } from './session'
import { DeskScriptApp } from './script-app'
import { DeskSpreadsheetApp } from './spreadsheet-app'
import { DeskUtilities } from './utilities'

const services = {
  SpreadsheetApp: guard('SpreadsheetApp', new DeskSpreadsheetApp()),
  HtmlService: guard('HtmlService', new DeskHtmlService()),
  Drive: guard('Drive', new DeskDrive()),
  LockService: guard('LockService', new DeskLockService()),
  PropertiesService: guard('PropertiesService', new DeskPropertiesService()),
  Session: guard('Session', new DeskSession()),
  Utilities: guard('Utilities', new DeskUtilities()),
  Logger: guard('Logger', new DeskLogger()),
  ScriptApp: guard('ScriptApp', new DeskScriptApp()),
  console: guard('console', new DeskConsole()),
}

for (const [name, value] of Object.entries(services)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false })
}
Object.defineProperty(globalThis, '__desk', { value: Object.freeze(bridge), enumerable: false })
