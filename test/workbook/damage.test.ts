import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { figures, grids } from '../../src/form'
import { emptyReport, totals, type Report } from '../../src/report'
import { lastYearWrites, readWorkbook, reportWrites } from '../../src/workbook'
import type { TabKey, WorkbookSnapshot } from '../../src/workbook'
import { runs } from '../support/runs'
import {
  apply,
  copyTab,
  deleteColumn,
  deleteRow,
  deleteTab,
  freshSnapshot,
  insertColumn,
  insertRow,
  moveColumn,
  ownRows,
  recalculate,
  renameTab,
  setCell,
  swapCells,
  tabOf,
} from './snapshot'

/** Every input holds a number of its own, so that a figure from a wrong cell shows. */
const clean: Report = totals({
  ...emptyReport('某某局', 2024),
  figures: Object.fromEntries(figures.filter(({ kind }) => kind === 'input').map(({ id }, i) => [id, i + 1])),
  narrative: { overview: '第一段\n第二段', problems: '问题', other: '没有其他事项' },
})
const lastYear: Report = totals({ ...clean, year: 2023, narrative: emptyReport('', null).narrative })

function filled(): WorkbookSnapshot {
  const snapshot = freshSnapshot()
  const reading = readWorkbook(snapshot)
  apply(snapshot, reportWrites(clean, reading, false).areas)
  apply(snapshot, lastYearWrites(lastYear, reading, false).areas)
  recalculate(snapshot)
  return snapshot
}

const idsLike = (pattern: RegExp): string[] => figures.map(({ id }) => id).filter((id) => pattern.test(id))
const ROW_STATE_SECRET = idsLike(/^table3\.refused\.stateSecret\./)

type Damage = (snapshot: WorkbookSnapshot) => void

/** Deletes a tab's named ranges. */
function forgetNames(snapshot: WorkbookSnapshot, key: TabKey): void {
  const { name } = tabOf(snapshot, key)
  snapshot.names = snapshot.names.filter(({ tab }) => tab !== name)
}

interface Case {
  name: string
  damage: Damage
  findings: [rule: string, severity: string, part: string][]
  /** Figures that cannot be placed and stay blank. */
  blank?: string[]
}

