/** DataValidation and its builder; the criteria the workbook uses. */
import type { Validation } from '../book'
import { DataValidationCriteria } from './enums'
import { chained, guard } from './guard'
import type { Has } from './kinds'

type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder
type GoogleValidation = GoogleAppsScript.Spreadsheet.DataValidation
type Terms = Omit<Validation, 'area'>
/** A builder has no rule at first. */
type Draft = Omit<Terms, 'rule'> & { rule: Terms['rule'] | null }

class ValidationTerms<Held extends Draft> {
  constructor(readonly terms: Held) {}

  getAllowInvalid(): boolean {
    return this.terms.allowInvalid
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    const { rule } = this.terms
    // Google's own builder gives null before a rule is set; its types do not say so.
    if (!rule) return null as unknown as GoogleAppsScript.Spreadsheet.DataValidationCriteria
    if (rule.kind === 'list') return DataValidationCriteria.VALUE_IN_LIST
    if (rule.kind === 'formula') return DataValidationCriteria.CUSTOM_FORMULA
    return DataValidationCriteria.NUMBER_GREATER_THAN_OR_EQUAL_TO
  }
  getCriteriaValues(): unknown[] {
    const { rule } = this.terms
    if (!rule) return []
    if (rule.kind === 'list') return [[...rule.values], true]
    return [rule.kind === 'formula' ? rule.formula : rule.min]
  }
  copy(): GoogleBuilder {
    return builderFace({ ...this.terms })
  }
}

export class DeskValidation extends ValidationTerms<Terms> implements Pick<GoogleValidation, Has<'DataValidation'>> {
  getHelpText(): string {
    return this.terms.help ?? ''
  }
}

const WHOLE =
  /^=AND\(ISNUMBER\(INDIRECT\("RC",FALSE\)\),INDIRECT\("RC",FALSE\)>=(-?\d+),INDIRECT\("RC",FALSE\)=INT\(INDIRECT\("RC",FALSE\)\)\)$/

/** Google has no rule for whole numbers; the formula that stands for it is known here, so that a file gets the rule. */
function wholeNumberRule(formula: string): Terms['rule'] | null {
  const min = WHOLE.exec(formula)?.[1]
  return min === undefined ? null : { kind: 'wholeNumber', min: Number(min) }
}

class DeskValidationBuilder
  extends ValidationTerms<Draft>
  implements Pick<GoogleBuilder, Has<'DataValidationBuilder'>>
{
  getHelpText(): string | null {
    return this.terms.help ?? null
  }
  setHelpText(help: string): GoogleBuilder {
    this.terms.help = help
    return chained(this)
  }
  setAllowInvalid(allowInvalid: boolean): GoogleBuilder {
    this.terms.allowInvalid = allowInvalid
    return chained(this)
  }
  requireNumberGreaterThanOrEqualTo(min: number): GoogleBuilder {
    return this.require({ kind: 'decimal', min })
  }
  requireValueInList(values: string[]): GoogleBuilder {
    return this.require({ kind: 'list', values: values.map(String) })
  }
  requireFormulaSatisfied(formula: string): GoogleBuilder {
    return this.require(wholeNumberRule(formula) ?? { kind: 'formula', formula })
  }
  build(): GoogleValidation {
    const { rule, ...rest } = this.terms
    if (!rule) throw new Error('A data validation needs a rule.')
    return validationFace({ ...rest, rule })
  }

  private require(rule: Terms['rule']): GoogleBuilder {
    this.terms.rule = rule
    return chained(this)
  }
}

export function validationFace({ rule, allowInvalid, help }: Terms): GoogleValidation {
  const terms = { rule, allowInvalid, ...(help === undefined ? {} : { help }) }
  return guard('DataValidation', new DeskValidation(terms))
}

function builderFace(terms: Draft): GoogleBuilder {
  return guard('DataValidationBuilder', new DeskValidationBuilder(terms))
}

/** Google's builder allows invalid data with a warning until told otherwise. */
export function newValidation(): GoogleBuilder {
  return builderFace({ rule: null, allowInvalid: true })
}
