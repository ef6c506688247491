import { narrativeReuseRules } from './narrative-reuse'
import { narrativeTableRules } from './narrative-tables'
import { narrativeTextRules } from './narrative-texts'
import type { Rule } from './rule'

/** Rules about what the narrative says. */
export const narrativeRules: readonly Rule[] = [...narrativeTableRules, ...narrativeTextRules, ...narrativeReuseRules]
