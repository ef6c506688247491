import { describe, expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { bookToXlsx, xlsxToBook, XlsxError } from '../../../src/desk/xlsx'
import { fullBook } from './books'

type Change = (name: string, text: string) => [name: string, text: string] | undefined

/** A workbook of ours as another program packs it: parts named otherwise, left out or written otherwise. */
async function repacked(change: Change): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(await bookToXlsx(fullBook)))
  const changed = parts.flatMap(([name, bytes]) => {
    const part = change(name, strFromU8(bytes))
    return part ? [[part[0], strToU8(part[1])] as const] : []
  })
  return zipSync(Object.fromEntries(changed))
}

const rename =
  (pairs: readonly [from: string, to: string][]): Change =>
  (name, text) => [
    pairs.reduce((part, [from, to]) => part.replace(from, to), name),
    pairs.reduce((xml, [from, to]) => (name.endsWith('.rels') ? xml.replaceAll(from, to) : xml), text),
  ]

describe('our workbook, saved again by another program, opens like the original', () => {
  it.each<[string, Change]>([
    [
      'with notes in a folder of their own',
      rename([
        ['comments1.xml', 'comments/comment1.xml'],
        ['vmlDrawing1.vml', 'commentsDrawing1.vml'],
      ]),
    ],
    [
      'with absolute targets',
      (name, text) => [name, name.startsWith('xl/_rels') ? text.replaceAll('Target="', 'Target="/xl/') : text],
    ],
    ['with texts in another case', (name, text) => [name.replace('sharedStrings', 'SharedStrings'), text]],
    ['with all names in capitals', (name, text) => [name.toUpperCase(), text]],
    [
      'with sheets named otherwise',
      rename([
        ['worksheets/sheet', 'worksheets/tab-'],
        ['_rels/sheet', '_rels/tab-'],
      ]),
    ],
    [
      'with the workbook under another name',
      rename([
        ['xl/workbook.xml', 'xl/book.xml'],
        ['workbook.xml.rels', 'book.xml.rels'],
      ]),
    ],
    ['without drawn boxes for its notes', (name, text) => (name.endsWith('.vml') ? undefined : [name, text])],
    [
      'with a prefix before every name',
      (name, text) => [
        name,
        /sharedStrings|worksheets\/sheet/.test(name) ? text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:') : text,
      ],
    ],
  ])('%s', async (_, change) => {
    const book = await xlsxToBook(await repacked(change))
    expect(book).toEqual(await xlsxToBook(await bookToXlsx(fullBook)))
  })

  it('with notes that are no XML, but for the notes', async () => {
    const book = await xlsxToBook(
      await repacked((name, text) => [name, /comments\d/.test(name) ? '<comments><commentList><comment' : text]),
    )
    expect(book.sheets[0]?.cells['2,1']?.value).toBe('一、本年新收')
  })
})

describe('a workbook without its texts', () => {
  it.each<[string, Change]>([
    ['lacks the part', (name, text) => (name.endsWith('sharedStrings.xml') ? undefined : [name, text])],
    ['has an empty one', (name, text) => [name, name.endsWith('sharedStrings.xml') ? '<sst/>' : text]],
    [
      'has one cut off',
      (name, text) => [
        name,
        name.endsWith('sharedStrings.xml') ? `${text.slice(0, text.lastIndexOf('<si>'))}</sst>` : text,
      ],
    ],
  ])('is refused where it %s', async (_, change) => {
    const opening = xlsxToBook(await repacked(change))
    await expect(opening).rejects.toThrow(XlsxError)
    await expect(opening).rejects.toMatchObject({ problem: 'damaged' })
  })
})
