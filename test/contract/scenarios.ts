/** The contract: what every host does for every command, each answer to its questions, and every damage that is known. */
import { readFileSync } from 'node:fs'
import type { Book } from '../../src/desk/book'
import {
  blankBook,
  changed,
  clean,
  comments,
  deletedRow,
  deletedTab,
  faulty,
  faultyEverywhere,
  figure,
  filledBook,
  foreign,
  insertedColumn,
  insertedRow,
  newSpreadsheet,
  overwrittenLabel,
  ownTab,
  renamedTab,
  sources,
  tabs,
  text,
  typedTotals,
  withoutLocks,
  withoutNames,
} from './books'
import type { Recorder } from './record'
import { fingerprintIn, sidebarOf, sidebars } from './sidebars'
import { call } from './table'
import type { Table } from './table'
import { zeros } from './zeros'

export interface Scenario {
  name: string
  book: () => Book
  play: (desk: Recorder) => void
}

const houzhai = { name: '', kind: 'text', content: readFileSync('test/fixtures/houzhai-2024.txt', 'utf8') }
const page = { name: '', kind: 'html', content: readFileSync('test/golden/report.html', 'utf8'), plain: '年报' }

const layouts: Table = [
  ['初始化模板 on a new spreadsheet', newSpreadsheet, call('initTemplate')],
  [
    '初始化模板 with unit and year, twice',
    newSpreadsheet,
    (desk) => {
      desk.call('initTemplate', [{ unit: '某某局', year: 2024 }])
      desk.call('initTemplate')
    },
  ],
  ['初始化模板 with last year’s report', newSpreadsheet, call('initTemplate', { lastYear: { ...clean, year: 2023 } })],
  ['初始化模板 over a filled workbook', filledBook, call('initTemplate', { unit: '另一个局', year: 2030 })],
  [
    '初始化模板 repairs labels, totals, locks and names',
    () =>
      changed(
        filledBook(),
        overwrittenLabel(tabs.table3, 7, 1, 123),
        figure('table3.received.total', null),
        withoutLocks,
        withoutNames,
      ),
    call('initTemplate'),
  ],
  ['初始化模板 leaves typed totals to 计算合计', typedTotals, call('initTemplate')],
  ['初始化模板 where a tab is gone', () => changed(filledBook(), deletedTab(tabs.log)), call('initTemplate')],
  ['初始化模板 where a table is gone', () => changed(filledBook(), deletedTab(tabs.table4)), call('initTemplate')],
  [
    '初始化模板 where a tab has another name',
    () => changed(filledBook(), renamedTab(tabs.table4, '表四')),
    call('initTemplate'),
  ],
  ['初始化模板 where a row was put in', () => changed(filledBook(), insertedRow(tabs.table3, 9)), call('initTemplate')],
  [
    '初始化模板 where rows of 基本信息 moved',
    () => changed(filledBook(), insertedRow(tabs.basics, 2)),
    call('initTemplate'),
  ],
  [
    '初始化模板 beside a tab of the office’s own',
    () => changed(faulty(), ownTab),
    (desk) => {
      desk.call('checkWorkbook')
      desk.call('initTemplate')
    },
  ],
  ['初始化模板 in a spreadsheet of somebody else’s', foreign, call('initTemplate')],
  [
    '初始化模板 over another version’s workbook',
    () => {
      const book = filledBook()
      book.properties['nianbao.version'] = '0.0.1'
      return book
    },
    (desk) => {
      desk.call('checkWorkbook')
      desk.call('initTemplate')
    },
  ],
]

