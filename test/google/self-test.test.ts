/** 自检: on the double everything is as the program takes it for granted; each check fails where one thing is not. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, it } from '@jest/globals'
import mammoth from 'mammoth'
import { smallDocx } from '../../src/google/self-test/small-docx'
import { pasteTab } from '../../src/words/actions'
import { probeWords, type ProbeId } from '../../src/words/self-test'
import { openHost, type Host, type RunOptions, type RunResult } from './double'
import { differences, filledBook, newOffice, officeOf, scripts } from './office'

interface Line {
  id: ProbeId
  state: 'passed' | 'differs' | 'refused'
  text: string
}

interface Answer {
  text?: string
  lines?: Line[]
  line?: Line
  cut?: Line
  echo?: string
  message?: string
}

/** As pushed with `--with-comments`: nothing is refused. */
const allowed = (): Host =>
  openHost({
    ...{ book: filledBook(), user: 'zhang@example.gov.cn', now: new Date('2025-01-06T02:30:00Z') },
    ...{ readsEveryFile: true, ...scripts },
  })

const answerOf = (result: RunResult): Answer => {
  if (result.error) throw new Error(result.error.message)
  return result.value as Answer
}

const linesOf = (options: RunOptions, host = allowed()): Line[] =>
  answerOf(host.run('selfTest', [], options)).lines ?? []

const ids = Object.keys(probeWords) as ProbeId[]

it('probes what docs/differences.md lists, each once', () => {
  const [, assumed = ''] = readFileSync('docs/differences.md', 'utf8').split('## Assumed')
  const rows = assumed.split('\n')
  const first = rows.filter((row) => row.startsWith('| `')).map((row) => row.split('|')[1] ?? '')
  const named = first.filter((cell) => /^(?: `\w+`,?)+ $/.test(cell)).flatMap((cell) => cell.match(/\w+/g) ?? [])
  const probes = named.filter((name) => (ids as string[]).includes(name))
  expect(probes.sort()).toEqual([...ids].sort())
})
const byPerson: readonly ProbeId[] = ['page', 'paste']
const noPermission = 'You do not have permission to perform that action. Required permissions: drive.file'

type Fault = readonly [id: ProbeId, call: string, does: object, state: Line['state'], seen: string]

const values = (id: ProbeId, given: unknown, seen: string): Fault => [
  ...([id, 'Range.getValues', { gives: [[given]] }, 'differs', seen] as const),
]

