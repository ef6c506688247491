/** Results of calls over ranges, as of SUMPRODUCT: a formula that is written anew with the same calls finds them. */
import type { CallNode } from './formula/parse'
import type { FormulaValue } from './formula/values'
import type { Sheet } from './model'
import type { Target } from './targets'

/** Good until one of these cells changes. */
export interface KeptCall {
  value: FormulaValue
  reads: readonly Target[]
}

const texts = new WeakMap<CallNode, string>()

/** The same for equal calls, also of different formulas. */
function textOf(call: CallNode): string {
  const text = texts.get(call) ?? JSON.stringify(call)
  texts.set(call, text)
  return text
}

/** Of one tab. Formulas that are gone leave their calls behind. */
const MOST_KEPT = 2000

export class KeptCalls {
  /** By the tab whose formulas make the calls. */
  private readonly bySheet = new Map<Sheet, Map<string, KeptCall>>()

  of(sheet: Sheet, call: CallNode): KeptCall | undefined {
    return this.bySheet.get(sheet)?.get(textOf(call))
  }

  keep(sheet: Sheet, call: CallNode, kept: KeptCall): void {
    const calls = this.bySheet.get(sheet) ?? new Map<string, KeptCall>()
    if (calls.size >= MOST_KEPT) calls.clear()
    this.bySheet.set(sheet, calls.set(textOf(call), kept))
  }

  /** Forgets the calls that read what has changed. */
  forget(isTouched: (reads: readonly Target[]) => boolean): void {
    for (const calls of this.bySheet.values()) {
      for (const [call, { reads }] of calls) if (isTouched(reads)) calls.delete(call)
    }
  }

  clear(): void {
    this.bySheet.clear()
  }
}
