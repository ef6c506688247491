import { describe, expect, it } from '@jest/globals'
import { figureOf, figures, grids, totalIdentities } from '../../src/form'
import {
  a1,
  areaA1,
  layout,
  rangeNames,
  rectangles,
  tabContents,
  tabLooks,
  tabNotes,
  totalCells,
} from '../../src/workbook'
import { readWorkbook } from '../../src/workbook'
import { looks } from '../../src/workbook/looks'
import type { Area, TabKey, TabLayout } from '../../src/workbook'
import { tabNames } from '../../src/words/tabs'
import { freshSnapshot } from './snapshot'

const { tabs } = layout()

function tab(key: TabKey): TabLayout {
  const found = tabs.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`no tab ${key}`)
  return found
}

const tableTabs = ['table2', 'table3', 'table4'] as const
const figureCells = (key: TabKey) => tab(key).cells.filter(({ figure }) => figure !== undefined)
const cellAt = (key: TabKey, address: string) => tab(key).cells.find((cell) => a1(cell) === address)

function cellsOf(area: Area): string[] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => a1({ row: area.row + r, column: area.column + c })),
  ).flat()
}

/** `D7:I7,D9` → the cells it covers. */
function cellsIn(ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split(':')
    const position = (address: string) => {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
      return { column: [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0), row: Number(digits) }
    }
    const [first, last] = [position(from), position(to)]
    const rows = last.row - first.row + 1
    return cellsOf({ ...first, rows, columns: last.column - first.column + 1 })
  })
}

describe('tabs', () => {
  it('stand in the order of the design', () => {
    expect(tabs.map(({ name }) => name)).toEqual(Object.values(tabNames))
    expect(tabs.map(({ key }) => key)).toEqual(Object.keys(tabNames))
  })

  it.each(tabs.map((entry) => [entry.name, entry] as const))('%s cuts no heading: one too wide wraps', (_, it) => {
    const cut = it.cells.filter(({ look, value, column, columns }) => {
      const { wrap, fontSize } = looks[look]
      const width = it.columnWidths.slice(column - 1, column - 1 + columns).reduce((sum, pixels) => sum + pixels, 0)
      // A Chinese letter is as wide as it is high, in points; a cell leaves four pixels at each side.
      return !wrap && typeof value === 'string' && (value.length * fontSize * 4) / 3 > width - 8
    })
    expect(cut.map(({ value }) => value)).toEqual([])
  })

  it.each(tabs.map((entry) => [entry.name, entry] as const))(
    '%s holds everything inside its size, nothing twice',
    (_, it) => {
      const covered = it.cells.flatMap(cellsOf)
      expect(new Set(covered).size).toBe(covered.length)
      const areas: Area[] = [
        ...it.cells,
        ...it.names.map(({ area }) => area),
        ...it.open,
        ...it.validations.map((v) => v.area),
      ]
      for (const area of areas) {
        expect(area.row + area.rows - 1).toBeLessThanOrEqual(it.rows)
        expect(area.column + area.columns - 1).toBeLessThanOrEqual(it.columns)
      }
      expect(it.columnWidths).toHaveLength(it.columns)
    },
  )

  it.each(tabs.map((entry) => [entry.name, entry] as const))('%s freezes no part of a merge', (_, it) => {
    for (const { row, rows } of it.cells) expect(row > it.frozenRows || row + rows - 1 <= it.frozenRows).toBe(true)
  })

  it.each(tabs.map((entry) => [entry.name, entry] as const))(
    '%s leaves open what is typed, and no formula',
    (_, it) => {
      const open = new Set(it.open.flatMap(cellsOf))
      for (const cell of it.cells) {
        for (const address of cellsOf(cell)) expect([address, open.has(address)]).toEqual([address, cell.isInput])
      }
    },
  )

  it('have names that are unique, ASCII and those of the list', () => {
    const names = tabs.flatMap((entry) => entry.names.map(({ name }) => name))
    expect(new Set(names).size).toBe(names.length)
    expect(names.sort()).toEqual(Object.values(rangeNames).sort())
    for (const name of names) expect(name).toMatch(/^nianbao_[a-z0-9_]+$/)
  })
})

