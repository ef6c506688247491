import { describe, expect, it } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { bookToXlsx, openOwnXlsx } from '../../../../src/desk/xlsx'
import type { Book } from '../../../../src/desk/book'
import { fullBook } from '../books'
import { repacked } from '../repacked'
import type { Change } from '../repacked'

const NOTES = 'xl/comments1.xml'
const [first, ...others] = fullBook.sheets
if (!first) throw new Error('no tab')

/** Three notes on one tab. */
const noted: Book = {
  ...fullBook,
  sheets: [
    {
      ...first,
      cells: { ...first.cells, '2,2': { ...first.cells['2,2'], note: '乙' }, '12,7': { note: '丙' } },
    },
    ...others,
  ],
}

const onNotes =
  (change: (xml: string) => string): Change =>
  (name, text) => [name, name === NOTES ? change(text) : text]

const notesOf = ({ sheets }: Book): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sheets[0]?.cells ?? {}).flatMap(([key, { note }]) => (note === undefined ? [] : [[key, note]])),
  )

const all = { '2,1': '填本年收到的申请。\n一件计一件。', '2,2': '乙', '12,7': '丙' }

describe('notes of which some are damaged', () => {
  it.each<[string, Change, string[], string[]]>([
    ['none', (name, text) => [name, text], [], []],
    [
      'one whose tags do not match',
      onNotes((xml) => xml.replace(/(<comment ref="B2"[^]*?)<\/text>/, '$1</texts>')),
      ['2,2'],
      ['“三、依申请公开”有 1 条批注已损坏，没有读取（B2）。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    [
      'one without an address',
      onNotes((xml) => xml.replace('ref="B2"', 'rf="B2"')),
      ['2,2'],
      ['“三、依申请公开”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    [
      'the end of the part',
      onNotes((xml) => xml.slice(0, xml.indexOf('ref="B2"') + 20)),
      ['2,2', '12,7'],
      ['“三、依申请公开”有些批注已损坏，没有读取（B2）。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    [
      'the end of the part, between two notes',
      onNotes((xml) => xml.slice(0, xml.indexOf('<comment ref="B2"'))),
      ['2,2', '12,7'],
      ['“三、依申请公开”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    [
      'all of the part',
      onNotes(() => 'lost'),
      ['2,1', '2,2', '12,7'],
      ['“三、依申请公开”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    [
      'the part itself',
      (name, text) => (name === NOTES ? undefined : [name, text]),
      ['2,1', '2,2', '12,7'],
      ['“三、依申请公开”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。'],
    ],
    ['only the drawn boxes', (name, text) => [name, name.endsWith('.vml') ? '<xml' : text], [], []],
    ['only the list of authors', onNotes((xml) => xml.replace(/<authors>[^]*<\/authors>/, '')), [], []],
  ])('%s', async (_, change, lost, told) => {
    const { book, unreadNotes } = await openOwnXlsx(await repacked(change, noted))
    expect(notesOf(book)).toEqual(Object.fromEntries(Object.entries(all).filter(([key]) => !lost.includes(key))))
    expect(unreadNotes.map(({ message }) => message)).toEqual(told)
    const plain = (one: Book) => one.sheets.map(({ cells }) => Object.values(cells).map(({ value }) => value))
    const original = (await openOwnXlsx(await bookToXlsx(noted))).book
    expect(plain(book).flat().filter(Boolean)).toEqual(plain(original).flat().filter(Boolean))
  })

  it('a part whose bytes are changed in the archive', async () => {
    const xlsx = zipSync({ ...unzipSync(await bookToXlsx(noted)), [NOTES]: [strToU8('x'.repeat(40)), { level: 0 }] })
    const at = Buffer.from(xlsx).indexOf('x'.repeat(40))
    xlsx[at + 3] = 0
    const { book, unreadNotes } = await openOwnXlsx(xlsx)
    expect(notesOf(book)).toEqual({})
    expect(unreadNotes.map(({ message }) => message)).toEqual([
      '“三、依申请公开”有些批注已损坏，没有读取。其余内容已读取；请对照原来的文件补写这些批注。',
    ])
  })
})

const TYPE = 'http://schemas.microsoft.com/office/2017/10/relationships'
const related = (xml: string, type: string, target: string): string =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="rId90" Type="${TYPE}/${type}" Target="${target}"/></Relationships>`,
  )

const threads = [
  '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">',
  '<threadedComment ref="B3" dT="2025-01-02T03:04:05.67" personId="{P1}" id="{A}"><text>请核对 &lt;3.5&gt;</text></threadedComment>',
  '<threadedComment ref="B3" dT="2025-01-02T04:05:00.00" personId="{P2}" id="{B}" parentId="{A}"><text>已核对</text></threadedComment>',
  '<threadedComment ref="B4" dT="2025-01-03T00:00:00.00" personId="{P1}" id="{C}" done="1"><text>好</text></threadedComment>',
  '</ThreadedComments>',
].join('')

const persons =
  '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="甲" id="{P1}"/><person displayName="乙" id="{P2}"/></personList>'

const withThreads = async (xml: string): Promise<Uint8Array> => {
  const hint =
    '<comment ref="B3" authorId="0"><text><t>[线程批注] 你的Excel版本可读取此线程批注…\n注释:\n    请核对</t></text></comment>'
  const xlsx = await repacked((name, text) => {
    if (name === NOTES) return [name, text.replace('</commentList>', `${hint}</commentList>`)]
    if (name.endsWith('sheet1.xml.rels'))
      return [name, related(text, 'threadedComment', '../threadedComments/threadedComment1.xml')]
    return [name, name.endsWith('workbook.xml.rels') ? related(text, 'person', 'persons/person.xml') : text]
  })
  return zipSync({
    ...unzipSync(xlsx),
    'xl/threadedComments/threadedComment1.xml': strToU8(xml),
    'xl/persons/person.xml': strToU8(persons),
  })
}

describe('threads of comments that Excel has written', () => {
  it('are comments with their authors and times, and no note', async () => {
    const { book, unreadNotes } = await openOwnXlsx(await withThreads(threads))
    expect(book.comments).toEqual([
      {
        ...{ id: 'note-7-3-2-0', sheet: 7, row: 3, column: 2, resolved: false },
        entries: [
          { who: '甲', time: '2025-01-02T03:04:00.000Z', text: '请核对 <3.5>' },
          { who: '乙', time: '2025-01-02T04:05:00.000Z', text: '已核对' },
        ],
      },
      {
        ...{ id: 'note-7-4-2-1', sheet: 7, row: 4, column: 2, resolved: true },
        entries: [{ who: '甲', time: '2025-01-03T00:00:00.000Z', text: '好' }],
      },
    ])
    expect(book.sheets[0]?.cells['3,2']?.note).toBeUndefined()
    expect(unreadNotes).toEqual([])
  })

  it('are read from the notes beside them where they are damaged', async () => {
    const { book, unreadNotes } = await openOwnXlsx(await withThreads('<ThreadedComments'))
    expect(book.sheets[0]?.cells['3,2']?.note).toContain('请核对')
    expect(unreadNotes).toEqual([])
  })
})
