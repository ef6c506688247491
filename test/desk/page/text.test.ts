/** What the editor of texts does without a screen: marks, finding, comments on words, text as it is typed. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readEntry } from '../../../src/desk/book/entry'
import { everyFound, nextFound } from '../../../src/desk/page/text/find-inside'
import { textOf, typedOf } from '../../../src/desk/page/text/literal'
import { marksAt, nextMark, pieces, placed } from '../../../src/desk/page/text/marks'
import type { Mark, Sought } from '../../../src/desk/page/text/marks'
import { fragmentOf, paragraphsOf, plainParagraphs } from '../../../src/desk/page/text/paste'
import type { PageNode } from '../../../src/desk/page/text/paste'
import { harmless } from '../../../src/desk/page/view/page-html'
import { commentOn, quoteOf, saidIn } from '../../../src/desk/book/comment-quote'
import { isTextPlace } from '../../../src/desk/page/text/place'
import { layout } from '../../../src/workbook'
import { tabNames } from '../../../src/words/tabs'
import { newBook } from '../../../src/desk/book'
import { DeskHost } from '../support/host'
import { runs } from '../../support/runs'

const sought = (id: string, words: string, kind: Sought['kind'] = 'error'): Sought => ({ id, words, kind })
const mark = (start: number, end: number, id = `${start}`): Mark => ({ id, kind: 'error', start, end })

describe('marks', () => {
  it('stand at the words; said twice, at the next place of them; gone words have none', () => {
    const marks = placed('甲8件，乙8件', [
      sought('a', '8件'),
      sought('b', '8件'),
      sought('c', '8件'),
      sought('d', '9件'),
    ])
    expect(marks.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['a', 1, 3],
      ['c', 1, 3],
      ['b', 5, 7],
    ])
  })

  it('cut a text where they begin and end, also where they lie over each other', () => {
    const own = pieces(0, 10, [mark(1, 4), mark(3, 6), mark(12, 13)])
    expect(own.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id)])).toEqual([
      [0, 1, []],
      [1, 3, ['1']],
      [3, 4, ['1', '3']],
      [4, 6, ['3']],
      [6, 10, []],
    ])
  })

  it('lose and double no letter of any text', () => {
    const marked = fc.array(fc.tuple(fc.nat(30), fc.nat(30)))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), marked, (text, spans) => {
        const marks = spans.map(([one, other]) => mark(Math.min(one, other), Math.max(one, other)))
        const own = pieces(0, text.length, marks)
        expect(own.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      }),
      runs(200),
    )
  })

  it('are found at a place, and one after the other round the end', () => {
    const marks = [mark(2, 4), mark(8, 9)]
    expect(marksAt(marks, 4)).toEqual([mark(2, 4)])
    expect(marksAt(marks, 5)).toEqual([])
    expect([nextMark(marks, 2, false), nextMark(marks, 8, false), nextMark(marks, 2, true)]).toEqual([
      mark(8, 9),
      mark(2, 4),
      mark(8, 9),
    ])
    expect(nextMark([], 0, false)).toBeNull()
  })
})

describe('finding', () => {
  it('takes full-width and capital letters as plain ones, and gives the place in the text itself', () => {
    expect(everyFound('共８件 ABC㈠', '8件')).toEqual([{ start: 1, end: 3 }])
    expect(everyFound('㈠甲', '(一)')).toEqual([{ start: 0, end: 1 }])
    expect(everyFound('AbcABC', 'abc')).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ])
    expect(everyFound('甲', '')).toEqual([])
  })

  it('goes on behind what is selected, and before it', () => {
    const [one, other] = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]
    expect(nextFound('甲乙甲', '甲', null, false)).toEqual(one)
    expect(nextFound('甲乙甲', '甲', one, false)).toEqual(other)
    expect(nextFound('甲乙甲', '甲', other, false)).toBeNull()
    expect(nextFound('甲乙甲', '甲', null, true)).toEqual(other)
    expect(nextFound('甲乙甲', '甲', other, true)).toEqual(one)
  })
})

describe('a comment on words', () => {
  const comment = (text: string) => ({ entries: [{ who: '王', time: '', text }] })

  it('begins with them, also over a line’s end', () => {
    const own = comment(commentOn('甲\n乙', '说明'))
    expect([quoteOf(own), saidIn(own)]).toEqual(['甲\n乙', '说明'])
  })

  it.each(['说明', '“引用”不在行首', '看“这里”\n改'])('%j is about the whole cell', (text) => {
    expect([quoteOf(comment(text)), saidIn(comment(text))]).toEqual([null, text])
  })
})

describe('a text', () => {
  it('is typed so that the cell holds it as it stands', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1', "'8", '8', '3/4', '2024年3月1日', 'TRUE', ' 8 ', "''"),
    )
    fc.assert(
      fc.property(text, (own) => {
        const typed = typedOf(own, undefined)
        expect(textOf(typed, undefined)).toBe(own)
        expect(readEntry(typed, undefined, 2024).value ?? '').toBe(own)
      }),
      runs(300),
    )
  })
})

describe('the clipboard', () => {
  const text = (nodeValue: string): PageNode => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] })
  const node = (nodeName: string, childNodes: PageNode[], style = ''): PageNode => ({
    nodeType: 1,
    nodeName,
    nodeValue: null,
    childNodes,
    getAttribute: (name) => (name === 'data-style' ? style : null),
  })

  it('keeps paragraphs, blank ones too, and no line ends of the source', () => {
    const body = node('BODY', [
      text('\n'),
      node('P', [text('政府信息\n公开'), node('SPAN', [text('8')]), text('\n件 and\nmore')]),
      text('\n\n'),
      node('P', [node('O:P', [text('\u00a0')])]),
      node('P', [text('末'), node('BR', []), text('行')]),
      node('STYLE', [text('p {}')]),
    ])
    expect(paragraphsOf(body)).toBe('政府信息公开8件 and more\n\n末\n行')
  })

  it('reads between Word’s comments, and plain text with its own line ends', () => {
    expect(fragmentOf('<b>x</b><!--StartFragment-->甲<!--EndFragment-->y')).toBe('甲')
    expect(fragmentOf('甲')).toBe('甲')
    expect(plainParagraphs('甲\r\n\r\n乙\u000b丙\u00a0丁\r\n')).toBe('甲\n\n乙\n丙 丁')
  })

  it.each([
    ["<style>p {color:red}</style><p class=a style='x'>a style=b</p>", "<p class=a data-style='x'>a style=b</p>"],
    [
      `<p class="a>b"style="c>d" STYLE = e\nstyle>1<2 style=f</p>`,
      `<p class="a>b"data-style="c>d" data-style = e\ndata-style>1<2 style=f</p>`,
    ],
    [
      '<td\n\tstyle=\n"x"><o:p style=y/></td><br/style=z>',
      '<td\n\tdata-style=\n"x"><o:p data-style=y/></td><br/data-style=z>',
    ],
    ['<!--[if gte mso 9]><style>a</style><![endif]-->甲<style>b', '<!--[if gte mso 9]><![endif]-->甲'],
    ['<p title="style=1" =style style="open>甲', '<p title="style=1" =style data-style="open>甲'],
    [
      '<base href="http://x/"><p onclick="a()" ONLOAD=b>onclick=c</p><a href=d>e</a>',
      '<base data-href="http://x/"><p data-onclick="a()" data-onload=b>onclick=c</p><a href=d>e</a>',
    ],
    ['', ''],
  ])('names otherwise what the page’s policy complains of, in tags only: %j', (html, read) => {
    expect(harmless(html)).toBe(read)
  })
})

describe('the cells for texts', () => {
  const host = new DeskHost(newBook('示例', tabNames.guide))
  host.run('initTemplate', [{ unit: '示例街道办事处', year: 2024 }])
  const book = host.book()
  const places = (names = book.names) =>
    layout().tabs.flatMap(({ name, cells }) => {
      const sheet = book.sheets.find((one) => one.name === name)
      if (!sheet) throw new Error(name)
      return cells.flatMap((cell) =>
        isTextPlace({ names }, sheet, cell) ? [`${name} ${cell.row},${cell.column}`] : [],
      )
    })

  it('are those of the three narratives, by their names or, without any, by their shape', () => {
    const wanted = [tabNames.overview, tabNames.problems, tabNames.other].map((name) => `${name} 5,2`)
    expect(places()).toEqual(wanted)
    expect(places([])).toEqual(wanted)
  })
})
