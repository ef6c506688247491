/** 生成年度报告 tells what reviewers wrote in the spreadsheet and in the Google Doc. */
import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../src/desk/book'
import { openHost, type Host, type RunResult } from './double'
import { clean, filledBook, officeOf, run, scripts, sheetOf, typeFigure } from './office'

const title = `${clean.unit}2024年政府信息公开工作年度报告`
const yes = { answers: ['YES' as const] }

const dialogOf = ({ dialogs }: RunResult): string => dialogs[0]?.html ?? ''

/** The dialog's lines about comments. */
const told = (result: RunResult): string[] =>
  [...dialogOf(result).matchAll(/<(?:p|li)>(.*?)<\/(?:p|li)>/g)]
    .map(([, line]) => line ?? '')
    .filter((line) => line.includes('批注') && !line.startsWith('Word 文件'))

const refusal = '没有权限读取表格的批注，请您自己打开看有没有没解决的。'

const remark = (who: string, text: string, quoted = '', resolved = false) => ({ who, text, quoted, resolved })

function commented(): Book {
  const book = filledBook()
  const sheet = sheetOf(book, '三、依申请公开').id
  const on = (id: string, row: number, text: string, resolved: boolean) => ({
    ...{ id, sheet, row, column: 4, resolved },
    entries: [{ who: '王五', time: '2025-01-05T02:30:00Z', text }],
  })
  book.comments = [on('a', 7, '请与台账核对', false), on('b', 8, '已改', true)]
  return book
}

/** As pushed with `--with-comments`. */
const allowed = (book: Book): Host => openHost({ book, user: '', readsEveryFile: true, ...scripts })

/** The id of the Google Doc that a run has made. */
const docOf = ({ files }: RunResult): string =>
  files.find(({ mimeType }) => mimeType.endsWith('apps.document'))?.id ?? ''

describe('comments of the spreadsheet', () => {
  it('are refused to a script with drive.file alone: one line asks the person to look, the report is made', () => {
    const result = officeOf(commented()).run('generateReport')
    expect(result.error).toBeUndefined()
    expect(result.files).toHaveLength(3)
    expect(told(result)).toEqual([refusal])
    expect(result.log.join()).toContain('File not found: spreadsheet-1')
  })

  it('are told with author, words and quoted cell where Google allows it, resolved ones left out', () => {
    expect(told(allowed(commented()).run('generateReport'))).toEqual([
      '还有 1 条批注没有解决，报告已照常生成：',
      '王五：请与台账核对（批注在表格，原文“8”）',
    ])
  })

  it('need no line where there are none', () => {
    expect(told(allowed(filledBook()).run('generateReport'))).toEqual([])
  })

  it('are quoted as they are shown, not as Google writes them in HTML', () => {
    const book = commented()
    const cell = sheetOf(book, '三、依申请公开').cells['7,4']
    if (cell) cell.value = '8<9 & "10"'
    expect(told(allowed(book).run('generateReport', [], yes))).toContain(
      '王五：请与台账核对（批注在表格，原文“8&#60;9 &#38; &#34;10&#34;”）',
    )
  })

  it('are said to be more than Google gives at once', () => {
    const book = filledBook()
    const [open] = commented().comments ?? []
    book.comments = Array.from({ length: 101 }, (_, at) => ({ ...open, id: String(at) })) as NonNullable<
      Book['comments']
    >
    const lines = told(allowed(book).run('generateReport'))
    expect(lines).toHaveLength(102)
    expect(lines.at(-1)).toBe('表格的批注很多，只读了前 100 条，其余请打开查看。')
  })

  it('cost no report where the call fails', () => {
    const result = allowed(commented()).run('generateReport', [], { fault: { kind: 'drive', call: 2 } })
    expect([result.error, result.files.length]).toEqual([undefined, 3])
    expect(told(result)[0]).toMatch(/^没有读到表格的批注（Service failed.*）/)
  })

  it.each([
    ['rateLimitExceeded', '没有读到表格的批注（Google 的调用次数暂时用完，'],
    ['accessNotConfigured', '没有读到表格的批注（这个脚本的 Drive 服务没有启用，'],
    ['backendError', '没有读到表格的批注（Google 的服务暂时没有响应，'],
    ['insufficientPermissions', '没有权限读取表格的批注，'],
  ])('say why they could not be read: %s', (reason, line) => {
    const result = allowed(commented()).run('generateReport', [], { fault: { kind: 'drive', call: 2, reason } })
    expect(told(result)[0]?.startsWith(line)).toBe(true)
  })
})

