import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { newBook } from '../../../src/desk/book'
import type { Book } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook } from '../../../src/desk/xlsx'
import { runs } from '../../support/runs'

/** The text wherever a workbook has one. */
function bookOf(text: string): Book {
  const book = newBook(text, '表一')
  const entries = [{ who: '李', time: '2026-01-05T02:00:00.000Z', text }]
  for (const sheet of book.sheets) sheet.cells['1,1'] = { value: text, note: text }
  const comments = [{ id: 'c', sheet: 0, row: 2, column: 2, resolved: false, entries }]
  return { ...book, properties: { text }, comments }
}

const textsOf = ({ title, sheets, properties, comments }: Book) => {
  const cell = sheets[0]?.cells['1,1']
  return [title, cell?.value, cell?.note, properties['text'], comments?.[0]?.entries[0]?.text]
}

const unholdable = ['\0', '\u0001', '\u000b', '\u001f', '\r', '\u007f', '\ufffe', '\uffff', '\ud800', '\udfff']

describe('a text that XML cannot hold as it is', () => {
  it.each([...unholdable, '_x0041_', '_xFFFF_', '_x005F_', '__x0041__', '😀', '\u0085'])(
    '%j comes back',
    async (sign) => {
      const text = `a${sign}b`
      const bytes = await bookToXlsx(bookOf(text))
      expect(textsOf(await xlsxToBook(bytes))).toEqual(Array.from({ length: 5 }, () => text))
      const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels|vml)$/.test(name))
      const bad = parts.filter(([, content]) => /(?![\t\n\r])[\0-\u001f]|[\ufffe\uffff]/.test(strFromU8(content)))
      expect([parts.length > 5, bad.map(([name]) => name)]).toEqual([true, []])
    },
  )

  it('any text comes back', async () => {
    const piece = fc.oneof(fc.constantFrom(...unholdable, '_x', '_', '0041', 'x005F_', 'a', '年'), fc.string())
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const text = `a${pieces.join('')}b`
        expect(textsOf(await xlsxToBook(await bookToXlsx(bookOf(text))))[1]).toBe(text)
      }),
      runs(60),
    )
  })
})
