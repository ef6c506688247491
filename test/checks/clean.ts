import type { CellId } from '../../src/form'
import { withFigures, type CellValue, type Report } from '../../src/report'
import cleanReport from '../fixtures/clean-report.json'

/** A report without any fault: the figures of a real one, with a prose of its own. */
export const clean: Report = cleanReport

export const changed = (changes: Readonly<Record<CellId, CellValue>>): Report => withFigures(clean, changes)

const wordless: Report = { ...clean, narrative: { overview: '概况。', problems: '问题。', other: '无其他事项。' } }

/** The same without numbers in the prose, for tests that change the tables alone. */
export const withoutWords = {
  clean: wordless,
  changed: (changes: Readonly<Record<CellId, CellValue>>): Report => withFigures(wordless, changes),
}
