/** A named range whose cells were deleted stays listed: it must stop nothing. */
import { describe, expect, it } from '@jest/globals'
import { recalculate, type Book } from '../../src/desk/book'
import type { Sidebar } from '../../src/actions'
import { openHost, type Host } from './double'
import { filledBook, listed, marked, run, scripts, typeFigure } from './office'

const kinds = ['throws', 'null', '#REF!'] as const
const broken = (kind: (typeof kinds)[number]) => ({ nianbao_table4: kind, others_of_the_office: kind })

/** With a figure in another writing and a total that is wrong, and a name of the office's own. */
function faultyBook(): Book {
  const book = filledBook()
  typeFigure(book, 'table3.granted.research', '０')
  typeFigure(book, 'table4.review.total', 9)
  const [first] = book.names
  if (first) book.names.push({ ...first, name: 'others_of_the_office' })
  recalculate(book)
  return book
}

const hostWith = (kind: (typeof kinds)[number], book = faultyBook()): Host =>
  openHost({ book, user: 'zhang@example.gov.cn', ...scripts, brokenNames: broken(kind) })

const pasted = { name: '', kind: 'text', content: '一、总体情况\n本年度收到申请 8 件。' }

describe.each(kinds)('with a named range whose getRange gives %s', (kind) => {
  it.each<[string, unknown[]]>([
    ['checkWorkbook', []],
    ['showFindings', []],
    ['refreshFindings', []],
    ['areFindingsFresh', []],
    ['goToCell', ['基本信息', 'B3']],
    ['restoreTotals', []],
    ['generateReport', []],
    ['showFields', []],
    ['refreshFields', []],
    ['insertField', ['办结', { section: 'other' }]],
    ['showDraft', []],
    ['makeDraft', [[], {}]],
    ['importLastYear', []],
    ['importPublished', []],
    ['previewImport', [{ into: 'thisYear', source: pasted }]],
    ['applyImport', [{ into: 'thisYear', source: pasted, ticks: [] }]],
    ['initTemplate', []],
    ['undoRepair', ['none']],
    ['acceptFinding', ['none', '理由']],
    ['withdrawAcceptance', ['none']],
  ])('%s runs', (name, values) => {
    const { error } = hostWith(kind).run(name, values, { answers: ['YES'] })
    expect(error).toBeUndefined()
  })

  it('applyRepair runs, and an edit is marked', () => {
    const host = hostWith(kind)
    const { safe } = run(host, 'showFindings').value as Sidebar
    expect(run(host, 'applyRepair', safe.ids).value).toMatchObject({ isDone: true })
    expect(host.edit('四、复议诉讼', 'A7', '若干').counts.write).toBe(2)
  })

  it('校验 finds the table by the tab’s own name', () => {
    const host = hostWith(kind)
    run(host, 'checkWorkbook')
    const errors = listed(host.book()).filter(({ severity }) => severity === '错误')
    expect(errors.map(({ place }) => place)).toEqual(['四、复议诉讼 “行政复议”·总计'])
  })

  it('初始化模板 renews ours and leaves the others, and a check’s colours come again', () => {
    const host = hostWith(kind)
    run(host, 'checkWorkbook')
    const checked = host.book()
    run(host, 'initTemplate')
    const named = `const all = SpreadsheetApp.getActive().getNamedRanges()
      const at = (name) => { const n = all.find((one) => one.getName() === name)
        try { const r = n.getRange(); return r ? r.getA1Notation() : null } catch (error) { return 'throws' } }`
    const { bundle } = scripts
    const looker = openHost({
      ...scripts,
      book: host.book(),
      user: '',
      brokenNames: { others_of_the_office: kind },
      bundle: `${bundle}\nfunction look() { ${named}; return [at('nianbao_table4'), at('others_of_the_office')] }`,
    })
    expect(looker.run('look').value).toEqual(['A4:O7', kind === 'null' ? null : kind])
    run(host, 'checkWorkbook')
    expect(marked(host.book()).painted).toContain('四、复议诉讼 7,5')
    expect(marked(host.book())).toEqual(marked(checked))
  })
})
