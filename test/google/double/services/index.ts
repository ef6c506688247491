/** Puts the services where scripts expect them: as globals of the context this is loaded in. */
import { bridge } from './bridge'
import { DoubleDrive } from './drive'
import { guard } from './guard'
import { DoubleHtmlService } from './html'
import { DoubleLockService } from './lock'
import { DoubleConsole } from './logging'
import { DoublePropertiesService } from './properties'
import { DoubleScriptApp } from './script-app'
import { DoubleSession } from './session'
import { DoubleSpreadsheetApp } from './spreadsheet-app'
import { DoubleUtilities } from './utilities'

const services = {
  SpreadsheetApp: guard('SpreadsheetApp', new DoubleSpreadsheetApp()),
  HtmlService: guard('HtmlService', new DoubleHtmlService()),
  Drive: guard('Drive', new DoubleDrive()),
  LockService: guard('LockService', new DoubleLockService()),
  PropertiesService: guard('PropertiesService', new DoublePropertiesService()),
  ScriptApp: guard('ScriptApp', new DoubleScriptApp()),
  Session: guard('Session', new DoubleSession()),
  Utilities: guard('Utilities', new DoubleUtilities()),
  console: guard('console', new DoubleConsole()),
}

for (const [name, value] of Object.entries(services)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false })
}
Object.defineProperty(globalThis, '__double', { value: Object.freeze(bridge), enumerable: false })
