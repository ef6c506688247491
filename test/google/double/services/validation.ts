/** DataValidation and its builder; the criteria the bundle uses. */
import type { Validation } from '../../../../src/desk/book'
import { DataValidationCriteria } from './enums'
import { chained, guard } from './guard'
import type { Has } from './kinds'

type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type GoogleValidation = GoogleAppsScript.Spreadsheet.DataValidation
type Terms = Omit<Validation, 'area'>

const WHOLE =
  /^=AND\(ISNUMBER\(INDIRECT\("RC",FALSE\)\),INDIRECT\("RC",FALSE\)>=(-?\d+),INDIRECT\("RC",FALSE\)=INT\(INDIRECT\("RC",FALSE\)\)\)$/

/** Google has no rule for whole numbers; the formula that stands for it is known here, so that a file gets the rule. */
function ruleOf(formula: string): Terms['rule'] {
  const min = WHOLE.exec(formula)?.[1]
  return min === undefined ? { kind: 'formula', formula } : { kind: 'wholeNumber', min: Number(min) }
}

const wholeFormula = (min: number): string =>
  `=AND(ISNUMBER(INDIRECT("RC",FALSE)),INDIRECT("RC",FALSE)>=${min},INDIRECT("RC",FALSE)=INT(INDIRECT("RC",FALSE)))`

export class DoubleValidation implements Pick<GoogleValidation, Has<'DataValidation'>> {
  constructor(readonly terms: Terms) {}

  getAllowInvalid(): boolean {
    return this.terms.allowInvalid
  }
  getHelpText(): string {
    return this.terms.help ?? ''
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    const { CUSTOM_FORMULA, NUMBER_GREATER_THAN_OR_EQUAL_TO } = DataValidationCriteria
    return this.terms.rule.kind === 'decimal' ? NUMBER_GREATER_THAN_OR_EQUAL_TO : CUSTOM_FORMULA
  }
  getCriteriaValues(): unknown[] {
    const { rule } = this.terms
    if (rule.kind === 'list') throw new Error('DataValidation: lists are not in the double')
    if (rule.kind === 'decimal') return [rule.min]
    return [rule.kind === 'formula' ? rule.formula : wholeFormula(rule.min)]
  }
}

export const validationFace = ({ rule, allowInvalid, help }: Terms): GoogleValidation =>
  guard('DataValidation', new DoubleValidation({ rule, allowInvalid, ...(help !== undefined && { help }) }))

class DoubleValidationBuilder implements Pick<GoogleBuilder, Has<'DataValidationBuilder'>> {
  private rule: Terms['rule'] | null = null
  private help: string | undefined

  setHelpText(help: string): GoogleBuilder {
    this.help = help
    return chained(this)
  }
  requireNumberGreaterThanOrEqualTo(min: number): GoogleBuilder {
    this.rule = { kind: 'decimal', min }
    return chained(this)
  }
  requireFormulaSatisfied(formula: string): GoogleBuilder {
    this.rule = ruleOf(formula)
    return chained(this)
  }
  /** Google allows invalid data with a warning unless told otherwise, which the bundle never does. */
  build(): GoogleValidation {
    const { rule, help } = this
    if (!rule) throw new Error('A data validation needs a rule.')
    return validationFace({ rule, allowInvalid: true, ...(help !== undefined && { help }) })
  }
}

export const newValidation = (): GoogleBuilder => guard('DataValidationBuilder', new DoubleValidationBuilder())