describe('table tabs', () => {
  it('hold all 200 figures once, inputs and totals as the form has them', () => {
    const cells = tableTabs.flatMap(figureCells)
    expect(cells.map(({ figure }) => figure).sort()).toEqual(figures.map(({ id }) => id).sort())
    for (const { figure = '', isInput, formula } of cells) {
      expect(isInput).toBe(figureOf(figure).kind === 'input')
      expect(formula !== undefined).toBe(figureOf(figure).kind === 'total')
    }
  })

  it.each(tableTabs)('%s mirrors the official table, spans and texts', (key) => {
    const grid = grids[key]
    const top = tab(key).names[0]?.area
    expect(top).toMatchObject({ rows: grid.rows, columns: grid.columns })
    const printed = grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
      row,
      column,
      rowSpan,
      columnSpan,
      text,
    ])
    const laid = tab(key)
      .cells.filter(({ row, rows }) => top && row >= top.row && row + rows <= top.row + top.rows)
      .map((cell) => [cell.row - (top?.row ?? 0), cell.column - 1, cell.rows, cell.columns, cell.value ?? ''])
    expect(laid).toEqual(printed)
  })

  it('have formulas that cover exactly the addends of each total', () => {
    const cells = tableTabs.flatMap(figureCells)
    const at = new Map(cells.map((cell) => [cell.figure ?? '', a1(cell)]))
    const formulaOf = new Map(cells.map((cell) => [cell.figure ?? '', cell.formula ?? '']))
    for (const { left, right } of totalIdentities) {
      const formula = formulaOf.get(right[0]?.cell ?? '') ?? ''
      const [, counted = '', summed = ''] = /^=IF\(COUNT\((.*)\)=0,"",SUM\((.*)\)\)$/.exec(formula) ?? []
      expect(counted).toBe(summed)
      expect(cellsIn(summed).sort()).toEqual(left.map((term) => at.get(term.cell) ?? '').sort())
    }
  })

  it.each([
    ['table3', 'J7', '=IF(COUNT(D7:I7)=0,"",SUM(D7:I7))'],
    ['table3', 'D30', '=IF(COUNT(D9:D29)=0,"",SUM(D9:D29))'],
    ['table3', 'J30', '=IF(COUNT(D30:I30)=0,"",SUM(D30:I30))'],
    [
      'table3',
      'D32',
      '=IF(SUMPRODUCT(--(D7:D31<>""))>COUNT(D7:D31),"有文字未算",' +
        'IF(COUNT(D7:D8,D30:D31)=0,"",SUM(D7:D8)-SUM(D30:D31)))',
    ],
    [
      'table3',
      'J32',
      '=IF(SUMPRODUCT(--(D7:J8<>""))+SUMPRODUCT(--(D9:I29<>""))+SUMPRODUCT(--(D30:J31<>""))>COUNT(D7:J8,D9:I29,D30:J31),"有文字未算",' +
        'IF(COUNT(J7:J8,J30:J31)=0,"",SUM(J7:J8)-SUM(J30:J31)))',
    ],
    ['table4', 'O7', '=IF(COUNT(K7:N7)=0,"",SUM(K7:N7))'],
    [
      'table4',
      'A2',
      `=IF('基本信息'!$B$3="","（请先在“基本信息”填写单位名称）",'基本信息'!$B$3)&IF('基本信息'!$B$4="","",'基本信息'!$B$4&"年度")`,
    ],
  ] as const)('%s %s computes %s', (key, address, formula) => {
    expect(cellAt(key, address)?.formula).toBe(formula)
  })

  it('restrict every input to its unit with a hint', () => {
    const rules = tableTabs.flatMap((key) => tab(key).validations.map((rule) => [key, areaA1(rule.area), rule.kind]))
    expect(rules).toEqual([
      ['table2', 'B6:D7', 'wholeNumber'],
      ['table2', 'B10:D10', 'wholeNumber'],
      ['table2', 'B13:D14', 'wholeNumber'],
      ['table2', 'B17:D17', 'decimal'],
      ['table3', 'D7:I29', 'wholeNumber'],
      ['table3', 'D31:I31', 'wholeNumber'],
      ['table4', 'A7:D7', 'wholeNumber'],
      ['table4', 'F7:I7', 'wholeNumber'],
      ['table4', 'K7:N7', 'wholeNumber'],
    ])
    for (const { validations } of tabs) for (const { help } of validations) expect(help).toMatch(/\p{Script=Han}/u)
  })

  it('carry the guidance of every row on its label', () => {
    const noted = tableTabs.flatMap((key) => tab(key).cells.filter(({ note }) => note !== undefined))
    expect(noted).toHaveLength(6 + 25 + 3)
    expect(cellAt('table3', 'C11')?.note).toBe('依法确定为国家秘密的。\n依据：《政府信息公开条例》第十四条')
  })
})