const checks: Table = [
  [
    '校验 of a report without errors, twice',
    filledBook,
    (desk) => {
      desk.call('checkWorkbook')
      desk.call('checkWorkbook')
    },
  ],
  ['校验 of an empty template', blankBook, call('checkWorkbook')],
  [
    '校验 of errors everywhere, then mended',
    faultyEverywhere,
    (desk) => {
      desk.call('checkWorkbook')
      desk.meanwhile((book) =>
        Object.assign(
          book,
          changed(
            book,
            figure('table2.penalties.decisions', 1),
            figure('table3.received.enterprise', 0),
            figure('table4.review.corrected', 0),
          ),
        ),
      )
      desk.call('checkWorkbook')
    },
  ],
  [
    '校验 keeps people’s notes',
    () => {
      const book = faulty()
      const sheet = book.sheets.find(({ name }) => name === tabs.table4)
      if (sheet) sheet.cells['7,5'] = { ...sheet.cells['7,5'], note: '李工核对过' }
      return book
    },
    call('checkWorkbook'),
  ],
  ['校验 where a row was put in', () => changed(filledBook(), insertedRow(tabs.table3, 12)), call('checkWorkbook')],
  [
    '校验 where a column was put in',
    () => changed(filledBook(), insertedColumn(tabs.table3, 5)),
    call('checkWorkbook'),
  ],
  ['校验 where a row is gone', () => changed(filledBook(), deletedRow(tabs.table3, 11)), call('checkWorkbook')],
  ['校验 where a tab is gone', () => changed(filledBook(), deletedTab(tabs.table4)), call('checkWorkbook')],
  [
    '校验 where the list of findings is gone',
    () => changed(faulty(), deletedTab(tabs.findings)),
    call('checkWorkbook'),
  ],
  [
    '校验 where a tab has another name',
    () => changed(faulty(), renamedTab(tabs.table3, '表三')),
    call('checkWorkbook'),
  ],
  ['校验 without named ranges', () => changed(faulty(), withoutNames), call('checkWorkbook')],
  [
    '校验 where labels were typed over',
    () => changed(filledBook(), overwrittenLabel(tabs.table3, 11, 3, 5), overwrittenLabel(tabs.table3, 12, 3, 5)),
    call('checkWorkbook'),
  ],
  ['校验 of a spreadsheet that is not ours', foreign, call('checkWorkbook')],
  [
    '校验 of texts: doubled words, a field, a number that the table denies',
    () =>
      changed(
        filledBook(),
        text(tabs.other, '收到申请【本年新收】件，没有收费的的情形。'),
        text(tabs.overview, '全年收到政府信息公开申请99件。'),
      ),
    call('checkWorkbook'),
  ],
  [
    '校验 of a date and a formula in inputs',
    () =>
      changed(filledBook(), (book) => {
        const sheet = book.sheets.find(({ name }) => name === tabs.table3)
        if (!sheet) return
        sheet.cells['7,4'] = { ...sheet.cells['7,4'], value: { date: 45_672 } }
        sheet.cells['9,4'] = { formula: '=1+1' }
      }),
    call('checkWorkbook'),
  ],
]

const edits: Table = [
  [
    'an edit marks its cell, and mended takes the mark away',
    filledBook,
    (desk) => {
      desk.edit(tabs.table3, 'D7', ['若干'])
      desk.edit(tabs.table3, 'D7', [8])
    },
  ],
  ['an edit that changes no mark', filledBook, (desk) => void desk.edit(tabs.table2, 'B10', [3])],
  [
    'a block of 25 × 6',
    filledBook,
    (desk) =>
      void desk.edit(
        tabs.table3,
        'D7',
        ...Array.from({ length: 25 }, (_, row) => Array.from({ length: 6 }, () => (row === 3 ? '若干' : 0))),
      ),
  ],
  [
    'an edit on a tab without figures',
    filledBook,
    (desk) => {
      desk.edit(tabs.basics, 'B3', ['某某办事处'])
      desk.edit(tabs.overview, 'B5', ['第一段。\n第二段。'])
    },
  ],
  [
    'an edit of last year’s figures, after a check',
    filledBook,
    (desk) => {
      desk.call('checkWorkbook')
      desk.edit(tabs.lastYear, 'D12', [5])
      desk.call('areFindingsFresh')
    },
  ],
  [
    'an edit where a row was put in',
    () => changed(filledBook(), insertedRow(tabs.table3, 12)),
    (desk) => void desk.edit(tabs.table3, 'D14', ['若干']),
  ],
  [
    'texts that both hosts read alike, as they are typed',
    filledBook,
    (desk) => {
      for (const [index, value] of ['8', ' 8 ', '12件', '=1+1', "'8", ''].entries())
        desk.edit(tabs.table3, `D${8 + index}`, [value])
    },
  ],
]

