/** Who ran a command is never left blank: Google's address, else a name that the person gives once. */
import { describe, expect, it } from '@jest/globals'
import { openHost, type Host } from './double'
import { filledBook, scripts, sheetOf, typeFigure } from './office'

function faultyBook() {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  return book
}

const hostOf = (user: string, effectiveUser: string): Host =>
  openHost({ book: faultyBook(), user, effectiveUser, ...scripts })

const checkedBy = (host: Host): string =>
  /校验人 ([^。]*)。/.exec(String(sheetOf(host.book(), '校验结果').cells['2,1']?.value))?.[1] ?? ''
const loggedBy = (host: Host): unknown => sheetOf(host.book(), '流程记录').cells['4,2']?.value

const given = { into: 'thisYear', source: { name: '', kind: 'text', content: '一、总体情况\n收到申请 8 件。' } }
/** What pages call that writes down who ran it. */
const calls: [string, unknown[]][] = [
  ['applyImport', [{ ...given, ticks: ['overview'] }]],
  ['makeDraft', [['other'], {}]],
  ['refreshFindings', []],
]

describe('whoever runs a command', () => {
  it.each([
    ['li@example.cn', 'wang@example.cn', 'li@example.cn'],
    ['', 'wang@example.cn', 'wang@example.cn'],
  ])('is the active user %p, else the effective user %p: %s, without a question', (user, effective, told) => {
    const host = hostOf(user, effective)
    expect(host.run('checkWorkbook').questions).toEqual([])
    expect(checkedBy(host)).toBe(told)
    host.run('generateReport', [], { answers: ['YES'] })
    expect(loggedBy(host)).toBe(told)
  })

  it('is asked for a name where Google tells neither, once, before anything is locked', () => {
    const host = hostOf('', '')
    const first = host.run('checkWorkbook', [], { typed: ['  李  四 '] })
    expect(first.questions.map(({ title, buttons }) => [title, buttons])).toEqual([['请问怎么称呼您？', 'OK_CANCEL']])
    expect(checkedBy(host)).toBe('李 四（未核实身份）')
    expect(host.run('checkWorkbook').questions).toEqual([])
    expect(checkedBy(host)).toBe('李 四（未核实身份）')
    const taken = hostOf('', '').run('checkWorkbook', [], { lockIsTaken: true, typed: ['王五'] })
    expect(taken.questions).toHaveLength(1)
  })

  it.each([
    ['closes the window', []],
    ['types nothing', ['  ']],
  ])('who %s is told to have given no name, and is asked again', (_, typed) => {
    const host = hostOf('', '')
    expect(host.run('checkWorkbook', [], { typed }).error).toBeUndefined()
    expect(checkedBy(host)).toBe('姓名未填（未核实身份）')
    expect(host.run('checkWorkbook', [], { typed: ['李四'] }).questions).toHaveLength(1)
    expect(checkedBy(host)).toBe('李四（未核实身份）')
  })

  it('is asked by no command that writes nobody down', () => {
    const host = hostOf('', '')
    for (const name of ['areFindingsFresh', 'refreshFields', 'showFields']) {
      expect(host.run(name).questions).toEqual([])
    }
    expect(host.edit('三、依申请公开', 'D7', '若干').questions).toEqual([])
  })

  it.each(['showFindings', 'showDraft', 'importLastYear', 'importPublished'])(
    'is asked by %s before its page opens, and by no call of that page',
    (name) => {
      const host = hostOf('', '')
      const opened = host.run(name, [], { typed: ['李四'] })
      expect([opened.questions.map(({ buttons }) => buttons), opened.dialogs.length]).toEqual([['OK_CANCEL'], 1])
      const shown = Object.keys(opened.calls).filter((call) => /^Ui\.(?:prompt|show)/.test(call))
      expect(shown).toEqual(['Ui.prompt', expect.stringMatching(/^Ui\.show(?:Sidebar|ModalDialog)$/)])
      for (const call of calls) expect(host.run(...call).questions).toEqual([])
      expect(loggedBy(host)).toBe('李四（未核实身份）')
    },
  )

  it('who gives no name before the page opens is not asked over it', () => {
    const host = hostOf('', '')
    expect(host.run('importPublished').questions).toHaveLength(1)
    for (const call of calls) expect(host.run(...call).questions).toEqual([])
    expect(loggedBy(host)).toBe('姓名未填（未核实身份）')
    expect(host.run('importPublished').questions).toHaveLength(1)
  })

  it('stands in the log of every command that writes into it', () => {
    const host = hostOf('', '')
    host.run('restoreTotals', [], { answers: ['YES'], typed: ['李四'] })
    host.run('generateReport')
    host.run('makeDraft', [['other'], {}])
    const { cells } = sheetOf(host.book(), '流程记录')
    expect([4, 5, 6].map((row) => [cells[`${row},3`]?.value, cells[`${row},2`]?.value])).toEqual([
      ['计算合计', '李四（未核实身份）'],
      ['生成年度报告', '李四（未核实身份）'],
      ['生成叙述初稿', '李四（未核实身份）'],
    ])
  })
})
