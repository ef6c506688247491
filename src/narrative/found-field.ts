import type { FieldUnit, Missing } from './fields'
import type { TextRange } from './text-range'

/** A 【…】 as typed; `problem` where nothing can be put in its place. */
export interface FoundField extends TextRange {
  /** As typed, without the brackets; of a gap, what is to be filled in. */
  name: string
  unit: FieldUnit
  value: number | string | null
  problem?: 'unknown' | 'gap' | 'heading' | Missing
}
