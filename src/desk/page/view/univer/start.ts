/** Univer with its cells and editor only: no toolbar, menus, tabs or formula bar, and no formula ever calculated. */
import { Injector, LocaleType, LogLevel, Univer } from '@univerjs/core'
import { UniverDocsPlugin } from '@univerjs/docs'
import { UniverDocsUIPlugin } from '@univerjs/docs-ui'
import docsWords from '@univerjs/docs-ui/locale/zh-CN'
import designWords from '@univerjs/design/locale/zh-CN'
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula'
import { UniverRenderEnginePlugin } from '@univerjs/engine-render'
import { UniverSheetsPlugin } from '@univerjs/sheets'
import sheetsWords from '@univerjs/sheets/locale/zh-CN'
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula'
import formulaWords from '@univerjs/sheets-formula/locale/zh-CN'
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui'
import formulaUiWords from '@univerjs/sheets-formula-ui/locale/zh-CN'
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt'
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui'
import sheetsUiWords from '@univerjs/sheets-ui/locale/zh-CN'
import { IUIController, UniverUIPlugin } from '@univerjs/ui'
import uiWords from '@univerjs/ui/locale/zh-CN'
import { PromptFrame } from './frame'

const words = {
  ...designWords,
  ...uiWords,
  ...docsWords,
  ...sheetsWords,
  ...sheetsUiWords,
  ...formulaWords,
  ...formulaUiWords,
}

export function startUniver(container: HTMLElement): Univer {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: words },
    logLevel: LogLevel.ERROR,
  })
  const bare = { header: false, toolbar: false, footer: false, contextMenu: false, headerMenu: false } as const
  univer.registerPlugin(UniverRenderEnginePlugin)
  const ui = { container, ...bare }
  const useFactory = (injector: Injector) => injector.createInstance(PromptFrame, ui)
  univer.registerPlugin(UniverUIPlugin, { ...ui, override: [[IUIController, { useFactory, deps: [Injector] }]] })
  univer.registerPlugin(UniverDocsPlugin)
  univer.registerPlugin(UniverDocsUIPlugin)
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true })
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true })
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: false,
    footer: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    protectedRangeShadow: false,
  })
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true, disableTextFormatMark: true })
  // The cell's editor is a part of the formula packages.
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION })
  univer.registerPlugin(UniverSheetsFormulaUIPlugin, { functionScreenTips: false })
  return univer
}
