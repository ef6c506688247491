import { describe, expect, it } from '@jest/globals'
import { drawnSource } from '../../../src/intake/drawn/drawn-blocks'
import { isRow } from '../../../src/intake/blocks'
import { PageByHand } from '../../support/drawn-page'

const COLUMNS = [60, 200, 300, 400, 500]
const labels = ['信息内容', '规章', '行政规范性文件']
const rest = '这一页的其他文字说明本年度的工作情况'

/** Table 2's upper part, ruled or not; `paint` adds to the cell of 规章's first figure, whose box it is given. */
function tableOf(isRuled: boolean, paint: (page: PageByHand) => void): PageByHand {
  const page = new PageByHand().text(60, 60, rest).text(60, 90, '二、主动公开政府信息情况')
  labels.forEach((label, row) => {
    const y = 120 + row * 20
    page.text(64, y + 14, label)
    if (row === 0)
      ['本年制发件数', '本年废止件数', '现行有效件数'].forEach((head, i) => page.text(206 + i * 100, y + 14, head))
    if (row === 1) paint(page)
    if (row === 1) page.text(340, y + 14, '40').text(440, y + 14, '50')
    if (row === 2)
      page
        .text(240, y + 14, '61')
        .text(340, y + 14, '62')
        .text(440, y + 14, '63')
  })
  if (isRuled) {
    for (const x of COLUMNS) page.line(x, 120, x, 180)
    for (const y of [120, 140, 160, 180]) page.line(60, y, 500, y)
  }
  return page
}

/** The row of 规章: its figures with what speaks against them. */
function rowOf(...pages: PageByHand[]) {
  const { blocks } = drawnSource(pages.map((page, i) => page.drawn(i + 1)))
  const block = blocks.find((one) => isRow(one) && one.cells.includes('规章'))
  const at = (block?.cells ?? []).indexOf('规章')
  return (block?.cells ?? []).slice(at + 1).map((text, i) => [text, block?.doubts?.get(at + 1 + i)?.reason])
}

const BASE = 154
const others = [
  ['40', undefined],
  ['50', undefined],
]

describe.each([
  ['ruled', true],
  ['without any line', false],
] as const)('a figure of a table %s', (_, isRuled) => {
  it('is taken where nothing speaks against it', () => {
    expect(rowOf(tableOf(isRuled, (page) => page.text(240, BASE, '12')))).toEqual([['12', undefined], ...others])
  })

  it.each<[string, string, (page: PageByHand) => void]>([
    ['struck', 'struck', (page) => page.text(240, BASE, '12').line(239, BASE - 3, 251, BASE - 3)],
    [
      'struck by dashes',
      'struck',
      (page) =>
        [239, 241, 243, 245, 247, 249].reduce(
          (all, x) => all.line(x, BASE - 3, x + 1.2, BASE - 3),
          page.text(240, BASE, '12'),
        ),
    ],
    ['of two colours', 'colours', (page) => page.text(240, BASE, '1').text(245, BASE, '2', { colour: '#cc0000' })],
    ['with a raised part', 'raised', (page) => page.text(240, BASE, '1').text(245, BASE - 2, '2')],
    ['overprinted', 'overlapping', (page) => page.text(240, BASE, '1').text(241.5, BASE, '2')],
    ['with an unseen digit', 'unseen', (page) => page.text(240, BASE, '2').text(235, BASE, '1', { colour: '#ffffff' })],
    ['seen in part', 'partSeen', (page) => page.text(240, BASE, '12', { isPartSeen: true })],
    ['covered in part', 'partSeen', (page) => page.text(240, BASE, '12').shade(238, BASE - 9, 252, BASE - 4.5)],
    [
      'with a white line over it',
      'partSeen',
      (page) => page.text(240, BASE, '12').line(242, BASE - 12, 242, BASE + 3, { colour: '#ffffff', thickness: 2 }),
    ],
    [
      'below a veil',
      'partSeen',
      (page) => page.text(240, BASE, '12').shade(238, BASE - 9, 252, BASE + 2, { isOpaque: false }),
    ],
    ['of unknown characters', 'unknown', (page) => page.text(240, BASE, '12', { isUnknown: true })],
    ['with a minus that is drawn', 'picture', (page) => page.text(240, BASE, '12').line(234, BASE - 3, 238, BASE - 3)],
    [
      'with a point that is drawn',
      'picture',
      (page) => page.text(240, BASE, '12').line(245, BASE - 0.6, 245.8, BASE - 0.6),
    ],
    ['larger than the others', 'raised', (page) => page.text(240, BASE, '12', { size: 14 })],
  ])('is doubtful where it is %s', (__, reason, paint) => {
    const [first, ...more] = rowOf(tableOf(isRuled, paint))
    expect(first?.[1]).toBe(reason)
    expect(more).toEqual(others)
  })
})

describe('a figure of a ruled table', () => {
  it.each<[string, string, (page: PageByHand) => void]>([
    ['runs out of its cell', 'crossed', (page) => page.text(280, BASE, '12345678')],
    ['has its comma on the wall', 'crossed', (page) => page.text(287, BASE, '12,345')],
    [
      'has a digit drawn on the wall before it',
      'picture',
      (page) => page.text(204, BASE, '12').line(200.4, BASE - 6.5, 200.4, BASE, { thickness: 0.9 }),
    ],
    [
      'has a digit drawn before it, higher than its own',
      'picture',
      (page) => page.text(240, BASE, '12').line(236, BASE - 7.5, 236, BASE - 0.5, { thickness: 0.9 }),
    ],
    [
      'is cut off at its wall',
      'unseen',
      (page) => page.text(285, BASE, '123').text(300, BASE, '45', { isUnpainted: true }),
    ],
  ])('is doubtful where it %s', (_, reason, paint) => {
    expect(rowOf(tableOf(true, paint))[0]?.[1]).toBe(reason)
  })

  it('is taken where its walls are drawn twice', () => {
    const twice = (page: PageByHand) =>
      page.text(240, BASE, '12').line(200.4, 140, 200.4, 160).line(299.6, 140.5, 299.6, 160)
    expect(rowOf(tableOf(true, twice))).toEqual([['12', undefined], ...others])
  })

  it('that is cut off at its wall leaves the next cell as it is', () => {
    const cut = (page: PageByHand) => page.text(285, BASE, '123').text(300, BASE, '45', { isUnpainted: true })
    expect(rowOf(tableOf(true, cut)).slice(1)).toEqual(others)
  })

  it('is the same on a page that lies askew', () => {
    const page = tableOf(true, (one) => one.text(240, BASE, '12')).drawn()
    const [cos, sin] = [Math.cos(0.03), Math.sin(0.03)]
    const move = (x: number, y: number) => ({ x: x * cos - y * sin, y: x * sin + y * cos })
    const glyphs = page.glyphs.map((glyph) => ({ ...glyph, ...move(glyph.x, glyph.y), angle: (0.03 * 180) / Math.PI }))
    const lines = page.lines.map((line) => {
      const [a, b] = [move(line.left, line.top), move(line.right, line.bottom)]
      const box = {
        left: Math.min(a.x, b.x),
        right: Math.max(a.x, b.x),
        top: Math.min(a.y, b.y),
        bottom: Math.max(a.y, b.y),
      }
      return { ...line, ...box, isRising: a.x < b.x !== a.y < b.y }
    })
    const { blocks } = drawnSource([{ ...page, glyphs, lines }])
    expect(blocks.filter(isRow).map(({ cells }) => cells)).toContainEqual(['规章', '12', '40', '50'])
  })
})
