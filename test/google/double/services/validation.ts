/** DataValidation and its builder; the criteria the bundle uses. */
import type { Validation } from '../../../../src/desk/book'
import { chained, guard } from './guard'
import type { Has } from './kinds'

type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type GoogleValidation = GoogleAppsScript.Spreadsheet.DataValidation
type Terms = Omit<Validation, 'area'>

/** A script sets it and asks it nothing. */
export class DoubleValidation {
  constructor(readonly terms: Terms) {}
}

const WHOLE =
  /^=AND\(ISNUMBER\(INDIRECT\("RC",FALSE\)\),INDIRECT\("RC",FALSE\)>=(-?\d+),INDIRECT\("RC",FALSE\)=INT\(INDIRECT\("RC",FALSE\)\)\)$/

/** Google has no rule for whole numbers; the formula that stands for it is known here, so that a file gets the rule. */
function ruleOf(formula: string): Terms['rule'] {
  const min = WHOLE.exec(formula)?.[1]
  return min === undefined ? { kind: 'formula', formula } : { kind: 'wholeNumber', min: Number(min) }
}

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
    const terms = { rule, allowInvalid: true, ...(help !== undefined && { help }) }
    return guard('DataValidation', new DoubleValidation(terms))
  }
}

export const newValidation = (): GoogleBuilder => guard('DataValidationBuilder', new DoubleValidationBuilder())
