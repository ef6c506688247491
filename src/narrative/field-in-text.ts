import type { FieldUnit, Missing } from './fields'
import type { TextRange } from './text-range'

/** A 【…】 in a text; `problem` where no value can replace it. */
export interface FieldInText extends TextRange {
  /** As typed, without the brackets; of a gap, what is to be filled in. */
  name: string
  unit: FieldUnit
  value: number | string | null
  problem?: 'unknown' | 'gap' | 'heading' | Missing
}