const totals: Table = [
  ['计算合计 where every total is a formula', filledBook, call('restoreTotals')],
  [
    '计算合计 of totals that change no figure',
    () => changed(filledBook(), figure('table3.received.total', 8), figure('table4.review.total', '1')),
    call('restoreTotals'),
  ],
  ['计算合计 answered with yes', typedTotals, (desk) => void desk.call('restoreTotals', [], ['YES'])],
  ['计算合计 answered with no', typedTotals, (desk) => void desk.call('restoreTotals', [], ['NO'])],
  ['计算合计 closed', typedTotals, (desk) => void desk.call('restoreTotals', [], ['CLOSE'])],
  [
    '计算合计 around something unreadable',
    () => changed(filledBook(), figure('table3.granted.enterprise', '若干'), figure('table3.granted.total', 0)),
    (desk) => void desk.call('restoreTotals', [], ['NO']),
  ],
  [
    '计算合计 where a row was put in',
    () => changed(filledBook(), figure('table3.concluded.naturalPerson', 9), insertedRow(tabs.table3, 12)),
    call('restoreTotals'),
  ],
  [
    '计算合计 that takes up what an earlier run had begun',
    () => {
      const book = typedTotals()
      const row = ['2025-01-06 10:29', 'zhang@example.gov.cn', '计算合计', '恢复公式 1 处', '', '']
      book.properties['nianbao.pendingTotals'] = JSON.stringify({
        cells: [{ tab: tabs.table3, a1: 'D30', typed: 12 }],
        row,
      })
      return book
    },
    call('restoreTotals'),
  ],
]

const reports: Table = [
  [
    '生成年度报告 without errors, twice',
    filledBook,
    (desk) => {
      desk.call('generateReport')
      desk.call('generateReport')
    },
  ],
  ['生成年度报告 as a draft', faulty, (desk) => void desk.call('generateReport', [], ['YES'])],
  ['生成年度报告 with no draft wanted', faulty, (desk) => void desk.call('generateReport', [], ['NO'])],
  ['生成年度报告 closed', faulty, (desk) => void desk.call('generateReport', [], ['CLOSE'])],
  [
    '生成年度报告 with fields and what looks like markup',
    () =>
      changed(
        filledBook(),
        text(tabs.basics, '局<img src=x onerror=alert(1)>&"处"', 3),
        text(tabs.other, '收到申请【本年新收】件，没有收取信息处理费。'),
      ),
    (desk) => void desk.call('generateReport', [], ['YES']),
  ],
  [
    '生成年度报告 after an acceptance',
    faulty,
    (desk) => {
      desk.call('applyRepair', [sidebarOf(desk).safe.ids])
      desk.call('acceptFinding', [fingerprintIn(sidebarOf(desk), '现为 9（'), '原件如此'])
      desk.call('generateReport')
    },
  ],
  [
    '生成年度报告 with comments, some of them resolved',
    () => changed(filledBook(), comments),
    (desk) => {
      desk.call('generateReport')
      desk.meanwhile((book) => void delete book.comments)
      desk.call('generateReport')
    },
  ],
  [
    '生成年度报告 as a draft with comments',
    () => changed(faulty(), comments),
    (desk) => void desk.call('generateReport', [], ['YES']),
  ],
  ['生成年度报告 in a spreadsheet that is not ours', foreign, call('generateReport')],
  [
    '生成年度报告 where a tab is gone',
    () => changed(filledBook(), deletedTab(tabs.table4)),
    (desk) => void desk.call('generateReport', [], ['YES']),
  ],
]

interface Shown {
  source: unknown
  preview: { items: { id: string; replaces: boolean; origin: string }[]; rows: { options: { id: string }[] }[] }
}

/** A preview, then an import of the items that `wanted` takes. */
function imports(
  desk: Recorder,
  into: 'thisYear' | 'lastYear',
  source: unknown,
  wanted: (item: Shown['preview']['items'][number]) => boolean,
  meanwhile?: (book: Book) => void,
): void {
  const shown = desk.call('previewImport', [{ into, source, choices: [] }]).value as Shown
  if (meanwhile) desk.meanwhile((book) => Object.assign(book, changed(book, meanwhile)))
  const ticks = shown.preview.items.filter(wanted).map(({ id }) => id)
  desk.call('applyImport', [{ into, source: shown.source, choices: [], ticks }])
}