const cases: Case[] = [
  {
    name: 'a blank row inserted above the table',
    damage: (s) => insertRow(s, 'table3', 4),
    findings: [],
  },
  {
    name: 'a blank row inserted among the rows',
    damage: (s) => insertRow(s, 'table3', 12),
    findings: [['LAYOUT.EXTRA', 'info', '工作表“三、依申请公开”多出第12行，没有内容，不影响读数。']],
  },
  {
    name: 'a row inserted and filled in',
    damage: (s) => {
      insertRow(s, 'table3', 12)
      setCell(tabOf(s, 'table3'), 12, 5, 77)
    },
    findings: [['LAYOUT.EXTRA', 'warning', '多出第12行，其中的E12“77”不属于任何一项']],
  },
  {
    name: 'a row inserted above the figures of table 4',
    damage: (s) => insertRow(s, 'table4', 7),
    findings: [],
  },
  {
    name: 'a row inserted in table 2',
    damage: (s) => insertRow(s, 'table2', 7),
    findings: [['LAYOUT.EXTRA', 'info', '工作表“二、主动公开”多出第7行']],
  },
  {
    name: 'a column inserted before the labels',
    damage: (s) => insertColumn(s, 'table3', 1),
    findings: [],
  },
  {
    name: 'a column inserted among the figures',
    damage: (s) => insertColumn(s, 'table3', 6),
    findings: [['LAYOUT.EXTRA', 'info', '多出F列，没有内容']],
  },
  {
    name: 'a column inserted between two groups of table 4',
    damage: (s) => insertColumn(s, 'table4', 6),
    findings: [['LAYOUT.EXTRA', 'info', '工作表“四、复议诉讼”多出F列']],
  },
  {
    name: 'a column moved',
    damage: (s) => moveColumn(s, 'table3', 5, 8),
    findings: [['LAYOUT.ORDER', 'warning', '工作表“三、依申请公开”：“商业企业”与正式表的顺序不同，数字按名称读取']],
  },
  {
    name: 'a column moved out of the named range',
    damage: (s) => {
      moveColumn(s, 'table3', 5, 10)
      for (const entry of s.names) if (entry.name === 'nianbao_table3') entry.area.columns = 9
    },
    findings: [['LAYOUT.ORDER', 'warning', '“商业企业”与正式表的顺序不同']],
  },
  {
    name: 'a tab copied',
    damage: (s) => copyTab(s, 'table3'),
    findings: [
      ['LAYOUT.TAB_TWICE', 'info', '工作表“三、依申请公开 (2)”与“三、依申请公开”是同样的表，没有读取，数字相同。'],
    ],
  },
  {
    name: 'a tab copied and changed',
    damage: (s) => {
      const copy = copyTab(s, 'table2')
      const at = copy.values.findIndex((line) => line.includes('规章')) + 1
      setCell(copy, at, 2, 77)
      setCell(copy, at, 3, '')
    },
    findings: [
      [
        'LAYOUT.TAB_TWICE',
        'warning',
        '“二、主动公开 (2)”与“二、主动公开”是同样的表，没有读取，其中不同的有B6“77，应读的一张是1”、C6“空白，应读的一张是2”。',
      ],
    ],
  },
  {
    name: 'a tab copied, and the original renamed, without its named range',
    damage: (s) => {
      copyTab(s, 'table4')
      forgetNames(s, 'table4')
      renameTab(s, 'table4', '旧表')
    },
    findings: [
      ['LAYOUT.TAB_MISSING', 'error', '缺少工作表“四、复议诉讼”'],
      ['LAYOUT.TAB_TWICE', 'error', '工作表“旧表”、“四、复议诉讼 (2)”都像“四、复议诉讼”，分不出哪一张是'],
    ],
    blank: idsLike(/^table4\./),
  },
  {
    name: 'a tab renamed',
    damage: (s) => renameTab(s, 'table3', '申请情况'),
    findings: [['LAYOUT.TAB_RENAMED', 'info', '工作表“三、依申请公开”已改名为“申请情况”，内容照常读取']],
  },
  {
    name: 'a tab renamed that has lost its named range',
    damage: (s) => {
      forgetNames(s, 'table3')
      renameTab(s, 'table3', '申请情况')
    },
    findings: [['LAYOUT.TAB_RENAMED', 'info', '已改名为“申请情况”']],
  },
  {
    name: 'a narrative tab renamed that has lost its named range',
    damage: (s) => {
      forgetNames(s, 'overview')
      renameTab(s, 'overview', '总述')
    },
    findings: [['LAYOUT.TAB_RENAMED', 'info', '工作表“一、总体情况”已改名为“总述”']],
  },
  ...(['table2', 'table3', 'table4', 'basics', 'lastYear'] as const).map((key): Case => ({
    name: `the named ranges of ${key} deleted`,
    damage: (s) => forgetNames(s, key),
    findings: [],
  })),
  {
    name: 'a table tab deleted: last year’s table is not taken for it',
    damage: (s) => deleteTab(s, 'table4'),
    findings: [
      [
        'LAYOUT.TAB_MISSING',
        'error',
        '缺少工作表“四、复议诉讼”，其中的数字无法读取，按空白处理。请用菜单“初始化模板”补上',
      ],
    ],
    blank: idsLike(/^table4\./),
  },
  {
    name: 'the log deleted',
    damage: (s) => deleteTab(s, 'log'),
    findings: [['LAYOUT.TAB_MISSING', 'info', '缺少工作表“流程记录”，不影响数字']],
  },
  {
    name: 'a row deleted',
    damage: (s) => deleteRow(s, 'table3', 11),
    findings: [['LAYOUT.LABEL_MISSING', 'error', '工作表“三、依申请公开”：找不到行“1.属于国家秘密”。']],
    blank: ROW_STATE_SECRET,
  },
  {
    name: 'a column deleted',
    damage: (s) => deleteColumn(s, 'table3', 4),
    findings: [['LAYOUT.LABEL_MISSING', 'error', '找不到列“自然人”。']],
    blank: idsLike(/^table3\..*\.naturalPerson$/),
  },
  {
    name: 'the row of table 4 deleted',
    damage: (s) => deleteRow(s, 'table4', 7),
    findings: [['LAYOUT.LABEL_MISSING', 'error', '工作表“四、复议诉讼”：找不到行填数的一行。']],
    blank: idsLike(/^table4\./),
  },
  {
    name: 'a value pasted over a row label',
    damage: (s) => setCell(tabOf(s, 'table3'), 12, 3, 5),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“2.其他法律行政法规禁止公开”被改动或覆盖，按前后顺序仍能确定位置']],
  },
  {
    name: 'a value pasted over the first row label',
    damage: (s) => setCell(tabOf(s, 'table3'), 7, 1, 5),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“一、本年新收政府信息公开申请数量”被改动或覆盖']],
  },
  {
    name: 'a value pasted over the last row label',
    damage: (s) => setCell(tabOf(s, 'table3'), 31, 1, 5),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“四、结转下年度继续办理”被改动或覆盖']],
  },
  {
    name: 'a value pasted over a column label',
    damage: (s) => setCell(tabOf(s, 'table3'), 6, 7, 0),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“社会公益组织”被改动或覆盖']],
  },
  {
    name: 'a value pasted over the last column label',
    damage: (s) => setCell(tabOf(s, 'table3'), 5, 10, 0),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“总计”被改动或覆盖']],
  },
  {
    name: 'a value pasted over the only row label of a block of table 2',
    damage: (s) => setCell(tabOf(s, 'table2'), 10, 1, 3),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '工作表“二、主动公开”：“行政许可”被改动或覆盖']],
  },
  {
    name: 'a value pasted over the only column label of a block of table 2',
    damage: (s) => setCell(tabOf(s, 'table2'), 12, 2, 3),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“第二十条第（六）项·本年处理决定数量”被改动或覆盖']],
  },
  {
    name: 'a value pasted over a group of table 4',
    damage: (s) => setCell(tabOf(s, 'table4'), 5, 6, 3),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '工作表“四、复议诉讼”：“未经复议直接起诉”被改动或覆盖']],
  },
  {
    name: 'a value pasted over a column label of table 4',
    damage: (s) => setCell(tabOf(s, 'table4'), 5, 5, 3),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '“行政复议·总计”被改动或覆盖']],
  },
  {
    name: 'a value pasted over a heading',
    damage: (s) => setCell(tabOf(s, 'table3'), 11, 2, 9),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '标题“（三）不予公开”被改动或覆盖，不影响读数']],
  },
  {
    name: 'two neighbouring labels overwritten: neither place is certain',
    damage: (s) => {
      setCell(tabOf(s, 'table3'), 11, 3, 5)
      setCell(tabOf(s, 'table3'), 12, 3, 5)
    },
    findings: [['LAYOUT.LABEL_MISSING', 'error', '找不到行“1.属于国家秘密”、“2.其他法律行政法规禁止公开”。']],
    blank: [...ROW_STATE_SECRET, ...idsLike(/^table3\.refused\.prohibitedByLaw\./)],
  },
  {
    name: 'a label overwritten beside an inserted row',
    damage: (s) => {
      insertRow(s, 'table3', 12)
      setCell(tabOf(s, 'table3'), 11, 3, 5)
    },
    findings: [['LAYOUT.LABEL_MISSING', 'error', '找不到行“1.属于国家秘密”。']],
    blank: ROW_STATE_SECRET,
  },
  {
    name: 'a row deleted and a blank one inserted in its place',
    damage: (s) => {
      deleteRow(s, 'table3', 11)
      insertRow(s, 'table3', 11)
    },
    findings: [['LAYOUT.LABEL_MISSING', 'error', '找不到行“1.属于国家秘密”。']],
    blank: ROW_STATE_SECRET,
  },
  {
    name: 'a group of table 4 that has lost its label and a column: its columns are not taken for its neighbour’s',
    damage: (s) => deleteColumn(s, 'table4', 6),
    findings: [
      ['LAYOUT.LABEL_MISSING', 'error', '工作表“四、复议诉讼”：找不到列“未经复议直接起诉”、“行政复议（各列的范围）”。'],
    ],
    blank: idsLike(/^table4\.(review|directLitigation)\./),
  },
  {
    name: 'two labels exchanged: figures go by their label, and that is told',
    damage: (s) => {
      swapCells(tabOf(s, 'table3'), [11, 3], [12, 3])
      for (let column = 4; column <= 10; column += 1) swapCells(tabOf(s, 'table3'), [11, column], [12, column])
    },
    findings: [['LAYOUT.ORDER', 'warning', '与正式表的顺序不同，数字按名称读取。如果只是标题对调']],
  },
  {
    name: 'a label doubled over another one',
    damage: (s) => setCell(tabOf(s, 'table3'), 12, 3, '1.属于国家秘密'),
    findings: [
      [
        'LAYOUT.LABEL_DOUBLED',
        'error',
        '行“1.属于国家秘密”出现不止一次（第11行、第12行）；找不到行“2.其他法律行政法规禁止公开”',
      ],
    ],
    blank: [...ROW_STATE_SECRET, ...idsLike(/^table3\.refused\.prohibitedByLaw\./)],
  },
  {
    name: 'a label repeated beside the table',
    damage: (s) => {
      for (const line of ownRows(tabOf(s, 'table3'))) line.push('', '')
      setCell(tabOf(s, 'table3'), 11, 12, '1.属于国家秘密')
    },
    findings: [],
  },
  {
    name: 'a figure beside its cell in table 2',
    damage: (s) => setCell(tabOf(s, 'table2'), 10, 4, 6),
    findings: [['LAYOUT.EXTRA', 'warning', '工作表“二、主动公开”多出表外内容，其中的D10“6”不属于任何一项']],
  },
  {
    name: 'the label of the unit overwritten',
    damage: (s) => setCell(tabOf(s, 'basics'), 3, 1, 'x'),
    findings: [['LAYOUT.LABEL_DAMAGED', 'warning', '工作表“基本信息”：“单位名称”被改动或覆盖']],
  },
  {
    name: 'labels written in other characters',
    damage: (s) => {
      setCell(tabOf(s, 'table3'), 11, 3, '１. 属于国家秘密')
      setCell(tabOf(s, 'table3'), 30, 2, '(七) 合计')
    },
    findings: [],
  },
]

