import { basicRules } from './basic-rules'
import { blankRules } from './blank-rules'
import { fieldRules } from './field-rules'
import { identityRules } from './identity-rules'
import { narrativeRules } from './narrative-rules'
import { oneRowRule } from './one-row-rule'
import { outlineRules } from './outline-rules'
import { privacyRules } from './privacy-rules'
import { raggedRule } from './ragged-rows'
import { regulationsRule } from './regulations-rule'
import type { Rule } from './rule'
import { valueRules } from './value-rules'

/** Every rule of the form, in the order in which their findings are listed. */
export const rules: readonly Rule[] = [
  ...basicRules,
  raggedRule,
  oneRowRule,
  ...blankRules,
  ...valueRules,
  regulationsRule,
  ...identityRules,
  ...fieldRules,
  ...outlineRules,
  ...privacyRules,
  ...narrativeRules,
]
