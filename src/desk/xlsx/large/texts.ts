import { unreadable } from '../error'
import { Uncuttable } from './splitter'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A cell with the number of its text, and other cells that say they have one: empty ones, and formulas. */
const NUMBERED = /(<c\s[^<>]*\bt\s*=\s*["']s["'][^<>]*>\s*<v\b[^<>/]*>\s*)(\d+)(?=\s*<\/v>)/g
const WITHOUT_NUMBER = /<c\s[^<>]*\bt\s*=\s*["']s["'][^<>]*(?:\/>|>\s*(?:<\/c>|<v\s*\/>|<f\b))/g
const ANY_TEXT = /<c\s[^<>]*\bt\s*=\s*["']s["']/g

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Rows with their own few texts instead of those of the whole workbook. */
export function withOwnTexts(rows: string, texts: readonly string[]): { rows: string; texts: string } {
  const numbers = new Map<number, number>()
  let found = 0
  const renumbered = rows.replace(NUMBERED, (_, start: string, digits: string) => {
    const number = Number(digits)
    if (number >= texts.length) throw unreadable('damaged')
    found += 1
    const known = numbers.get(number)
    if (known === undefined) numbers.set(number, numbers.size)
    return start + String(known ?? numbers.size - 1)
  })
  // A cell that is written in a way unknown here would get the text of another one.
  if (found + count(rows, WITHOUT_NUMBER) !== count(rows, ANY_TEXT)) throw new Uncuttable()
  const own = [...numbers.keys()].map((number) => texts[number] ?? '')
  return { rows: renumbered, texts: `<sst xmlns="${MAIN}">${own.join('')}</sst>` }
}
