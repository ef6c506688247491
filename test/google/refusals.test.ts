/** Refusals of Google's are told in words, with what to do. */
import { describe, expect, it } from '@jest/globals'
import vm from 'node:vm'
import { failureText } from '../../src/actions/sidebar/failure'
import { refusalOf } from '../../src/google/refusals'
import { refusalWords, type Refusal } from '../../src/words/refusals'
import { filledBook, officeOf, run, sheetOf } from './office'

const api = (said: string) => `API call to drive.files.create failed with error: ${said}`

interface Said {
  /** Each alone is enough, whatever the message says. */
  reasons: readonly string[]
  /** Each alone is enough where Google gives no reason: in English, then in Chinese. */
  messages: readonly string[]
}

/** Every reason and every sentence of Google’s that is known, by what is told of it. */
const said: Record<Refusal, Said> = {
  full: {
    reasons: ['storageQuotaExceeded', 'teamDriveFileLimitExceeded'],
    messages: [
      api("The user's Drive storage quota has been exceeded."),
      'Limit Exceeded: storage quota',
      '云端硬盘存储空间已满',
      '您的存储空间不足',
      '存储空间已用完',
    ],
  },
  policy: {
    reasons: ['domainPolicy'],
    messages: [
      api('The domain administrators have disabled Drive apps.'),
      'Your administrator has disabled this app.',
      '您的管理员已停用云端硬盘应用',
      '管理员已禁用该应用',
      '管理员未启用该应用',
    ],
  },
  notEnabled: {
    reasons: ['accessNotConfigured', 'SERVICE_DISABLED'],
    messages: [
      api('Google Drive API has not been used in project 1 before or it is disabled.'),
      'Drive API is disabled.',
      '该 API 尚未在项目 1 中使用过',
    ],
  },
  tooOften: {
    reasons: ['userRateLimitExceeded', 'rateLimitExceeded', 'dailyLimitExceeded', 'sharingRateLimitExceeded'],
    messages: [
      api('User Rate Limit Exceeded.'),
      'Service invoked too many times for one day: premium drive.',
      'There are too many simultaneous invocations: Spreadsheets',
      '该服务今天的调用次数过多',
      '服务使用次数过多',
    ],
  },
  noScope: {
    reasons: ['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'],
    messages: [
      'Request had insufficient authentication scopes.',
      api('Insufficient Permission'),
      'Specified permissions are not sufficient to call Ui.showSidebar.',
      'You do not have permission to call Drive.Files.create.',
      '指定的权限不足以调用 Ui.showSidebar。',
      '您没有调用 Drive.Files.create 的权限',
      '缺少调用该函数的权限',
    ],
  },
  otherAccount: {
    reasons: [],
    messages: [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      'PERMISSION_DENIED',
      'A server error occurred while reading from storage.',
    ],
  },
  noConsent: {
    reasons: ['authError', 'required'],
    messages: [
      'Authorization is required to perform that action.',
      'Authorisation is required to perform that action.',
      api('Login Required.'),
      api('Invalid Credentials'),
      '您需要授权才能执行该操作',
    ],
  },
  fileGone: {
    reasons: ['notFound', 'insufficientFilePermissions', 'appNotAuthorizedToFile'],
    messages: [
      api('File not found: 1.'),
      api('The user does not have sufficient permissions for this file.'),
      api('The user has not granted the app 1 write access to the file 2.'),
    ],
  },
  unavailable: {
    reasons: ['backendError', 'internalError'],
    messages: [
      api('Internal Error'),
      api('Backend Error'),
      api('Empty response'),
      'Service unavailable: Drive',
      'Service Spreadsheets is temporarily unavailable.',
    ],
  },
}

const every = Object.entries(said) as [Refusal, Said][]

describe('a refusal', () => {
  it.each(every.flatMap(([code, { reasons }]) => reasons.map((reason) => [reason, code] as const)))(
    'with the reason %s is known as %s',
    (reason, code) => {
      const error = Object.assign(new Error('…'), { details: { errors: [{ reason }] } })
      expect(refusalOf(error)).toBe(code)
    },
  )

  it.each(every.flatMap(([code, { messages }]) => messages.map((message) => [message, code] as const)))(
    'with the message %s is known as %s',
    (message, code) => expect(refusalOf(new Error(message))).toBe(code),
  )

  it('with a reason is known by it rather than by its message', () => {
    const error = Object.assign(new Error(api('Internal Error')), { details: { errors: [{ reason: 'notFound' }] } })
    expect(refusalOf(error)).toBe('fileGone')
  })

  it('has words for each of what it can be', () => {
    expect(Object.keys(refusalWords).sort()).toEqual(Object.keys(said).sort())
  })

  it.each(['Range not found', '找不到工作表“校验结果”', 'The number of rows in the data does not match'])(
    'that is not known is left in Google’s words: %s',
    (message) => expect(refusalOf(new Error(message))).toBeNull(),
  )

  it.each(every.map(([code]) => code))('of Drive, %s, is told as the cause, with the command to run again', (code) => {
    const [message = ''] = said[code].messages
    const host = officeOf(filledBook())
    const { error } = host.run('generateReport', [], { fault: { kind: 'drive', call: 1, message } })
    expect(error?.message).toBe(
      `生成年度报告没有完成：${refusalWords[code]}。填报的内容没有改动，请再运行一次“生成年度报告”。`,
    )
    expect(sheetOf(host.book(), '流程记录').cells['4,3']?.value).toBeUndefined()
  })

  it.each(every.map(([code]) => code))('outside of a lock, %s, is told as well', (code) => {
    const [message = ''] = said[code].messages
    const { error } = officeOf(filledBook()).run('goToCell', ['基本信息', 'B3'], {
      fault: { kind: 'ui', call: 1, message },
    })
    expect(error?.message).toBe(refusalWords[code])
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