/** Each check, what Google does otherwise while it runs, and what is told of it. */
const faults: readonly Fault[] = [
  ['scopes', 'AuthorizationInfo.getAuthorizedScopes', { gives: null }, 'differs', '没有'],
  ['person', 'User.getEmail', { gives: '' }, 'differs', '否'],
  ['effectivePerson', 'User.getEmail', { gives: '' }, 'differs', '否'],
  ['locale', 'Spreadsheet.getSpreadsheetLocale', { gives: 'en_US' }, 'differs', 'en_US，Asia/Shanghai'],
  ['locale', 'Spreadsheet.getSpreadsheetTimeZone', { gives: 'Etc/GMT' }, 'differs', 'zh_CN，Etc/GMT'],
  ['lock', 'LockService.getDocumentLock', { gives: null }, 'differs', '否'],
  ['properties', 'Properties.getProperties', { gives: {} }, 'differs', '收到 0 个字'],
  [
    'properties',
    'Properties.setProperty',
    { throws: 'Argument too large: value' },
    'differs',
    'Argument too large: value',
  ],
  ['parts', 'HtmlTemplate.getRawContent', { gives: '(()=>({}))' }, 'differs', 'drive.html 10/'],
  ['emptyTab', 'Sheet.getLastRow', { gives: 1 }, 'differs', '数 1'],
  ['frozen', 'Sheet.getFrozenRows', { gives: 1 }, 'differs', '数 1'],
  ['goneTab', 'Range.getFormulas', { gives: [["='没有'!A1"]] }, 'differs', "='没有'!A1"],
  ['brokenName', 'Spreadsheet.getNamedRanges', { gives: [] }, 'differs', '没有'],
  ['brokenName', 'NamedRange.remove', { throws: 'Range not found' }, 'differs', 'Range not found'],
  ['namePlace', 'Range.getGridId', { gives: 77 }, 'differs', 'D40:E41，77'],
  ['covered', 'Range.getValues', { gives: [['', 2]] }, 'differs', '空白、数 2'],
  ['validation', 'Range.getDataValidation', { gives: null }, 'differs', '没有'],
  ['validation', 'DataValidation.getAllowInvalid', { gives: false }, 'differs', '=AND(ISNUMBER('],
  ['validation', 'DataValidation.getCriteriaValues', { gives: ['=TRUE'] }, 'differs', '=TRUE'],
  ['protect', 'Sheet.getProtections', { gives: [{}, {}] }, 'differs', '数 2'],
  ['copy', 'Range.getMergedRanges', { gives: [] }, 'differs', '缺 合并'],
  ['copy', 'Range.getNotes', { gives: [['']] }, 'differs', '缺 备注'],
  ['copy', 'Range.getDataValidation', { gives: null }, 'differs', '缺 校验规则'],
  ['copy', 'Sheet.getProtections', { gives: [] }, 'differs', '缺 保护'],
  ['copy', 'Range.getGridId', { gives: 77 }, 'differs', '缺 原表的名称'],
  ['select', 'Spreadsheet.getCurrentCell', { gives: null }, 'differs', '没有'],
  values('fraction', '3/4', '文字“3/4”'),
  values('chineseDay', '2024年1月31日', '文字“2024年1月31日”'),
  values('shortDay', '12-1', '文字“12-1”'),
  values('padded', ' 8 ', '文字“ 8 ”'),
  values('fullWidth', 8, '数 8'),
  values('asText', 8, '数 8'),
  values('numberAsText', '8.00', '文字“8.00”'),
  values('general', '2024年1月31日', '文字“2024年1月31日”'),
  values('link', '#ERROR!', '文字“#ERROR!”'),
  values('apostrophe', 45663.4375, '数 45663.4375'),
  ['dayZone', 'Spreadsheet.getSpreadsheetTimeZone', { gives: 'Etc/UTC' }, 'differs', '2024-01-30 16:00'],
  values('dayZone', '2024-01-31', '文字“2024-01-31”'),
  ['localeTakes', 'Spreadsheet.setSpreadsheetLocale', { gives: null }, 'differs', '文字“31/1/2024”'],
  ['create', 'Drive.Files.create', { throws: noPermission }, 'refused', noPermission],
  ['create', 'Drive.Files.create', { gives: {} }, 'differs', '没有'],
  ['list', 'Drive.Files.list', { gives: { files: [] } }, 'differs', '否'],
  ['update', 'Drive.Files.update', { gives: { id: 'file-99' } }, 'differs', 'file-99、file-99'],
  ['convert', 'Drive.Files.update', { gives: { id: 'file-99' } }, 'differs', 'file-99 '],
  ['bin', 'Drive.Files.update', { gives: {} }, 'differs', '否'],
  ['documentComments', 'Drive.Comments.list', { gives: { comments: [] } }, 'differs', '读到 0 条'],
  ['keptComments', 'Drive.Comments.list', { gives: { comments: [] } }, 'differs', '读到 0 条'],
  ['list', 'Drive.Files.list', { throws: 'Service failed' }, 'differs', 'Service failed'],
  ['documentComments', 'Drive.Comments.create', { throws: '没有权限' }, 'refused', '没有权限'],
  ['sheetComments', 'Drive.Comments.list', { throws: 'File not found: 1' }, 'refused', 'File not found: 1'],
  ['timeRange', 'Sheet.getRange', { takes: 60 }, 'differs', '100 次，每次 60.0 毫秒'],
  ['timeName', 'Sheet.getName', { takes: 60 }, 'differs', '100 次，每次 60.0 毫秒'],
  ['timeNames', 'Spreadsheet.getNamedRanges', { takes: 250 }, 'differs', '60 次，每次 250.0 毫秒'],
  ['timeNotes', 'Range.getNotes', { takes: 250 }, 'differs', '60 次，每次 250.0 毫秒'],
]

const labels = { passed: '通过', differs: '不同', refused: '没有授权' }

