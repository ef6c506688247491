import { describe, expect, it } from '@jest/globals'
import type { Book } from '../../src/desk/book'
import type { Host } from './double'
import type { ToolUpdate } from '../../src/actions'
import type { Sidebar } from '../../src/actions'
import { blankBook, clean, filledBook, officeOf, run, sheetOf, type } from './office'

const textOf = (book: Book, tab: string, row = 5, column = 2) => sheetOf(book, tab).cells[`${row},${column}`]?.value
const act = (host: Host, name: string, ...values: unknown[]) => run(host, name, ...values).value as ToolUpdate
const logged = (host: Host) => [3, 4].map((column) => sheetOf(host.book(), '流程记录').cells[`4,${column}`]?.value)

describe('插入数据项', () => {
  it('lists the fields with their values, in a sidebar', () => {
    const result = run(officeOf(filledBook()), 'showFields')
    expect(result.dialogs.map(({ kind, title }) => [kind, title])).toEqual([['sidebar', '插入数据项']])
    const { html } = result.value as ToolUpdate
    expect(html).toContain('本年新收　8件</button>')
    expect(html).toContain('同比新收　没有数字</button>')
    expect([result.counts.read, result.counts.write]).toEqual([10, 0])
  })

  it('writes a field behind the last text of the chosen section', () => {
    const book = filledBook()
    type(book, { tab: '六、其他事项', row: 12, column: 2 }, '办结')
    const host = officeOf(book)
    expect(act(host, 'insertField', '办结', { section: 'other' }).message).toBe('已在“六、其他事项”写入【办结】。')
    expect(textOf(host.book(), '六、其他事项', 12)).toBe('办结【办结】')
    expect(textOf(host.book(), '六、其他事项')).toBe(clean.narrative.other)
  })

  it.each([
    ['没有的项', 'other'],
    ['办结', 'none'],
  ])('writes nothing for %s in %s', (name, section) => {
    const host = officeOf(filledBook())
    const before = JSON.stringify(host.book())
    expect(act(host, 'insertField', name, { section }).message).toMatch(/^没有写入/)
    expect(JSON.stringify(host.book())).toBe(before)
  })

  it('is printed as the figure', () => {
    const book = filledBook()
    type(book, { tab: '六、其他事项', row: 5, column: 2 }, '收到申请【本年新收】件，没有收取信息处理费。')
    const host = officeOf(book)
    const result = run(host, 'generateReport')
    const page = result.files.find(({ name }) => name.endsWith('.html'))
    expect(Buffer.from(page?.bytes ?? []).toString('utf8')).toContain('收到申请8件，没有收取信息处理费。')
    expect(textOf(host.book(), '六、其他事项')).toContain('【本年新收】')
  })
})

describe('a figure typed by hand', () => {
  it('becomes its field by one click, and is no longer offered', () => {
    const book = filledBook()
    type(book, { tab: '六、其他事项', row: 12, column: 2 }, '全年收到政府信息公开申请8件。')
    const host = officeOf(book)
    const offers = (html = '') =>
      [...html.matchAll(/data-call="useField" data-args="([^"]*)"/g)].map(([, args]) => args)
    const offered = offers(act(host, 'showFields').html)
    expect(offered.length).toBeGreaterThan(1)
    const last = (offered[offered.length - 1] ?? '').replace(/&#34;/g, '"')
    const [offer] = JSON.parse(last) as unknown[]
    const answer = act(host, 'useField', offer)
    expect(answer.message).toBe('已在“六、其他事项”写入【本年新收】。')
    expect(textOf(host.book(), '六、其他事项', 12)).toBe('全年收到政府信息公开申请【本年新收】件。')
    expect(offers(answer.html)).toHaveLength(offered.length - 1)
  })
})

describe('生成叙述初稿', () => {
  it('asks in a sidebar and reads nothing', () => {
    const { dialogs, counts } = run(officeOf(blankBook()), 'showDraft')
    expect(dialogs.map(({ kind, title }) => [kind, title])).toEqual([['sidebar', '生成叙述初稿']])
    expect(dialogs[0]?.html).toContain('name="trainings"')
    expect([counts.read, counts.write]).toEqual([0, 0])
  })

  it('writes blank sections, in words that the check finds gaps in and nothing else', () => {
    const host = officeOf(blankBook())
    expect(act(host, 'makeDraft', [], { trainings: '2' }).message).toBe(
      '已写入“一、总体情况”、“五、问题及改进”、“六、其他事项”。',
    )
    expect(textOf(host.book(), '一、总体情况')).toContain('开展政府信息公开培训2次，参加培训【＿＿：')
    expect(logged(host)[0]).toBe('生成叙述初稿')
  })

  it('leaves a text alone, shows what it would be, and replaces it when told to', () => {
    const book = filledBook()
    type(book, { tab: '六、其他事项', row: 5, column: 2 }, null)
    type(book, { tab: '五、问题及改进', row: 13, column: 2 }, '原文的第二段。')
    const host = officeOf(book)
    const { message, html } = act(host, 'makeDraft', [], { problems: '更新<慢>' })
    expect(message).toBe('已写入“六、其他事项”。')
    expect(textOf(host.book(), '五、问题及改进')).toBe(clean.narrative.problems)
    expect(html).toContain('“五、问题及改进”已有文字')
    expect(html).toContain('存在的主要问题：更新&#60;慢&#62;。')
    act(host, 'makeDraft', ['problems'], { problems: '更新慢' })
    expect(textOf(host.book(), '五、问题及改进')).toMatch(/^存在的主要问题：更新慢。\n改进措施：【＿＿/)
    expect(textOf(host.book(), '五、问题及改进', 13) ?? '').toBe('')
    expect(textOf(host.book(), '一、总体情况')).toBe(clean.narrative.overview)
    const entry = sheetOf(host.book(), '流程记录').cells['5,4']?.value
    expect(entry).toContain(`五、问题及改进替换前的原文：\n${clean.narrative.problems}\n原文的第二段。`)
  })
})

describe('the sidebar', () => {
  it('shows the paragraph of a finding with its words marked', () => {
    const book = filledBook()
    const text = '第一段。\n没有收费<b>的的情形，也没有其他事项。\n第三段。'
    type(book, { tab: '六、其他事项', row: 5, column: 2 }, text)
    const { value, dialogs } = run(officeOf(book), 'showFindings')
    const findings = (value as Sidebar).groups.flatMap((group) => group.findings)
    expect(findings.find(({ message }) => message.includes('“的的”'))?.marked).toEqual({
      before: '',
      words: '没有收费<b>的的情形，也没有其他',
      after: '事项。',
    })
    expect(dialogs[0]?.html).toContain('<mark>没有收费&#60;b&#62;的的情形，也没有其他</mark>事项。')
  })
})
