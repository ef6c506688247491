/** A person may grant some scopes and not others: each command does its work or says what is missing, nothing between. */
import { describe, expect, it } from '@jest/globals'
import { commandNames } from '../../src/desk/bench'
import { openHost, type Host, type RunResult } from './double'
import { filledBook, scripts, typeFigure } from './office'

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
  fillZeros: [cells],
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
  undoRepair: ['none'],
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

/** None, each alone, all but each, all: each two of the scopes are granted, refused and one of both. */
const combinations: Scope[][] = [
  [],
  ...all.map((only) => [only]),
  ...all.map((refused) => all.filter((scope) => scope !== refused)),
  [...all],
]

function faultyBook() {
  const book = filledBook()
  typeFigure(book, 'table4.review.total', 9)
  return book
}

const address = 'zhang@example.gov.cn'
const made = openHost({ book: faultyBook(), user: address, now: new Date('2025-01-06T02:30:00Z'), ...scripts })
const newHost = (): Host => made.fork()

interface Tried {
  host: Host
  result: RunResult
}

function tried(name: string, values: readonly unknown[], granted: readonly Scope[], isRefused = false): Tried {
  const host = newHost()
  const scopes = granted.map((scope) => AUTH + scope)
  const isAsked = !isRefused && ['generateReport', 'restoreTotals'].includes(name)
  const answers = isAsked ? (['YES'] as const) : []
  return { host, result: host.run(name, values, { scopes, answers, typed: ['张三'] }) }
}

/** All that a call has done, whoever it was signed by: without the address Google's own words name nobody. */
function done({ host, result }: Tried): string {
  const { value, error, dialogs, toasts, questions, consents } = result
  const saved = result.files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length }))
  const asked = questions.filter(({ buttons }) => buttons !== 'OK_CANCEL')
  const text = JSON.stringify({ value, error, dialogs, toasts, saved, asked, consents }) + host.text()
  const nameless = text.replaceAll(`（${address}）`, '').replaceAll(address, '某人')
  return nameless.replaceAll(/(?:张三|姓名未填)（未核实身份）/g, '某人')
}

/** By the command's name. */
const withAll = new Map(
  Object.keys({ ...menu, ...called }).map((name) => {
    const full = tried(name, called[name] ?? [], all)
    return [name, { error: full.result.error, done: done(full) }] as const
  }),
)

const fullyDone = (name: string): string => withAll.get(name)?.done ?? ''

/** What stands in one text from where the other differs; blank where they are the same. */
function firstDifference(one: string, other: string): string {
  if (one === other) return ''
  let at = 0
  while (one[at] === other[at]) at += 1
  return `${one.slice(at, at + 80)} / ${other.slice(at, at + 80)}`
}

const missingOf = (needed: readonly Scope[], granted: readonly Scope[]) =>
  needed.filter((scope): scope is keyof typeof named => scope in named && !granted.includes(scope))

it('is tried for every command there is', () => {
  expect([...Object.keys(menu), ...Object.keys(called)].sort()).toEqual([...commandNames].sort())
})

it('of all four scopes leaves no command with an error', () => {
  const errors = [...withAll].flatMap(([name, { error }]) => (error ? [[name, error.message]] : []))
  expect(errors).toEqual([])
})

describe.each(combinations.map((granted) => [granted.join(', '), granted] as const))('with [%s]', (_, granted) => {
  it.each(Object.keys(menu))(
    '%s from the menu works as with all, or Google’s window asks for what is missing',
    (name) => {
      const missing = missingOf(menu[name] ?? [], granted)
      const { host, result } = tried(name, [], granted, missing.length > 0)
      if (missing.length === 0) {
        expect(firstDifference(done({ host, result }), fullyDone(name))).toBe('')
        return
      }
      expect(result.consents).toEqual([missing.map((scope) => AUTH + scope)])
      const notices = result.questions.filter(({ buttons }) => buttons === 'OK')
      const lacks = missing.map((scope) => named[scope]).join('、')
      expect(notices).toEqual([
        {
          title: '还缺少授权',
          message: `这一项需要您同意脚本${lacks}。\n` + '按“确定”后，请在 Google 的授权窗口里勾选，然后再点一次菜单。',
          buttons: 'OK',
          answer: 'OK',
        },
      ])
      expect([result.value, result.files, result.dialogs, result.toasts]).toEqual([undefined, [], [], []])
      expect(firstDifference(host.text(), made.text())).toBe('')
    },
  )

  it.each(Object.entries(called))('%s from a page works as with all, or says what is missing', (name, values) => {
    const { host, result } = tried(name, values, granted)
    if (missingOf([cells], granted).length === 0) {
      expect(firstDifference(done({ host, result }), fullyDone(name))).toBe('')
      return
    }
    expect(result.consents).toEqual([])
    expect(result.error?.message).toBe(
      '没有运行：您还没有同意脚本“查看和修改这份表格”。请从菜单“政务公开年报”再运行一次，' +
        '在 Google 的授权窗口里勾选这些权限。什么都没有改动。',
    )
    expect(firstDifference(host.text(), made.text())).toBe('')
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