describe('each check', () => {
  it('has a fault in the table; the two of the person are below', () => {
    const inTable = new Set(faults.map(([id]) => id))
    expect(ids.filter((id) => !inTable.has(id))).toEqual(byPerson)
  })

  it.each(faults)('%s fails alone where %s answers %j', (id, call, does, state, seen) => {
    const lines = linesOf({ quirks: [{ call, during: `自检 ${id}`, ...does }] })
    expect(lines.filter((line) => line.state !== 'passed').map((line) => [line.id, line.state])).toEqual([[id, state]])
    const { text } = lines.find((line) => line.id === id) ?? { text: '' }
    expect(text.startsWith(`${labels[state]}　${probeWords[id].assumes}。实际：`)).toBe(true)
    expect(text).toContain(seen)
  })

  it('is told apart where the person has granted cells and pages only', () => {
    const scopes = ['spreadsheets.currentonly', 'script.container.ui'].map(
      (scope) => `https://www.googleapis.com/auth/${scope}`,
    )
    const lines = linesOf({ scopes })
    const ofDrive = ['create', 'list', 'update', 'convert', 'bin', 'documentComments', 'keptComments', 'sheetComments']
    expect(lines.filter(({ state }) => state !== 'passed').map(({ id, state }) => `${id} ${state}`)).toEqual(
      ['scopes', 'person', 'effectivePerson', ...ofDrive].map((id) => `${id} refused`),
    )
    expect(lines[0]?.text).toMatch(/^没有授权　.*实际：缺 drive\.file、userinfo\.email。请再点一次菜单/)
  })

  it('is not begun without cells and pages: Google’s window asks for them', () => {
    const result = allowed().run('selfTest', [], { scopes: [] })
    expect(result.consents).toHaveLength(1)
    expect([result.dialogs, result.counts.write]).toEqual([[], 0])
  })
})

describe('自检', () => {
  it('passes on the double but for the comments of the spreadsheet, which drive.file does not reach', () => {
    const { text = '', lines = [] } = answerOf(officeOf(filledBook()).run('selfTest'))
    expect(lines.map(({ id }) => id).sort()).toEqual(ids.filter((id) => !byPerson.includes(id)).sort())
    expect(lines.filter(({ state }) => state !== 'passed').map(({ id, state }) => [id, state])).toEqual([
      ['sheetComments', 'refused'],
    ])
    const [head, count, ...rest] = text.split('\n')
    expect(head).toMatch(/^nianbao \d+\.\d+\.\d+ 自检，2025-01-06 10:30$/)
    expect(count).toBe('通过 40，不同 0，没有授权 1')
    expect(rest.slice(0, -1)).toEqual(lines.map((line) => line.text))
    expect(rest.at(-1)).toBe('临时工作表和文件已经删除。')
  })

  it('runs in an empty spreadsheet as well, before anything is set up', () => {
    expect(linesOf({}, newOffice()).filter(({ state }) => state === 'differs')).toEqual([])
  })

  it('is shown in a window that leaves the cells free, with the text to copy', () => {
    const result = officeOf(filledBook()).run('selfTest')
    const [dialog] = result.dialogs
    expect([dialog?.kind, dialog?.title]).toEqual(['modeless', '自检'])
    expect(dialog?.html).toContain('<textarea id="copy" readonly>nianbao ')
    expect(dialog?.html.match(/<li class="passed">/g)).toHaveLength(40)
    expect(dialog?.html.match(/<li id="c-(page|paste)" class="waiting">/g)).toHaveLength(2)
    expect(dialog?.html).not.toMatch(/<li class="differs">/)
  })

  it('takes its .docx for one that readers open', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(smallDocx, 'base64') })
    expect(value).toBe('<p>nianbao 自检</p>')
  })

  it('that fails on itself says that it did not end, and what to do', () => {
    const quirks = [{ call: 'Spreadsheet.getCurrentCell', during: '自检 clean', throws: 'Service failed' }]
    const { error, dialogs } = allowed().run('selfTest', [], { quirks })
    expect(error?.message).toBe('自检没有完成：Service failed。填报的内容没有改动，请再运行一次“自检”。')
    expect(dialogs).toEqual([])
  })

  it('waits for nobody who runs a command, and says so', () => {
    const { error } = allowed().run('selfTest', [], { lockIsTaken: true })
    expect(error?.message).toBe('自检：别人正在运行菜单操作，请稍后再试。什么都没有改动。')
  })
})