const importing: Table = [
  [
    'both import dialogs',
    blankBook,
    (desk) => {
      desk.call('importLastYear')
      desk.call('importPublished')
    },
  ],
  [
    '从已发布文本导入 into an empty workbook',
    blankBook,
    (desk) => imports(desk, 'thisYear', sources.clean, () => true),
  ],
  [
    '从已发布文本导入 of a text with an open row, each reading',
    blankBook,
    (desk) => {
      const shown = desk.call('previewImport', [{ into: 'thisYear', source: houzhai, choices: [] }]).value as Shown
      for (const { id } of shown.preview.rows[0]?.options ?? []) {
        desk.call('previewImport', [{ into: 'thisYear', source: shown.source, choices: [id] }])
      }
      const choices = [shown.preview.rows[0]?.options[1]?.id ?? '']
      const chosen = desk.call('previewImport', [{ into: 'thisYear', source: shown.source, choices }]).value as Shown
      desk.call('applyImport', [
        { into: 'thisYear', source: shown.source, choices, ticks: chosen.preview.items.map(({ id }) => id) },
      ])
    },
  ],
  ['从已发布文本导入 of a pasted page', blankBook, (desk) => imports(desk, 'thisYear', page, () => true)],
  [
    '从已发布文本导入 over other figures, only what is ticked',
    () =>
      changed(filledBook(), figure('table3.received.naturalPerson', 77), figure('table2.penalties.decisions', '待核')),
    (desk) => {
      imports(desk, 'thisYear', sources.clean, () => false)
      let isFirst = true
      imports(desk, 'thisYear', sources.clean, () => {
        const is = isFirst
        isFirst = false
        return is
      })
    },
  ],
  [
    '从已发布文本导入 where a cell changed after the preview',
    blankBook,
    (desk) => imports(desk, 'thisYear', sources.clean, () => true, figure('table3.received.naturalPerson', 5)),
  ],
  [
    '从已发布文本导入 where rows were put in',
    () => changed(blankBook(), insertedRow(tabs.table3, 12)),
    (desk) => imports(desk, 'thisYear', sources.clean, () => true),
  ],
  [
    '导入上年报告 with everything offered',
    blankBook,
    (desk) => imports(desk, 'lastYear', sources.lastYear, () => true),
  ],
  [
    '导入上年报告 without the offers',
    filledBook,
    (desk) => imports(desk, 'lastYear', sources.lastYear, ({ origin }) => origin === ''),
  ],
  [
    'import of what cannot be read',
    blankBook,
    (desk) => {
      for (const source of [
        { name: '', kind: 'text', content: ' \n' },
        { name: 'a.txt', kind: 'text', content: '会议通知' },
        { name: 'a.json', kind: 'json', content: '{' },
        { name: 'a.xlsx', kind: 'xlsx', content: 'UEsD' },
      ])
        desk.call('previewImport', [{ into: 'thisYear', source }])
    },
  ],
  [
    'import into a spreadsheet that is not ours',
    foreign,
    (desk) => {
      desk.call('previewImport', [{ into: 'thisYear', source: sources.clean }])
      desk.call('previewImport', [{ into: 'lastYear', source: sources.lastYear }])
    },
  ],
]

const offersIn = (html: string): unknown[] =>
  [...html.matchAll(/data-call="useField" data-args="([^"]*)"/g)].map(
    ([, args = '[]']) => (JSON.parse(args.replaceAll('&#34;', '"')) as unknown[])[0],
  )

const texts: Table = [
  [
    '插入数据项 lists the fields',
    filledBook,
    (desk) => {
      desk.call('showFields')
      desk.call('refreshFields')
    },
  ],
  [
    '插入数据项 writes a field',
    filledBook,
    (desk) => {
      desk.call('insertField', ['办结', { section: 'other' }])
      desk.call('insertField', ['没有的项', { section: 'other' }])
      desk.call('insertField', ['办结', { section: 'none' }])
    },
  ],
  [
    'a figure typed by hand becomes its field',
    () => changed(filledBook(), text(tabs.other, '全年收到政府信息公开申请8件。', 12)),
    (desk) => {
      const { html = '' } = desk.call('showFields').value as { html?: string }
      const offer = offersIn(html).at(-1)
      desk.call('useField', [offer])
      desk.call('useField', [offer])
    },
  ],
  ['生成叙述初稿 asks', blankBook, call('showDraft')],
  ['生成叙述初稿 into blank sections', blankBook, call('makeDraft', [], { trainings: '2' })],
  [
    '生成叙述初稿 beside texts, then in their place',
    () => changed(filledBook(), text(tabs.other, null), text(tabs.problems, '原文的第二段。', 13)),
    (desk) => {
      desk.call('makeDraft', [[], { problems: '更新<慢>' }])
      desk.call('makeDraft', [['problems'], { problems: '更新慢' }])
    },
  ],
  ['生成叙述初稿 in a spreadsheet that is not ours', foreign, call('makeDraft', [], {})],
]

const tables: readonly Table[] = [layouts, checks, edits, sidebars, totals, reports, importing, texts, zeros]

export const scenarios: readonly Scenario[] = tables.flat().map(([name, book, play]) => ({ name, book, play }))
