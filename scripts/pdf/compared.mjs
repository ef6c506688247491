// What came back of a report that was printed or saved in another format, and read.
import { isDeepStrictEqual } from 'node:util'

/** Of a file that cannot be read. */
export const nothing = { report: { figures: {}, narrative: {} }, findings: [] }

const TITLE = ['unit', 'year']
const NARRATIVES = ['overview', 'problems', 'other']

/** What came back of a report, by cells, title and narrative. */
export function compared(expected, { report, findings }) {
  const told = new Set(findings.flatMap(({ cells }) => cells.map(({ id }) => id)))
  const result = { exact: 0, open: [], wrong: [], title: [], narrative: [] }
  for (const [cell, value] of Object.entries(expected.figures)) {
    const read = report.figures[cell]
    if (isDeepStrictEqual(read, value)) result.exact += 1
    else if (read === undefined || read === null) result.open.push(cell)
    else
      result.wrong.push(
        `${cell}: ${JSON.stringify(value)} became ${JSON.stringify(read)}${told.has(cell) ? ' (told)' : ''}`,
      )
  }
  for (const [cell, read] of Object.entries(report.figures)) {
    if (!(cell in expected.figures) && read !== null)
      result.wrong.push(`${cell}: not printed, became ${JSON.stringify(read)}`)
  }
  for (const key of TITLE) if (report[key] !== expected[key]) result.title.push(`${key}: ${report[key]}`)
  for (const key of NARRATIVES) if (report.narrative[key] !== expected.narrative[key]) result.narrative.push(key)
  return result
}