const inUse = (host: Host) => host.drive().filter(({ trashed }) => trashed !== true)

describe('cleaning up', () => {
  const cleaned = (options: RunOptions) => {
    const host = allowed()
    const before = host.book()
    const { text = '' } = answerOf(host.run('selfTest', [], options))
    return { left: differences(before, host.book()), files: inUse(host), end: text.split('\n').at(-1) }
  }
  const clean = { left: [], files: [], end: '临时工作表和文件已经删除。' }

  it('leaves the workbook and Drive as they were', () => {
    expect(cleaned({})).toEqual(clean)
  })

  it.each([
    ['copy', 'Range.setDataValidation'],
    ['copy', 'Sheet.protect'],
    ['goneTab', 'Range.setValues'],
    ['frozen', 'Sheet.setFrozenRows'],
    ['brokenName', 'Spreadsheet.deleteSheet'],
    ['convert', 'Drive.Files.update'],
    ['documentComments', 'Drive.Comments.create'],
    ['properties', 'Properties.getProperties'],
  ])('is done too where %s is thrown out of %s', (id, call) => {
    expect(cleaned({ quirks: [{ call, during: `自检 ${id}`, throws: 'Service failed' }] })).toEqual(clean)
  })

  it('says so, and keeps the results, where it cannot even see what is there', () => {
    const quirks = ['Spreadsheet.getNamedRanges', 'Spreadsheet.getSheetByName'].map((call) => ({
      ...{ call, during: '自检 clean', throws: 'Service failed' },
    }))
    const { text = '', lines = [] } = answerOf(allowed().run('selfTest', [], { quirks }))
    expect(lines.filter(({ state }) => state !== 'passed')).toEqual([])
    expect(text.split('\n').at(-1)).toBe(
      '没有清理干净，请手工删除：命名范围“nianbao_self_test”（Service failed）；工作表“nianbao自检（临时）”（Service failed）',
    )
  })

  it('says what is left where it fails, and the next run takes it away', () => {
    const host = allowed()
    const before = host.book()
    const quirks = ['Spreadsheet.deleteSheet', 'NamedRange.remove', 'Drive.Files.update'].map((call) => ({
      ...{ call, during: '自检 clean', throws: 'Service failed' },
    }))
    const { text = '' } = answerOf(host.run('selfTest', [], { quirks }))
    expect(text.split('\n').at(-1)).toMatch(
      /^没有清理干净，请手工删除：命名范围“nianbao_self_test”（Service failed）；工作表“nianbao自检（临时）”（Service failed）；工作表“nianbao自检（副本）”（Service failed）；云端硬盘文件“nianbao自检”（Service failed）/,
    )
    expect(inUse(host)).toHaveLength(6)
    expect(linesOf({}, host).filter(({ state }) => state !== 'passed')).toEqual([])
    expect([differences(before, host.book()), inUse(host)]).toEqual([[], []])
  })
})

describe('what the person does', () => {
  const pasted = (paste: (host: Host) => void): [Line | undefined, boolean] => {
    const host = allowed()
    const before = host.book()
    expect(answerOf(host.run('selfTest', ['prepare'])).message).toBe('请在新工作表里按说明粘贴，再点“看结果”。')
    paste(host)
    const { line } = answerOf(host.run('selfTest', ['see']))
    return [line, differences(before, host.book()).length === 0]
  }
  const block = [
    [1, 2],
    [3, 4],
    [5, 6],
  ]

  it('passes where the script is told of the whole block, and takes the tab away', () => {
    const [line, isClean] = pasted((host) => void host.edit(pasteTab, 'D3', block))
    expect([line?.state, line?.text.includes('实际：程序得知 D3:E5。'), isClean]).toEqual(['passed', true, true])
  })

  it.each([
    ['only the first cell', (host: Host) => void host.edit(pasteTab, 'D3', 1), '程序得知 D3。'],
    ['nothing', () => undefined, '程序没有得到通知。'],
    [
      'nothing, since the tab is gone',
      (host: Host) => {
        const book = host.book()
        host.setBook({ ...book, sheets: book.sheets.filter(({ name }) => name !== pasteTab) })
      },
      '没有。',
    ],
  ])('differs where it is told of %s', (_, paste, seen) => {
    const [line, isClean] = pasted(paste)
    expect([line?.state, line?.text.includes(`实际：${seen}`), isClean]).toEqual(['differs', true, true])
  })

  it('is asked for anew without a second tab', () => {
    const host = allowed()
    host.run('selfTest', ['prepare'])
    expect(host.run('selfTest', ['prepare']).error).toBeUndefined()
    expect(host.book().sheets.filter(({ name }) => name === pasteTab)).toHaveLength(1)
  })
})

