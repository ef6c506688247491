/** Refusals of Google's are told in words, with what to do. */
import { describe, expect, it } from '@jest/globals'
import vm from 'node:vm'
import { failureText } from '../../src/actions/sidebar/failure'
import { refusalOf } from '../../src/google/refusals'
import { filledBook, officeOf, run, sheetOf } from './office'

const api = (said: string) => `API call to drive.files.create failed with error: ${said}`

/** By reason, by Google's English message, by its Chinese one. */
const table: [string, string, string, string][] = [
  ['storageQuotaExceeded', api("The user's Drive storage quota has been exceeded."), '', '空间已满'],
  ['', api("The user's Drive storage quota has been exceeded."), '', '空间已满'],
  ['', '云端硬盘存储空间已满', '', '空间已满'],
  ['domainPolicy', api('The domain administrators have disabled Drive apps.'), '', '管理员不允许'],
  [
    'accessNotConfigured',
    api('Google Drive API has not been used in project 1 before or it is disabled.'),
    '',
    '没有启用',
  ],
  ['userRateLimitExceeded', api('User Rate Limit Exceeded.'), '', '过几分钟再试'],
  ['', 'Service invoked too many times for one day: premium drive.', '', '过几分钟再试'],
  ['insufficientPermissions', api('Insufficient Permission'), '', '把各项权限都勾上'],
  ['', 'Specified permissions are not sufficient to call Ui.showSidebar.', '', '把各项权限都勾上'],
  ['', 'Request had insufficient authentication scopes.', '', '把各项权限都勾上'],
  [
    '',
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    '',
    '登录了几个',
  ],
  ['', 'Authorization is required to perform that action.', '', '还没有授权'],
  ['notFound', api('File not found: 1.'), '', '已被删除，或者当前账号无权改动'],
  ['insufficientFilePermissions', api('The user does not have sufficient permissions for this file.'), '', '无权改动'],
  ['backendError', api('Internal Error'), '', '过一会儿再试'],
  ['', api('Empty response'), '', '过一会儿再试'],
]

describe('a refusal', () => {
  it.each(table)('with the reason %p and the message %s', (reason, message, _, words) => {
    const error = Object.assign(new Error(message), reason && { details: { errors: [{ reason }] } })
    expect(refusalOf(error)).toContain(words)
  })

  it.each(['Range not found', '找不到工作表“校验结果”', 'The number of rows in the data does not match'])(
    'that is not known is left in Google’s words: %s',
    (message) => expect(refusalOf(new Error(message))).toBeNull(),
  )

  it('of Drive is told as the cause, with the command to run again', () => {
    const fault = { kind: 'drive', call: 1, reason: 'storageQuotaExceeded', message: api('quota') } as const
    const host = officeOf(filledBook())
    const { error } = host.run('generateReport', [], { fault })
    expect(error?.message).toBe(
      '生成年度报告没有完成：这个账号的 Google 云端硬盘空间已满，请删除不用的文件并清空回收站，或者换一个账号运行。' +
        '填报的内容没有改动，请再运行一次“生成年度报告”。',
    )
    expect(sheetOf(host.book(), '流程记录').cells['4,3']?.value).toBeUndefined()
  })

  it('outside of a lock is told as well', () => {
    const message = "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED."
    const { error } = officeOf(filledBook()).run('goToCell', ['基本信息', 'B3'], {
      fault: { kind: 'ui', call: 1, message },
    })
    expect(error?.message).toContain('浏览器里登录了几个 Google 账号')
  })
})

describe('a file of the script that is gone or may not be changed', () => {
  it.each(['notFound', 'insufficientFilePermissions'])('(%s) is made anew, within 7 calls to Drive', (reason) => {
    const host = officeOf(filledBook())
    const before = run(host, 'generateReport').files.map(({ id }) => id)
    // The list of files and the two lists of comments come first.
    const { drive } = run(host, 'generateReport').counts
    const fault = { kind: 'drive', call: drive - 2, reason, message: api('refused') } as const
    const again = host.run('generateReport', [], { fault })
    expect(again.error).toBeUndefined()
    expect(again.files).toHaveLength(3)
    expect(again.files.map(({ id }) => before.includes(id))).toEqual([false, true, true])
    expect(again.counts.drive).toBeLessThanOrEqual(7)
  })
})

describe('a page whose call was made for another account', () => {
  const told = (message: string): unknown =>
    vm.runInNewContext(`(${failureText})({ message: ${JSON.stringify(message)} })`)

  it.each([
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    'Authorization is required to perform that action.',
    'Authorisation is required to perform that action.',
    '您需要授权才能执行该操作',
  ])('says what to do: %s', (message) => {
    expect(told(message)).toMatch(/^没有做成：浏览器里登录了几个谷歌账号，.*请退出其他账号/)
  })

  it('tells anything else as it is', () => {
    expect(told('校验没有完成：原因')).toBe('校验没有完成：原因')
  })

  it('is a page of the sidebar or of an import', () => {
    const host = officeOf(filledBook())
    for (const name of ['showFindings', 'showFields', 'showDraft', 'importLastYear', 'importPublished']) {
      expect(run(host, name).dialogs[0]?.html).toContain(failureText)
    }
  })
})
