import { describe, expect, it } from '@jest/globals'
import { reportDialog } from '../../src/actions'
import { documentOf, toDocx, toHtml } from '../../src/document'
import type { Book } from '../../src/desk/book'
import { openHost, type RunResult } from './double'
import { clean, filledBook, homeOf, listed, marked, officeOf, run, scripts, sheetOf, typeFigure } from './office'
import { readWorkbookOf } from './support'

const noComments = { comments: [], cut: [], unread: [] }
const title = `${clean.unit}2024年政府信息公开工作年度报告`
const yes = { answers: ['YES' as const] }
const no = { answers: ['NO' as const] }
const kindsOf = ({ files }: RunResult) => files.map(({ name, mimeType }) => `${name} ${mimeType.split(/[./]/).at(-1)}`)
const text = (file: RunResult['files'][number] | undefined) => Buffer.from(file?.bytes ?? []).toString('utf8')
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex')

function logRow(book: Book, row: number): unknown[] {
  return [1, 2, 3, 4, 5, 6].map((column) => sheetOf(book, '流程记录').cells[`${row},${column}`]?.value)
}

describe('生成年度报告 of a report without errors', () => {
  const host = officeOf(filledBook())
  const result = run(host, 'generateReport')
  const { report } = readWorkbookOf(filledBook())

  it('writes the .docx, the page and a Google Doc, within 14 reads and 7 calls to Drive', () => {
    expect(kindsOf(result)).toEqual([`${title}.docx document`, `${title}.html html`, `${title} document`])
    expect(result.counts.read).toBeLessThanOrEqual(14)
    expect(result.calls).toMatchObject({
      'Drive.Comments.list': 1,
      'Drive.Files.list': 1,
      'Drive.Files.create': 3,
    })
    expect(result.counts.drive).toBe(5)
  })

  it('hands over the library’s own bytes', () => {
    const document = documentOf(report)
    const [docx, html, googleDoc] = result.files
    expect(hex(docx?.bytes)).toBe(hex(toDocx(document)))
    expect(text(html)).toBe(toHtml(document))
    expect(hex(googleDoc?.bytes)).toBe(hex(toDocx(document, { fonts: 'google' })))
    expect(googleDoc?.mimeType).toBe('application/vnd.google-apps.document')
  })

  it('shows the links, and what the Google document is for', () => {
    const [dialog] = result.dialogs
    for (const { name, webViewLink } of result.files) {
      expect(dialog?.html).toContain(`<a href="${webViewLink}" target="_blank" rel="noopener">${name}</a>`)
    }
    expect(dialog?.html.match(/<li>/g)).toHaveLength(3)
    expect(dialog?.html).toContain('Google 文档由它转换而来')
    expect(dialog?.html).toContain('<p>文件保存在您（zhang@example.gov.cn）的 Google 云端硬盘里，目前只有您能打开。')
  })

  it('says nothing of a Google document where there is none', () => {
    const files = ['年报.docx', '年报.html'].map((name) => ({ name, url: `files/${name}` }))
    const made = {
      files: [...files, { name: '年报', url: '' }],
      digest: '',
      isDraft: false,
      warnings: [],
      accepted: [],
    }
    const html = reportDialog({ ...made, counts: { errors: 0, warnings: 0, infos: 0 } }, noComments, null)
    expect(html.match(/<li>/g)).toHaveLength(2)
    expect(html).not.toContain('Google 文档')
  })

  it('writes down who, when, which files and which figures', () => {
    const [time, person, event, detail, files, digest] = logRow(host.book(), 4)
    expect([time, person, event]).toEqual(['2025-01-06 10:30', 'zhang@example.gov.cn', '生成年度报告'])
    expect(detail).toMatch(/^生成时校验：错误 0，/)
    expect(files).toContain(`${title}.docx\n${result.files[0]?.webViewLink}`)
    expect(digest).toMatch(/^[0-9a-f]{16}$/)
  })

  it('renews the same files when it runs again, and tells other figures by another digest', () => {
    const book = host.book()
    typeFigure(book, 'table2.licensing.decisions', 4)
    host.setBook(book)
    const again = run(host, 'generateReport')
    expect(again.counts.drive).toBe(6)
    expect(again.files.map(({ id }) => id)).toEqual(result.files.map(({ id }) => id))
    expect(logRow(host.book(), 5)[5]).not.toBe(logRow(host.book(), 4)[5])
  })
})

describe('生成年度报告 waits while another command runs', () => {
  const at = homeOf('table4.review.total')
  const wrong = { kind: 'type', ...at, value: 9 } as const

  it('asks about the errors that the other one has left, and files nothing older', () => {
    const host = officeOf(filledBook())
    const result = host.run('generateReport', [], { ...no, beforeLock: [wrong] })
    expect(result.questions[0]?.message).toMatch(/^还有 1 条错误，不能生成正式报告：\n· 四、复议诉讼 “行政复议”·总计/)
    expect([result.files, result.counts.drive]).toEqual([[], 0])
  })

  it('makes the report of the figures that stand then', () => {
    const unit = { kind: 'type', tab: '基本信息', row: 3, column: 2, value: '新的名称局' } as const
    const result = officeOf(filledBook()).run('generateReport', [], { beforeLock: [unit] })
    expect(result.files.map(({ name }) => name)).toContain('新的名称局2024年政府信息公开工作年度报告')
  })
})