describe('a damaged workbook', () => {
  it.each(cases)('$name', ({ damage, findings, blank = [] }) => {
    const snapshot = filled()
    damage(snapshot)
    const reading = readWorkbook(snapshot)
    const told = reading.findings.map(({ rule, severity, message }) => [rule, severity, message])
    expect(told).toEqual(findings.map(([rule, severity, part]) => [rule, severity, expect.stringContaining(part)]))
    const expected = Object.entries(clean.figures).map(([id, value]) => [id, blank.includes(id) ? null : value])
    const read = Object.keys(clean.figures).map((id) => [id, reading.report.figures[id] ?? null])
    expect(read).toEqual(expected)
    expect(reading.report).toMatchObject({ unit: clean.unit, year: clean.year, narrative: clean.narrative })
    expect(reading.lastYear?.figures).toEqual(lastYear.figures)
    expect(reading.lastYear?.year).toBe(2023)
  })

  it('is told at once when it is none of ours', () => {
    const snapshot = {
      tabs: [
        {
          name: 'Sheet1',
          values: [
            ['姓名', '数量'],
            ['甲', 3],
          ],
        },
      ],
      names: [],
    }
    const { report, findings } = readWorkbook(snapshot)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['LAYOUT.NOT_OURS', 'error']])
    expect(report).toEqual(emptyReport('', null))
  })

  it('has findings with fingerprints of their own', () => {
    const snapshot = filled()
    deleteTab(snapshot, 'table4')
    deleteRow(snapshot, 'table3', 11)
    deleteRow(snapshot, 'table2', 10)
    const prints = readWorkbook(snapshot).findings.map(({ fingerprint }) => fingerprint)
    expect(prints).toHaveLength(3)
    expect(new Set(prints).size).toBe(3)
  })
})

