import type { CellId } from '../../src/form'
import { withFigures, type CellValue, type Report } from '../../src/report'
import cleanReport from '../fixtures/clean-report.json'

/** A report without any fault: the figures of a real one, with a prose of its own. */
export const clean: Report = cleanReport

export const changed = (changes: Readonly<Record<CellId, CellValue>>): Report => withFigures(clean, changes)

const wordless: Report = {
  ...clean,
  narrative: {
    overview: '主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障各项工作正常开展。',
    problems: '存在的问题是更新不够及时，改进措施是每月检查一次。',
    other: '没有收取信息处理费。',
  },
}

/** The same without numbers in the prose, for tests that change the tables alone. */
export const withoutWords = {
  clean: wordless,
  changed: (changes: Readonly<Record<CellId, CellValue>>): Report => withFigures(wordless, changes),
}
