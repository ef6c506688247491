import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../../src/desk/book'
import { bookToXlsx, xlsxToBook, XlsxError } from '../../../src/desk/xlsx'
import { readXlsx } from '../../../src/desk/xlsx/contents'
import { fullBook } from './books'
import { inCells, plainContents, repacked, singleQuoted, strict } from './repacked'
import type { Change } from './repacked'

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
        /sharedStrings|worksheets\/sheet|workbook.xml$|styles|comments\d/.test(name)
          ? text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
          : text,
      ],
    ],
    [
      'with relative targets that go up',
      (name, text) => [name, text.replaceAll('Target="worksheets/', 'Target="../xl/./worksheets/')],
    ],
    [
      'with backslashes in the names of parts',
      (name, text) => [
        name === '_rels/.rels' || name.startsWith('[') ? name : name.replaceAll('/', '\\'),
        name.endsWith('.rels') ? text.replaceAll(/Target="([^"]*)"/g, (whole) => whole.replaceAll('/', '\\')) : text,
      ],
    ],
    ['without its properties', (name, text) => (/^docProps|core/.test(name) ? undefined : [name, text])],
    ['with attributes between single quotes', (name, text) => [name, singleQuoted(name, text)]],
    ['in the strict dialect', (name, text) => [name, strict(text)]],
    ['with texts in the cells themselves', inCells],
    [
      'with another declaration, a comment before the root and line ends of Windows',
      (name, text) => [
        name,
        /\.xml$/.test(name) ? text.replace(/^<\?xml[^>]*\?>\s*/, "<?xml version='1.0'?>\r\n<!-- saved -->\r\n") : text,
      ],
    ],
    [
      'with sheets that end apart from their start',
      (name, text) => [name, text.replaceAll(/<(sheet|definedName|cellXf)( [^<>]*)\/>/g, '<$1$2></$1>')],
    ],
    [
      'with a link whose address is missing',
      (name, text) => [
        name,
        name.endsWith('sheet1.xml')
          ? text.replace('<printOptions', '<hyperlinks><hyperlink ref="B6" r:id="rId77"/></hyperlinks><printOptions')
          : text,
      ],
    ],
  ])('%s', async (_, change) => {
    const xlsx = await repacked(change)
    const titled = /docProps|properties/.test(_) ? { title: fullBook.title } : {}
    expect({ ...(await xlsxToBook(xlsx)), ...titled }).toEqual(fullBook)
    expect(plainContents(readXlsx(xlsx))).toEqual(plainContents(readXlsx(await bookToXlsx(fullBook))))
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
    const xlsx = await repacked(change)
    await expect(xlsxToBook(xlsx)).rejects.toThrow(XlsxError)
    await expect(xlsxToBook(xlsx)).rejects.toMatchObject({ problem: 'damaged' })
    expect(() => readXlsx(xlsx)).toThrow(expect.objectContaining({ name: 'XlsxError', problem: 'damaged' }))
  })
})

describe('a workbook whose last sheet names no part', () => {
  it.each([
    ['', /(<sheet [^>]*name="流程记录"[^>]*) r:id="[^"]*"/],
    [' r:id="rId99"', /(<sheet [^>]*name="流程记录"[^>]*) r:id="[^"]*"/],
  ])('but “%s” opens with the others', async (written, pattern) => {
    const xlsx = await repacked((name, text) => [
      name,
      name.endsWith('workbook.xml') ? text.replace(pattern, `$1${written}`) : text,
    ])
    expect(plainContents(readXlsx(xlsx)).map(({ name }) => name)).toEqual(['三、依申请公开', '校验结果'])
  })
})

describe('a workbook without its looks', () => {
  it('opens with its values; a day is a number there', async () => {
    const xlsx = await repacked((name, text) => (name.endsWith('styles.xml') ? undefined : [name, text]))
    const plain = (value: unknown) =>
      typeof value === 'object' && value !== null && 'date' in value ? value.date : value
    const values = ({ sheets }: Pick<Book, 'sheets'>) =>
      sheets.map(({ cells }) =>
        Object.fromEntries(
          Object.entries(cells).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, plain(value)]])),
        ),
      )
    expect(values(await xlsxToBook(xlsx))).toEqual(values(fullBook))
    expect(values({ sheets: plainContents(readXlsx(xlsx)) as Book['sheets'] })).toEqual(values(fullBook))
  })
})