describe('whatever is done to a table tab', () => {
  const tables = ['table2', 'table3', 'table4'] as const
  const table = fc.constantFrom(...tables)
  const TOP = 4

  interface Step {
    table: (typeof tables)[number]
    kind: 'insertRow' | 'insertColumn' | 'deleteRow' | 'deleteColumn' | 'overwriteLabel'
    at: number
  }

  const step: fc.Arbitrary<Step> = fc.record({
    table,
    kind: fc.constantFrom('insertRow', 'insertColumn', 'deleteRow', 'deleteColumn', 'overwriteLabel'),
    at: fc.nat(1000),
  })

  /** The labels a tab still has, from the table's first row down. */
  function labelCells(snapshot: WorkbookSnapshot, key: TabKey): [number, number][] {
    return tabOf(snapshot, key).values.flatMap((line, r) =>
      line.flatMap((value, c): [number, number][] =>
        typeof value === 'string' && value !== '' && r + 1 >= TOP ? [[r + 1, c + 1]] : [],
      ),
    )
  }

  function take(snapshot: WorkbookSnapshot, { table: key, kind, at }: Step): void {
    const grid = grids[key]
    const row = TOP + (at % grid.rows)
    const column = 1 + (at % grid.columns)
    if (kind === 'insertRow') insertRow(snapshot, key, row)
    else if (kind === 'insertColumn') insertColumn(snapshot, key, column)
    else if (kind === 'deleteRow') deleteRow(snapshot, key, row)
    else if (kind === 'deleteColumn') deleteColumn(snapshot, key, column)
    else {
      const labels = labelCells(snapshot, key)
      const [r, c] = labels[at % labels.length] ?? [TOP, 1]
      setCell(tabOf(snapshot, key), r, c, 4711)
    }
  }

  it('no figure is taken from a wrong cell, and none is lost unsaid', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
        const snapshot = filled()
        for (const each of steps) take(snapshot, each)
        const { report, findings } = readWorkbook(snapshot)
        const read = Object.entries(report.figures)
        const wrong = read.filter(([id, value]) => value !== null && value !== clean.figures[id])
        expect(wrong).toEqual([])
        const isLost = figures.some(({ id }) => (report.figures[id] ?? null) === null)
        const isTold = findings.some(({ severity }) => severity === 'error')
        expect(isLost && !isTold).toBe(false)
      }),
      {
        ...runs(150),
        examples: [
          [
            [
              { table: 'table4', kind: 'insertColumn', at: 1 },
              { table: 'table4', kind: 'deleteRow', at: 2 },
              { table: 'table4', kind: 'deleteColumn', at: 6 },
            ],
          ],
        ],
      },
    )
  })
})