describe('the page', () => {
  const host = allowed()
  let html = ''
  beforeAll(() => {
    html = host.run('selfTest').dialogs[0]?.html ?? ''
  })

  interface Element {
    className: string
    textContent: string
    value: string
    firstChild: { textContent: string }
    onclick?: () => void
    focus: () => void
    select: () => void
  }

  /** The page's script with elements that keep what it puts into them; `sent` is what reaches the script at Google. */
  function opened(change: (text: string) => string, options: RunOptions = {}) {
    const elements: Record<string, Element> = {}
    const noop = () => undefined
    const at = (id: string): Element =>
      (elements[id] ??= {
        ...{
          className: 'waiting',
          textContent: '',
          value: '',
          firstChild: { textContent: '' },
          focus: noop,
          select: noop,
        },
      })
    let done: (answer: unknown) => void = noop
    let fail: (error: { message: string }) => void = noop
    const run = {
      withSuccessHandler: (handler: typeof done) => {
        done = handler
        return run
      },
      withFailureHandler: (handler: typeof fail) => {
        fail = handler
        return run
      },
      selfTest: (step: string, text: string) => {
        const result = host.run('selfTest', [step, change(text)], options)
        if (result.error) fail(result.error)
        else done(result.value)
      },
    }
    const script = /<script>([^]*)<\/script>/.exec(html)?.[1] ?? ''
    runInNewContext(script, {
      google: { script: { run } },
      document: { getElementById: at, execCommand: noop },
    })
    return { at, elements }
  }

  it('sends 100 KB when it opens, and puts the result into the list and the text to copy', () => {
    const { at } = opened((text) => text)
    expect(at('c-page').className).toBe('passed')
    expect(at('c-page').firstChild.textContent).toBe(
      '通过　窗口与程序之间能传 100 KB。实际：收到 102400 个字。与程序所依据的相同。',
    )
    expect(at('copy').value).toBe(`\n${at('c-page').firstChild.textContent}`)
  })

  it('tells where less arrives', () => {
    const { at } = opened((text) => text.slice(0, 50_000))
    expect(at('c-page').className).toBe('differs')
    expect(at('c-page').firstChild.textContent).toMatch(/^不同　.*实际：收到 50000 个字。导入很长的文本可能失败/)
  })

  it('says that it did not end, and why, where a call fails', () => {
    const quirks = ['getSheetByName', 'getSheets'].map((name) => ({
      ...{ call: `Spreadsheet.${name}`, throws: 'Service failed' },
    }))
    const { at } = opened((text) => text, { quirks })
    at('prepare').onclick?.()
    expect(at('say').textContent).toBe('没有做完：Service failed')
  })

  it('says so at the 100 KB too, in the list and below it', () => {
    const { at } = opened((text) => text, { scopes: [] })
    expect(at('say').textContent).toMatch(/^没有做完：没有运行：您还没有同意脚本“查看和修改这份表格”。/)
    expect(at('c-page').className).toBe('waiting')
  })

  it('prepares the paste and shows its result', () => {
    const { at } = opened((text) => text)
    at('prepare').onclick?.()
    expect(at('say').textContent).toBe('请在新工作表里按说明粘贴，再点“看结果”。')
    host.edit(pasteTab, 'D3', [
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    at('see').onclick?.()
    expect(at('c-paste').className).toBe('passed')
    at('take').onclick?.()
    expect(at('say').textContent).toBe('已复制，可以粘贴到邮件里。')
  })
})
