/**
 * Every service, method and property of the double, with the kind its calls are counted as: the one list. It is what
 * the bundle calls (`kinds.test.ts`). A class implements exactly what stands here for it; anything else throws by its
 * name.
 *
 * `read` fetches data of the workbook or of properties, `write` changes them, `locate` makes a handle or a text, or asks
 * a handle what it knows; `drive`, `ui` and `lock` are calls to those services, `other` is the rest (clock, user, text
 * helpers). `getNamedRanges` is one read, and what its elements tell (`getName`, `getRange`) is `locate`.
 */
import type { DriveComments, DriveFiles, DriveService } from './drive-face'
import type { Kind } from './protocol'
import type { AuthorizationInfo, ScriptService } from './script-face'

type KindsOf<Face> = Partial<Record<keyof Face, Kind>>

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text

/** `of('read', 'getValue getValues', …)`: those names, each of that kind. */
function of<K extends Kind, Text extends string>(kind: K, ...texts: Text[]): Record<Words<Text>, K> {
  const names = texts.flatMap((text) => text.split(' '))
  return Object.fromEntries(names.map((name) => [name, kind])) as Record<Words<Text>, K>
}

export const kinds = {
  SpreadsheetApp: {
    ...of('constant', 'DataValidationCriteria ProtectionType'),
    ...of('locate', 'getActive getUi newDataValidation'),
    ...of('other', 'flush'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
  Spreadsheet: {
    ...of('locate', 'getCurrentCell getId getSheetByName getSheets getSpreadsheetLocale getSpreadsheetTimeZone'),
    ...of('read', 'getNamedRanges'),
    ...of('write', 'deleteSheet insertSheet setNamedRange setSpreadsheetLocale setSpreadsheetTimeZone'),
    ...of('ui', 'toast'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Spreadsheet>,
  Sheet: {
    ...of('locate', 'getMaxColumns getMaxRows getName getParent getRange getRangeList getSheetId'),
    ...of('read', 'getFrozenRows getLastRow getProtections'),
    ...of(
      'write',
      'appendRow hideColumns insertColumnsAfter insertRowBefore insertRowsAfter protect setColumnWidths setFrozenRows',
      'setName setRowHeights',
    ),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Sheet>,
  Range: {
    ...of('locate', 'getA1Notation getColumn getGridId getNumColumns getNumRows getRow getSheet'),
    ...of('read', 'getDataValidation getFormulas getFormulasR1C1 getMergedRanges getNotes getValues'),
    ...of(
      'write',
      'merge mergeAcross mergeVertically setBackgrounds setBorder setDataValidation setFontColors setFontSizes',
      'setFontWeights setHorizontalAlignments setNotes setNumberFormats setValues setVerticalAlignments setWraps',
    ),
    ...of('ui', 'activate'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Range>,
  RangeList: {
    ...of('locate', 'getRanges'),
    ...of('write', 'setBackground setBorder setFormulaR1C1'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.RangeList>,
  NamedRange: {
    ...of('locate', 'getName getRange'),
    ...of('write', 'remove'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.NamedRange>,
  Protection: {
    ...of('write', 'setUnprotectedRanges setWarningOnly'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Protection>,
  DataValidation: {
    ...of('locate', 'getAllowInvalid getCriteriaType getCriteriaValues getHelpText'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.DataValidation>,
  DataValidationBuilder: {
    ...of('locate', 'build requireFormulaSatisfied requireNumberGreaterThanOrEqualTo setHelpText'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.DataValidationBuilder>,
  Ui: {
    ...of('constant', 'Button ButtonSet'),
    ...of('locate', 'createMenu'),
    ...of('ui', 'alert prompt showModalDialog showModelessDialog showSidebar'),
  } satisfies KindsOf<GoogleAppsScript.Base.Ui>,
  PromptResponse: {
    ...of('locate', 'getResponseText getSelectedButton'),
  } satisfies KindsOf<GoogleAppsScript.Base.PromptResponse>,
  Menu: {
    ...of('locate', 'addItem addSubMenu'),
    ...of('ui', 'addToUi'),
  } satisfies KindsOf<GoogleAppsScript.Base.Menu>,
  HtmlService: {
    ...of('locate', 'createHtmlOutput createTemplateFromFile'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlService>,
  HtmlTemplate: {
    ...of('locate', 'getRawContent'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlTemplate>,
  HtmlOutput: {
    ...of('locate', 'setHeight setTitle setWidth'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlOutput>,
  Drive: {
    ...of('constant', 'Comments Files'),
  } satisfies KindsOf<DriveService>,
  'Drive.Comments': {
    ...of('drive', 'create list'),
  } satisfies KindsOf<DriveComments>,
  'Drive.Files': {
    ...of('drive', 'create list update'),
  } satisfies KindsOf<DriveFiles>,
  LockService: {
    ...of('locate', 'getDocumentLock'),
  } satisfies KindsOf<GoogleAppsScript.Lock.LockService>,
  Lock: {
    ...of('lock', 'releaseLock tryLock'),
  } satisfies KindsOf<GoogleAppsScript.Lock.Lock>,
  PropertiesService: {
    ...of('locate', 'getDocumentProperties getUserProperties'),
  } satisfies KindsOf<GoogleAppsScript.Properties.PropertiesService>,
  Properties: {
    ...of('read', 'getProperties getProperty'),
    ...of('write', 'deleteProperty setProperty'),
  } satisfies KindsOf<GoogleAppsScript.Properties.Properties>,
  ScriptApp: {
    ...of('constant', 'AuthMode AuthorizationStatus'),
    ...of('other', 'getAuthorizationInfo requireScopes'),
  } satisfies KindsOf<ScriptService>,
  AuthorizationInfo: {
    ...of('locate', 'getAuthorizationStatus getAuthorizedScopes'),
  } satisfies KindsOf<AuthorizationInfo>,
  Session: {
    ...of('other', 'getActiveUser getEffectiveUser'),
  } satisfies KindsOf<GoogleAppsScript.Base.Session>,
  User: {
    ...of('locate', 'getEmail'),
  } satisfies KindsOf<GoogleAppsScript.Base.User>,
  Utilities: {
    ...of('other', 'base64Decode formatDate newBlob'),
  } satisfies KindsOf<GoogleAppsScript.Utilities.Utilities>,
  Blob: {} satisfies KindsOf<GoogleAppsScript.Base.Blob>,
  console: {
    ...of('other', 'error info warn'),
  } satisfies KindsOf<Pick<Console, 'error' | 'info' | 'warn'>>,
}

export type ServiceName = keyof typeof kinds

/** The methods and properties the double has of a service. */
export type Has<Name extends ServiceName> = keyof (typeof kinds)[Name]