describe('comments of the Google Doc', () => {
  it('are listed at the next run, before the Doc is renewed', () => {
    const host = allowed(filledBook())
    const id = docOf(host.run('generateReport'))
    const comments = { [id]: [remark('赵六', '措辞再斟酌', '稳步&quot;推进&quot;'), remark('赵六', '已改', '', true)] }
    const again = host.run('generateReport', [], { comments })
    expect(told(again)).toEqual([
      '还有 1 条批注没有解决，报告已照常生成：',
      `赵六：措辞再斟酌（批注在谷歌文档“${title}”，原文“稳步&#34;推进&#34;”）`,
    ])
    expect(docOf(again)).toBe(id)
    const drive = Object.keys(again.calls).filter((call) => call.startsWith('Drive.'))
    expect(drive).toEqual(['Drive.Files.list', 'Drive.Comments.list', 'Drive.Files.update'])
  })

  it('have their answers beside them, without those that were deleted or only resolved it', () => {
    const host = allowed(filledBook())
    const id = docOf(host.run('generateReport'))
    const remarks = [{ who: '李', text: '已改' }, { who: '钱', text: '不要', isDeleted: true as const }, { who: '孙' }]
    const comments = { [id]: [{ ...remark('赵六', '措辞再斟酌', '稳步'), remarks }] }
    expect(told(host.run('generateReport', [], { comments }))).toContain(
      `赵六：措辞再斟酌（批注在谷歌文档“${title}”，原文“稳步”）；李回复：已改`,
    )
  })

  it('stay in 流程记录 after the Doc is renewed, resolved ones left out', () => {
    const host = allowed(filledBook())
    const id = docOf(host.run('generateReport'))
    const comments = { [id]: [remark('赵六', '措辞再斟酌', '稳步'), remark('赵六', '已改', '', true)] }
    host.run('generateReport', [], { comments })
    const detail = String(sheetOf(host.book(), '流程记录').cells['5,4']?.value)
    expect(detail.split('\n').slice(1)).toEqual([`批注 赵六：措辞再斟酌（批注在谷歌文档“${title}”，原文“稳步”）`])
  })

  it('that cannot be read are told in 流程记录 too', () => {
    const host = officeOf(filledBook())
    host.run('generateReport')
    host.run('generateReport', [], { fault: { kind: 'drive', call: 3, reason: 'rateLimitExceeded' } })
    const detail = String(sheetOf(host.book(), '流程记录').cells['5,4']?.value)
    expect(detail).toContain(`批注 没有读到谷歌文档“${title}”的批注（Google 的调用次数暂时用完，`)
    expect(detail).not.toContain('表格的批注')
  })

  it('are found though the unit, and so the name of the Doc, has changed', () => {
    const host = allowed(filledBook())
    const id = docOf(host.run('generateReport'))
    const book = host.book()
    sheetOf(book, '基本信息').cells['3,2'] = { value: '新的名称局' }
    host.setBook(book)
    const again = host.run('generateReport', [], { ...yes, comments: { [id]: [remark('赵六', '请补充')] } })
    expect(told(again)).toContain(`赵六：请补充（批注在谷歌文档“${title}”）`)
  })

  it('of a draft are listed with the report that follows it, in 7 calls to Drive at most', () => {
    const book = filledBook()
    typeFigure(book, 'table4.review.total', 9)
    const host = allowed(book)
    const draft = host.run('generateReport', [], yes)
    expect(draft.files.at(-1)).toMatchObject({
      name: `${title}（草稿）`,
      mimeType: 'application/vnd.google-apps.document',
    })
    host.setBook(filledBook())
    const comments = { [docOf(draft)]: [remark('赵六', '请补充')] }
    const final = host.run('generateReport', [], { comments })
    expect(told(final)).toEqual([
      '还有 1 条批注没有解决，报告已照常生成：',
      `赵六：请补充（批注在谷歌文档“${title}（草稿）”）`,
    ])
    const third = host.run('generateReport')
    expect(third.counts.drive).toBe(7)
    expect(third.counts.read).toBeLessThanOrEqual(14)
  })

  it('are told as unread, in one line, where 流程记录 names documents that are not found any more', () => {
    const host = allowed(filledBook())
    run(host, 'generateReport')
    const book = host.book()
    sheetOf(book, '基本信息').cells['3,2'] = { value: '新的名称局' }
    host.setBook(book)
    host.run('generateReport', [], yes)
    const line =
      `“流程记录”里的谷歌文档“${title}”、谷歌文档“新的名称局2024年政府信息公开工作年度报告”已经删除，` +
      '或者在别人的云端硬盘里，没有读到批注，请您自己打开看有没有没解决的。'
    const elsewhere = allowed(host.book())
    expect(told(elsewhere.run('generateReport', [], yes))).toEqual([line])
    const detail = String(sheetOf(elsewhere.book(), '流程记录').cells['6,4']?.value)
    expect(detail.split('\n').slice(1)).toEqual([`批注 ${line}`])
  })

  it('are told no more once the document has been made anew', () => {
    const host = allowed(filledBook())
    run(host, 'generateReport')
    const elsewhere = allowed(host.book())
    expect(told(run(elsewhere, 'generateReport'))).toHaveLength(1)
    expect(told(run(elsewhere, 'generateReport'))).toEqual([])
  })
})

describe('of many documents', () => {
  /** Four reports and a draft under the names that the unit has had, the first one renewed last. */
  function many(): { host: Host; ids: string[] } {
    const host = allowed(filledBook())
    const made = ['甲局', '乙局', '丙局', '丁局', '甲局'].map((unit) => {
      const book = host.book()
      sheetOf(book, '基本信息').cells['3,2'] = { value: unit }
      host.setBook(book)
      return docOf(host.run('generateReport', [], yes))
    })
    return { host, ids: made.slice(0, 4) }
  }

  const called = (unit: string) => `谷歌文档“${unit}2024年政府信息公开工作年度报告”`

  it('two are asked, the one that is about to be renewed and the newest, within 7 calls to Drive', () => {
    const { host, ids } = many()
    const book = host.book()
    sheetOf(book, '基本信息').cells['3,2'] = { value: '乙局' }
    host.setBook(book)
    const comments = Object.fromEntries(ids.map((id) => [id, [remark('赵六', `见 ${id}`)]]))
    const result = host.run('generateReport', [], { ...yes, comments })
    const [first = '', second = ''] = ids
    expect(told(result)).toEqual([
      '还有 2 条批注没有解决，报告已照常生成：',
      `赵六：见 ${second}（批注在${called('乙局')}）`,
      `赵六：见 ${first}（批注在${called('甲局')}）`,
      `谷歌文档超过两份，没有读${called('丁局')}、${called('丙局')}的批注，请您自己打开看有没有没解决的。`,
    ])
    expect(result.counts.drive).toBe(7)
    expect(result.calls['Drive.Comments.list']).toBe(3)
  })
})
