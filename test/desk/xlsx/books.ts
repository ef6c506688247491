import type { Book, Sheet } from '../../../src/desk/book'

export const emptySheet = (id: number, name: string): Sheet => ({
  id,
  name,
  rows: 20,
  columns: 8,
  frozenRows: 0,
  frozenColumns: 0,
  hidden: false,
  columnWidths: {},
  rowHeights: {},
  hiddenColumns: [],
  hiddenRows: [],
  cells: {},
  merges: [],
  validations: [],
  protections: [],
})

/** One of everything that the model holds. */
export const fullBook: Book = {
  title: '示例街道办事处2024年年报',
  sheets: [
    {
      ...emptySheet(7, '三、依申请公开'),
      frozenRows: 2,
      frozenColumns: 1,
      tabColor: '#38761d',
      hiddenGridlines: true,
      columnWidths: { 1: 240, 2: 80, 5: 60 },
      rowHeights: { 1: 40, 3: 24 },
      hiddenColumns: [5],
      hiddenRows: [9],
      merges: [
        { row: 1, column: 1, rows: 1, columns: 3 },
        { row: 4, column: 1, rows: 2, columns: 1 },
      ],
      cells: {
        '1,1': {
          value: '（本列数据的勾稽关系为：…）',
          style: { bold: true, fontSize: 14, horizontal: 'center', vertical: 'middle', wrap: true, border: true },
        },
        '1,2': { style: { border: true } },
        '2,1': {
          value: '一、本年新收',
          note: '填本年收到的申请。\n一件计一件。',
          style: { fontFamily: '仿宋_GB2312' },
        },
        '2,2': { value: 8, style: { background: '#fff2cc', fontColor: '#cc0000', numberFormat: '0' } },
        '3,2': { value: 3.5, style: { background: '#fff2cc', numberFormat: '0.00', italic: true } },
        '2,3': { value: '  8件 ' },
        '3,3': { value: { date: 45352 }, style: { numberFormat: 'yyyy-mm-dd' } },
        '4,2': { value: true },
        '4,3': { value: '#REF!' },
        '6,1': { value: '合计', style: { horizontal: 'right' } },
        '6,2': { formula: '=SUM(B2:B3)', value: 11.5 },
        '6,3': { formula: '=B2+B99', value: '#REF!' },
        '7,1': { formula: '=HYPERLINK("#gid=9&range=B5","查看 B5")', value: '查看 B5' },
        '7,2': { formula: '=B2-8', value: 0 },
      },
      validations: [
        {
          area: { row: 2, column: 2, rows: 2, columns: 1 },
          rule: { kind: 'wholeNumber', min: 0 },
          allowInvalid: false,
          help: '请填写不小于 0 的整数。',
        },
        { area: { row: 4, column: 2, rows: 1, columns: 1 }, rule: { kind: 'decimal', min: 0 }, allowInvalid: true },
        {
          area: { row: 8, column: 1, rows: 1, columns: 2 },
          rule: { kind: 'list', values: ['是', '否'] },
          allowInvalid: false,
        },
        {
          area: { row: 8, column: 4, rows: 2, columns: 2 },
          rule: { kind: 'formula', formula: '=ISNUMBER(D8)' },
          allowInvalid: false,
        },
      ],
      protections: [
        {
          open: [
            { row: 2, column: 2, rows: 2, columns: 1 },
            { row: 10, column: 1, rows: 2, columns: 3 },
          ],
          description: '年报模板',
          warningOnly: false,
        },
      ],
    },
    {
      ...emptySheet(9, '校验结果'),
      cells: { '1,1': { value: '结果' }, '2,2': { value: '填写处' } },
      protections: [
        { area: { row: 1, column: 1, rows: 1, columns: 8 }, open: [], description: '表头', warningOnly: true },
      ],
    },
    { ...emptySheet(12, '流程记录'), hidden: true, cells: { '1,1': { value: '时间' } } },
  ],
  names: [
    { name: '表三', sheet: 7, area: { row: 2, column: 2, rows: 5, columns: 2 } },
    { name: '单位', sheet: 9, area: { row: 2, column: 2, rows: 1, columns: 1 } },
  ],
  properties: { version: '0.1.0', marks: JSON.stringify({ a: '行\n二' }) },
}
