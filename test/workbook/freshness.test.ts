import { describe, expect, it } from '@jest/globals'
import { checkedCopy, findingsRows, freshness, layout, readWorkbook } from '../../src/workbook'
import { freshSnapshot, insertColumn, insertRow, setCell, tabOf } from './snapshot'

const of = (change: (snapshot: ReturnType<typeof freshSnapshot>) => void) => {
  const snapshot = freshSnapshot()
  change(snapshot)
  return freshness(readWorkbook(snapshot), snapshot)
}

/** `'tab'!$A$1:$B$2&""<>'校验结果'!$J$6:$K$7&""` → the two areas compared. */
function compared(formula: string): [watched: string, copy: string][] {
  return [...formula.matchAll(/SUMPRODUCT\(--\('([^']+)'!([^&]+)&""<>'校验结果'!([^&]+)&""\)\)/g)].map((match) => [
    `${match[1] ?? ''}!${match[2] ?? ''}`,
    match[3] ?? '',
  ])
}

describe('what was checked', () => {
  it('is compared block by block with what stands there', () => {
    const { banner } = of(() => undefined)
    expect(banner).toMatchObject({ row: findingsRows.banner, column: 1 })
    expect(banner.formula).toMatch(
      /^=IFERROR\(IF\(SUMPRODUCT.*\)=0,"校验之后数据没有改动。","校验之后数据有改动，请重新校验。"\),"版面有改动，请重新校验。"\)$/,
    )
    expect(compared(banner.formula)).toEqual([
      ['基本信息!$B$3', '$J$6'],
      ['基本信息!$B$4', '$J$7'],
      ['二、主动公开!$A$4:$D$17', '$J$8:$M$21'],
      ['三、依申请公开!$A$4:$J$31', '$J$22:$S$49'],
      ['四、复议诉讼!$A$4:$O$7', '$J$50:$X$53'],
      ['一、总体情况!$B$5:$B$40', '$J$54:$J$89'],
      ['五、问题及改进!$B$5:$B$40', '$J$90:$J$125'],
      ['六、其他事项!$B$5:$B$40', '$J$126:$J$161'],
      ['上年数据!$A$1:$O$61', '$J$162:$X$222'],
    ])
  })

  it('is kept as text, as a formula would write it', () => {
    const { copy, row, column } = of((snapshot) => {
      setCell(tabOf(snapshot, 'basics'), 3, 2, '某某局')
      setCell(tabOf(snapshot, 'basics'), 4, 2, 2024)
      setCell(tabOf(snapshot, 'table3'), 7, 4, '８')
      setCell(tabOf(snapshot, 'table3'), 7, 5, true)
    })
    expect([row, column]).toEqual([checkedCopy.row, checkedCopy.column])
    expect(copy.map((line) => line[0]).slice(0, 2)).toEqual(['某某局', '2024'])
    expect(copy[22 - 6 + 3]?.slice(3, 6)).toEqual(['８', 'TRUE', ''])
    expect(copy.every((line) => line.length === checkedCopy.columns)).toBe(true)
  })

  it('reaches to the end of last year’s tables, though nothing stands there yet', () => {
    const { banner } = of((snapshot) => {
      const last = tabOf(snapshot, 'lastYear')
      last.values = last.values.slice(0, 40).map((line) => line.slice(0, 6))
    })
    expect(compared(banner.formula).at(-1)).toEqual(['上年数据!$A$1:$O$55', '$J$162:$X$216'])
  })

  it('fits into the hidden columns, also of a table that was widened', () => {
    const { copy, banner } = of((snapshot) => {
      insertRow(snapshot, 'table3', 12)
      insertColumn(snapshot, 'table4', 3)
    })
    const blocks = compared(banner.formula)
    expect(blocks).toContainEqual(['三、依申请公开!$A$4:$J$32', '$J$22:$S$50'])
    expect(blocks).toContainEqual(['四、复议诉讼!$A$4:$O$7', '$J$51:$X$54'])
    expect(blocks).toContainEqual(['四、复议诉讼!$P$4:$P$7', '$J$55:$J$58'])
    const tab = layout().tabs.find(({ key }) => key === 'findings')
    expect(checkedCopy.row + copy.length).toBeLessThan(tab?.rows ?? 0)
  })
})