describe('the script’s own files', () => {
  const mark = { nianbaoSpreadsheet: 'spreadsheet-1' }
  const file = (id: string, more: object) => ({ id, name: '别的', mimeType: 'text/plain', webViewLink: '', ...more })
  /** As pushed with `--with-comments`: the script sees the whole Drive. */
  const onDrive = (files: ReturnType<typeof file>[], more: object = {}) =>
    openHost({ book: filledBook(), user: 'a@example.cn', readsEveryFile: true, files, ...more, ...scripts })
  const others = Array.from({ length: 1200 }, (_, at) => file(`other-${at}`, { isForeign: true }))

  it('are found behind a thousand others on the same Drive', () => {
    const host = onDrive(others)
    const ids = run(host, 'generateReport').files.map(({ id }) => id)
    expect(run(host, 'generateReport').files.map(({ id }) => id)).toEqual(ids)
  })

  it('are found on every page that Google gives', () => {
    const olds = Array.from({ length: 7 }, (_, at) => file(`old-${at}`, { appProperties: mark }))
    const host = onDrive(olds, { filesPerPage: 4 })
    const ids = run(host, 'generateReport').files.map(({ id }) => id)
    const again = run(host, 'generateReport')
    expect(again.files.map(({ id }) => id)).toEqual(ids)
    expect(again.calls['Drive.Files.list']).toBe(3)
  })

  it('are never another person’s, nor those in the bin, though they have our name and mark', () => {
    const named = { name: `${title}.html`, mimeType: 'text/html', appProperties: mark }
    const host = onDrive([file('theirs', { ...named, isOthers: true }), file('binned', { ...named, trashed: true })])
    expect(run(host, 'generateReport').files.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/theirs|binned/)]),
    )
  })
})

describe('生成年度报告 while errors stand', () => {
  const faulty = () => {
    const book = filledBook()
    typeFigure(book, 'table4.review.total', 9)
    return book
  }

  it('tells the errors and leaves them on 校验结果, but makes nothing where no draft is wanted', () => {
    const host = officeOf(faulty())
    const result = host.run('generateReport', [], no)
    expect(result.questions[0]?.message).toMatch(/^还有 1 条错误，不能生成正式报告：\n· 四、复议诉讼 “行政复议”·总计/)
    expect(result.files).toEqual([])
    expect(result.value).toBeNull()
    expect([result.counts.write, result.counts.drive]).toEqual([3, 0])
    expect(listed(host.book())[0]).toMatchObject({ severity: '错误', place: '四、复议诉讼 “行政复议”·总计' })
    expect(sheetOf(host.book(), '校验结果').cells['3,1']?.value).toBe('校验之后数据没有改动。')
    expect(marked(host.book())).toEqual({ painted: [], noted: [] })
    expect(logRow(host.book(), 4)[2]).toBeUndefined()
  })

  it('asks without 校验结果 as well, and then writes nothing', () => {
    const book = faulty()
    const gone = sheetOf(book, '校验结果')
    book.sheets = book.sheets.filter((sheet) => sheet !== gone)
    book.names = book.names.filter(({ sheet }) => sheet !== gone.id)
    const host = officeOf(book)
    const asked = host.run('generateReport', [], no)
    expect(asked.questions[0]?.message).toMatch(/\n\n仍生成草稿？每页标有“草稿”。$/)
    expect(asked.counts.write).toBe(0)
    expect(host.run('generateReport', [], yes).value).toMatchObject({ isDraft: true })
  })

  it('makes a draft, marked on every page and in its name, beside the files of the report', () => {
    const host = officeOf(filledBook())
    const final = run(host, 'generateReport').files.map(({ id }) => id)
    host.setBook(faulty())
    const draft = host.run('generateReport', [], yes)
    expect(draft.files.map(({ name }) => name)).toEqual([
      `${title}（草稿）.docx`,
      `${title}（草稿）.html`,
      `${title}（草稿）`,
    ])
    expect(draft.files.map(({ id }) => id).filter((id) => final.includes(id))).toEqual([])
    const { report } = readWorkbookOf(faulty())
    expect(hex(draft.files[0]?.bytes)).toBe(hex(toDocx(documentOf(report, { draft: true }))))
    expect(text(draft.files[1])).toContain('草稿')
  })

  it('takes nothing that people typed for markup', () => {
    const book = filledBook()
    for (const sheet of book.sheets.filter(({ name }) => name === '基本信息')) {
      sheet.cells['3,2'] = { value: '局<img src=x onerror=alert(1)>&"处"' }
    }
    const { dialogs } = officeOf(book).run('generateReport', [], yes)
    expect(dialogs[0]?.html).not.toMatch(/<img|&"/)
  })

  it('says what to do in a spreadsheet that is not ours', () => {
    const book = filledBook()
    book.sheets = book.sheets.filter(({ name }) => name === '填报说明')
    book.names = []
    const { questions, value } = officeOf(book).run('generateReport')
    expect(questions.map(({ message }) => message)).toEqual(['这个工作簿里找不到年报的工作表，请先运行“初始化模板”。'])
    expect(value).toBeNull()
  })
})

describe('生成年度报告 cut off', () => {
  it.each([
    ['drive', 1],
    ['drive', 3],
    ['drive', 4],
    ['drive', 5],
    ['write', 1],
  ] as const)('at %s call %i, is made again over the same files', (kind, call) => {
    const host = officeOf(filledBook())
    const cut = host.run('generateReport', [], { fault: { kind, call } })
    expect(cut.error?.message).toMatch(/^生成年度报告没有完成：.*请再运行一次“生成年度报告”/)
    const again = run(host, 'generateReport')
    expect(again.files).toHaveLength(3)
    expect(again.files.map(({ id }) => id)).toEqual(expect.arrayContaining(cut.files.map(({ id }) => id)))
    expect(logRow(host.book(), 4)[2]).toBe('生成年度报告')
    expect(logRow(host.book(), 5)[2]).toBeUndefined()
  })
})
