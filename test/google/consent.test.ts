/** A person may grant some scopes and not others: each command does its work or says what is missing, nothing between. */
import { describe, expect, it } from '@jest/globals'
import { commandNames } from '../../src/desk/bench'
import { openHost, type Host, type RunResult } from './double'
import { filledBook, scripts, typeFigure } from './office'
import { moments } from '../support/runs'

const AUTH = 'https://www.googleapis.com/auth/'
const all = ['spreadsheets.currentonly', 'script.container.ui', 'drive.file', 'userinfo.email'] as const
type Scope = (typeof all)[number]

const named: Record<Exclude<Scope, 'userinfo.email'>, string> = {
  'spreadsheets.currentonly': '“查看和修改这份表格”',
  'script.container.ui': '“在表格里显示对话框和侧栏”',
  'drive.file': '“查看和修改由这个脚本建立的云端硬盘文件”',
}

const [cells, pages, files] = all
const pasted = { into: 'thisYear', source: { name: '', kind: 'text', content: '一、总体情况\n收到申请 8 件。' } }

/** What each command cannot do without; nobody needs the address, for which a name is asked instead. */
const menu: Record<string, readonly Scope[]> = {
  checkWorkbook: [cells],
  restoreTotals: [cells],
  initTemplate: [cells],
  showFindings: [cells, pages],
  showFields: [cells, pages],
  showDraft: [cells, pages],
  importLastYear: [cells, pages],
  importPublished: [cells, pages],
  generateReport: [cells, pages, files],
}

const called: Record<string, unknown[]> = {
  refreshFindings: [],
  applyRepair: [['none']],
  undoRepair: [],
  acceptFinding: ['none', '理由'],
  withdrawAcceptance: ['none'],
  goToCell: ['基本信息', 'B3'],
  areFindingsFresh: [],
  refreshFields: [],
  insertField: ['办结', { section: 'other' }],
  useField: [{ section: 'other', start: 0, from: '', to: '' }],
  makeDraft: [[], {}],
  previewImport: [pasted],
  applyImport: [{ ...pasted, ticks: [] }],
}

const combinations = moments(16).map((place) => all.filter((_, bit) => ((place - 1) >> bit) & 1))

function faultyBook() {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  return book
}

const book = faultyBook()
const newHost = (): Host => openHost({ book, user: 'zhang@example.gov.cn', ...scripts })

interface Tried {
  host: Host
  result: RunResult
  missing: Scope[]
}

function tried(name: string, values: readonly unknown[], granted: readonly Scope[], needed: readonly Scope[]): Tried {
  const host = newHost()
  const scopes = granted.map((scope) => AUTH + scope)
  const missing = needed.filter((scope) => !granted.includes(scope))
  const isAsked = name === 'generateReport' && missing.length === 0
  return { host, result: host.run(name, values, { scopes, answers: isAsked ? ['YES'] : [] }), missing }
}

it('is tried for every command there is', () => {
  expect([...Object.keys(menu), ...Object.keys(called)].sort()).toEqual([...commandNames].sort())
})

describe.each(combinations.map((granted) => [granted.join(', '), granted] as const))('with [%s]', (_, granted) => {
  it.each(Object.keys(menu))('%s from the menu works, or Google’s window asks for what is missing', (name) => {
    const { host, result, missing } = tried(name, [], granted, menu[name] ?? [])
    if (missing.length === 0) {
      expect(result.error).toBeUndefined()
      expect(result.consents).toEqual([])
      return
    }
    expect(result.consents).toEqual([missing.map((scope) => AUTH + scope)])
    const notice = result.questions.at(-1)
    expect([notice?.title, notice?.buttons]).toEqual(['还缺少授权', 'OK'])
    for (const scope of missing) expect(notice?.message).toContain(named[scope as keyof typeof named])
    expect(result.files).toEqual([])
    expect(host.book()).toEqual(newHost().book())
  })

  it.each(Object.entries(called))('%s from a page works, or says what is missing', (name, values) => {
    const { host, result, missing } = tried(name, values, granted, [cells])
    expect(result.consents).toEqual([])
    if (missing.length === 0) {
      expect(result.error?.message ?? '').not.toContain('ermission')
      return
    }
    expect(result.error?.message).toBe(
      '没有运行：您还没有同意脚本“查看和修改这份表格”。请从菜单“政务公开年报”再运行一次，' +
        '在 Google 的授权窗口里勾选这些权限。什么都没有改动。',
    )
    expect(host.book()).toEqual(newHost().book())
  })

  it('opening shows the menu, and typing marks cells, without any consent', () => {
    const host = newHost()
    const scopes = granted.map((scope) => AUTH + scope)
    expect(host.run('onOpen', [], { scopes }).menus).toHaveLength(1)
    expect(host.edit('三、依申请公开', 'D7', '若干', { scopes }).counts.write).toBe(2)
  })
})

describe('consent', () => {
  it('is asked about before a lock is taken or a question put', () => {
    const result = newHost().run('generateReport', [], { scopes: [AUTH + cells, AUTH + pages], lockIsTaken: true })
    expect(result.counts.lock).toBe(0)
    expect(result.questions.map(({ title }) => title)).toEqual(['还缺少授权'])
    expect(result.counts.read).toBe(0)
  })

  it('costs a command that works on cells no call', () => {
    expect(newHost().run('checkWorkbook').calls['ScriptApp.getAuthorizationInfo']).toBeUndefined()
  })
})