describe('上年数据', () => {
  it('holds all 200 figures once as inputs, without a merge among them', () => {
    const cells = figureCells('lastYear')
    expect(cells.map(({ figure }) => figure)).toEqual(figures.map(({ id }) => id))
    expect(cells.every(({ isInput, rows, columns }) => isInput && rows === 1 && columns === 1)).toBe(true)
  })
})

describe('totals to be restored', () => {
  it('have one relative formula a kind', () => {
    const snapshot = freshSnapshot()
    const totals = totalCells(readWorkbook(snapshot), snapshot)
    const laid = new Map(tableTabs.flatMap(figureCells).map((cell) => [cell.figure, cell.formula]))
    expect(totals).toHaveLength(34)
    for (const total of totals) {
      expect(total.formula).toBe(laid.get(total.cell))
      expect(total.hasFormula).toBe(true)
    }
    const relative = new Set(totals.map(({ formulaR1C1 }) => formulaR1C1))
    expect([...relative].sort()).toEqual([
      '=IF(COUNT(RC[-4]:RC[-1])=0,"",SUM(RC[-4]:RC[-1]))',
      '=IF(COUNT(RC[-6]:RC[-1])=0,"",SUM(RC[-6]:RC[-1]))',
      '=IF(COUNT(R[-21]C:R[-1]C)=0,"",SUM(R[-21]C:R[-1]C))',
    ])
  })

  it('tell a total that was typed over', () => {
    const snapshot = freshSnapshot()
    const typed = snapshot.tabs.find(({ name }) => name === tabNames.table3)?.formulas?.[6]
    if (typed) typed[9] = ''
    const totals = totalCells(readWorkbook(snapshot), snapshot)
    expect(totals.filter(({ hasFormula }) => !hasFormula).map(({ cell }) => cell)).toEqual(['table3.received.total'])
  })
})

describe('what a host needs to write', () => {
  /** Groups of neighbours that are equal: one call each. */
  const groups = (sizes: readonly (number | undefined)[]) =>
    sizes.filter((size, i) => size !== undefined && size !== sizes[i - 1]).length
  const heights = ({ rows, rowHeights }: TabLayout) => Array.from({ length: rows }, (_, i) => rowHeights[i + 1])

  it('stays within a budget of calls', () => {
    const sum = (count: (of: TabLayout) => number) => tabs.reduce((total, each) => total + count(each), 0)
    expect({
      merges: sum(({ cells }) => cells.filter(({ rows, columns }) => rows * columns > 1).length),
      columnWidths: sum(({ columnWidths }) => groups(columnWidths)),
      rowHeights: sum((each) => groups(heights(each))),
      restrictions: sum(({ validations }) => validations.length),
      names: sum(({ names }) => names.length),
    }).toEqual({ merges: 66, columnWidths: 34, rowHeights: 19, restrictions: 17, names: 14 })
  })

  it('is one matrix a tab', () => {
    for (const it of tabs) {
      for (const matrix of [tabContents(it), tabLooks(it), tabNotes(it)]) {
        expect(matrix).toHaveLength(it.rows)
        expect(matrix.every((line) => line.length === it.columns)).toBe(true)
      }
    }
    expect(tabLooks(tab('table3'))[3]?.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'columnHeader'))
    expect(tabLooks(tab('findings'))[239]?.slice(6, 10)).toEqual(['machine', 'textInput', 'machine', 'exactText'])
  })

  it('covers positions by the fewest rectangles', () => {
    const square = [1, 2].flatMap((row) => [1, 2].map((column) => ({ row, column })))
    expect(rectangles([...square, { row: 3, column: 2 }])).toEqual([
      { row: 1, column: 1, rows: 2, columns: 2 },
      { row: 3, column: 2, rows: 1, columns: 1 },
    ])
  })
})
