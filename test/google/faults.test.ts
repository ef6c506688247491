/** A fault of the program leaves a trace in the execution log: its kind and where, but nothing that stands in a cell. */
import { describe, expect, it } from '@jest/globals'
import { filledBook, officeOf } from './office'

/** As if Google gave something that no code of ours reckons with. */
const odd = (call: string) => ({ quirks: [{ call, gives: { secret: '张三' } }] })
/** Without the message, which may quote what people typed. */
const atLines = /^TypeError(?:\n\s+at .*)+$/

describe('a fault', () => {
  it('under the lock is traced once, and told as a command that did not end', () => {
    const result = officeOf(filledBook()).run('checkWorkbook', [], odd('Range.getValues'))
    expect(result.error?.message).toMatch(/^校验没有完成：.*请再运行一次“校验”。$/)
    expect(result.log).toEqual([expect.stringMatching(atLines)])
    expect(result.log[0]).toContain('Code.js')
  })

  it('outside of a lock is traced too', () => {
    const result = officeOf(filledBook()).run('showFields', [], odd('Range.getValues'))
    expect(result.error?.message).toMatch(/is not a function/)
    expect(result.log).toEqual([expect.stringMatching(atLines)])
  })

  it('after an edit is traced and stops nobody', () => {
    const result = officeOf(filledBook()).edit('三、依申请公开', 'D7', '若干', odd('Range.getValues'))
    expect(result.error).toBeUndefined()
    expect(result.log).toEqual([expect.stringMatching(atLines)])
  })
})

describe('a refusal', () => {
  it.each([
    ['goToCell', ['没有这张表', 'B3'], {}],
    ['previewImport', [{ into: 'thisYear', source: { name: '', kind: 'text', content: '' } }], {}],
    ['checkWorkbook', [], { lockIsTaken: true }],
    ['checkWorkbook', [], { fault: { kind: 'read', call: 3, message: 'Internal Error' } }],
  ] as const)('of %s(%j) with %j leaves none', (name, values, options) => {
    const { error, log } = officeOf(filledBook()).run(name, [...values], options)
    expect([typeof error?.message, log]).toEqual(['string', []])
  })
})
