/**
 * Every service, method and property the desk has, with the kind its calls are counted as: the one list. A class
 * implements exactly what stands here for it; anything else throws by its name.
 *
 * `read` fetches data of the workbook or of properties, `write` changes them, `locate` only makes handles, texts and
 * enumerations or looks at what a handle already knows, `drive`, `ui` and `lock` are calls to those services, `other`
 * is the rest (clock, user, text helpers). `getNamedRanges` and `getProtections` are one read each, and what their
 * elements tell (`getName`, `getRange`, `getDescription`) is `locate`.
 */
import type { DriveFiles, DriveService } from './drive-face'
import type { Kind } from './protocol'

type KindsOf<Face> = Partial<Record<keyof Face, Kind>>

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text

/** `of('read', 'getValue getValues', …)`: those names, each of that kind. */
function of<K extends Kind, Text extends string>(kind: K, ...texts: Text[]): Record<Words<Text>, K> {
  const names = texts.flatMap((text) => text.split(' '))
  return Object.fromEntries(names.map((name) => [name, kind])) as Record<Words<Text>, K>
}

export const kinds = {
  SpreadsheetApp: {
    ...of('constant', 'BorderStyle DataValidationCriteria Dimension ProtectionType SheetType WrapStrategy'),
    ...of(
      'locate',
      'getActive getActiveRange getActiveSheet getActiveSpreadsheet getCurrentCell getUi newDataValidation',
    ),
    ...of('ui', 'setActiveRange setActiveSheet'),
    ...of('other', 'flush'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
  Spreadsheet: {
    ...of(
      'locate',
      'getActiveCell getActiveRange getActiveSheet getCurrentCell getId getNumSheets getOwner getRange getRangeList',
      'getSheetById getSheetByName getSheets getUrl',
    ),
    ...of(
      'read',
      'getDataRange getLastColumn getLastRow getName getNamedRanges getProtections getRangeByName',
      'getSpreadsheetLocale getSpreadsheetTimeZone',
    ),
    ...of(
      'write',
      'deleteSheet insertSheet moveActiveSheet removeNamedRange rename setNamedRange setSpreadsheetTimeZone',
    ),
    ...of('ui', 'setActiveRange setActiveSheet setCurrentCell toast'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Spreadsheet>,
  Sheet: {
    ...of(
      'locate',
      'getActiveCell getActiveRange getCurrentCell getIndex getMaxColumns getMaxRows getName getParent getRange',
      'getRangeList getSheetId getSheetName getType isSheetHidden',
    ),
    ...of(
      'read',
      'getColumnWidth getDataRange getFrozenColumns getFrozenRows getLastColumn getLastRow getNamedRanges',
      'getProtections getRowHeight getSheetValues getTabColor hasHiddenGridlines isColumnHiddenByUser',
      'isRowHiddenByUser',
    ),
    ...of(
      'write',
      'appendRow clear clearContents clearFormats clearNotes deleteColumn deleteColumns deleteRow deleteRows',
      'hideColumn hideColumns hideRow hideRows hideSheet insertColumnAfter insertColumnBefore insertColumns',
      'insertColumnsAfter insertColumnsBefore insertRowAfter insertRowBefore insertRows insertRowsAfter',
      'insertRowsBefore protect setColumnWidth setColumnWidths setFrozenColumns setFrozenRows setHiddenGridlines',
      'setName setRowHeight setRowHeights setRowHeightsForced setTabColor showColumns showRows showSheet',
      'unhideColumn unhideRow',
    ),
    ...of('ui', 'activate setActiveRange setActiveSelection setCurrentCell'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Sheet>,
  Range: {
    ...of(
      'locate',
      'getA1Notation getCell getColumn getGridId getHeight getLastColumn getLastRow getNumColumns getNumRows getRow',
      'getRowIndex getSheet getWidth offset',
    ),
    ...of(
      'read',
      'canEdit getBackground getBackgrounds getDataValidation getDataValidations getDisplayValue getDisplayValues',
      'getFontColor getFontColors getFontFamilies getFontFamily getFontSize getFontSizes getFontStyle getFontStyles',
      'getFontWeight getFontWeights getFormula getFormulaR1C1 getFormulas getFormulasR1C1 getHorizontalAlignment',
      'getHorizontalAlignments getMergedRanges getNote getNotes getNumberFormat getNumberFormats getValue getValues',
      'getVerticalAlignment getVerticalAlignments getWrap getWraps getWrapStrategies getWrapStrategy isBlank isPartOfMerge',
    ),
    ...of(
      'write',
      'breakApart clear clearContent clearDataValidations clearFormat clearNote merge mergeAcross mergeVertically',
      'protect setBackground setBackgrounds setBorder setDataValidation setDataValidations setFontColor',
      'setFontColors setFontFamilies setFontFamily setFontSize setFontSizes setFontStyle setFontStyles',
      'setFontWeight setFontWeights setFormula setFormulaR1C1 setFormulas setFormulasR1C1 setHorizontalAlignment',
      'setHorizontalAlignments setNote setNotes setNumberFormat setNumberFormats setValue setValues',
      'setVerticalAlignment setVerticalAlignments setWrap setWraps setWrapStrategies setWrapStrategy',
    ),
    ...of('ui', 'activate activateAsCurrentCell'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Range>,
  RangeList: {
    ...of('locate', 'getRanges'),
    ...of(
      'write',
      'breakApart clear clearContent clearDataValidations clearFormat clearNote setBackground setBorder',
      'setFontColor setFontFamily setFontSize setFontStyle setFontWeight setFormula setFormulaR1C1',
      'setHorizontalAlignment setNote setNumberFormat setValue setVerticalAlignment setWrap setWrapStrategy',
    ),
    ...of('ui', 'activate'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.RangeList>,
  NamedRange: {
    ...of('locate', 'getName getRange'),
    ...of('write', 'remove setName setRange'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.NamedRange>,
  Protection: {
    ...of(
      'locate',
      'canDomainEdit canEdit getDescription getEditors getProtectionType getRange getUnprotectedRanges',
      'isWarningOnly',
    ),
    ...of(
      'write',
      'addEditor addEditors remove removeEditor removeEditors setDescription setDomainEdit setRange',
      'setUnprotectedRanges setWarningOnly',
    ),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.Protection>,
  DataValidation: {
    ...of('locate', 'copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText'),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.DataValidation>,
  DataValidationBuilder: {
    ...of(
      'locate',
      'build copy getAllowInvalid getCriteriaType getCriteriaValues getHelpText requireFormulaSatisfied',
      'requireNumberGreaterThanOrEqualTo requireValueInList setAllowInvalid setHelpText',
    ),
  } satisfies KindsOf<GoogleAppsScript.Spreadsheet.DataValidationBuilder>,
  Ui: {
    ...of('constant', 'Button ButtonSet'),
    ...of('locate', 'createAddonMenu createMenu'),
    ...of('ui', 'alert prompt showModalDialog showModelessDialog showSidebar'),
  } satisfies KindsOf<GoogleAppsScript.Base.Ui>,
  Menu: {
    ...of('locate', 'addItem addSeparator'),
    ...of('ui', 'addToUi'),
  } satisfies KindsOf<GoogleAppsScript.Base.Menu>,
  PromptResponse: {
    ...of('locate', 'getResponseText getSelectedButton'),
  } satisfies KindsOf<GoogleAppsScript.Base.PromptResponse>,
  HtmlService: {
    ...of('locate', 'createHtmlOutput createTemplateFromFile'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlService>,
  HtmlTemplate: {
    ...of('locate', 'getRawContent'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlTemplate>,
  HtmlOutput: {
    ...of('locate', 'append clear getContent getHeight getTitle getWidth setContent setHeight setTitle setWidth'),
  } satisfies KindsOf<GoogleAppsScript.HTML.HtmlOutput>,
  Drive: {
    ...of('constant', 'Files'),
  } satisfies KindsOf<DriveService>,
  'Drive.Files': {
    ...of('drive', 'create get list update'),
  } satisfies KindsOf<DriveFiles>,
  LockService: {
    ...of('locate', 'getDocumentLock getScriptLock getUserLock'),
  } satisfies KindsOf<GoogleAppsScript.Lock.LockService>,
  Lock: {
    ...of('lock', 'hasLock releaseLock tryLock waitLock'),
  } satisfies KindsOf<GoogleAppsScript.Lock.Lock>,
  PropertiesService: {
    ...of('locate', 'getDocumentProperties getScriptProperties getUserProperties'),
  } satisfies KindsOf<GoogleAppsScript.Properties.PropertiesService>,
  Properties: {
    ...of('read', 'getKeys getProperties getProperty'),
    ...of('write', 'deleteAllProperties deleteProperty setProperties setProperty'),
  } satisfies KindsOf<GoogleAppsScript.Properties.Properties>,
  Session: {
    ...of('other', 'getActiveUser getActiveUserLocale getEffectiveUser getScriptTimeZone'),
  } satisfies KindsOf<GoogleAppsScript.Base.Session>,
  User: {
    ...of('locate', 'getEmail'),
  } satisfies KindsOf<GoogleAppsScript.Base.User>,
  Utilities: {
    ...of('other', 'base64Decode base64Encode formatDate getUuid newBlob sleep'),
  } satisfies KindsOf<GoogleAppsScript.Utilities.Utilities>,
  Blob: {
    ...of('locate', 'getBytes getContentType getDataAsString getName setContentType setName'),
  } satisfies KindsOf<GoogleAppsScript.Base.Blob>,
  Logger: {
    ...of('other', 'clear getLog log'),
  } satisfies KindsOf<GoogleAppsScript.Base.Logger>,
  console: {
    ...of('other', 'error info log warn'),
  } satisfies KindsOf<Pick<Console, 'log' | 'info' | 'warn' | 'error'>>,
  ScriptApp: {
    ...of('other', 'getScriptId'),
  } satisfies KindsOf<GoogleAppsScript.Script.ScriptApp>,
}

export type ServiceName = keyof typeof kinds

/** The methods and properties the desk has of a service. */
export type Has<Name extends ServiceName> = keyof (typeof kinds)[Name]
