import { describe, expect, it } from '@jest/globals'
import { mayReload, PageUpdate } from '../../../src/desk/page/desk/page-update'
import { keepUnsent, takeUnsent } from '../../../src/desk/page/desk/unsent'
import type { TabStorage } from '../../../src/desk/page/desk/unsent'

/** Of a browser's tab. */
function tabStorage(): TabStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const full: TabStorage = {
  ...tabStorage(),
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
}

const workbook = { file: '年报.xlsx', title: '示例街道办事处2024年度' }
const one = { sheet: 4, row: 7, column: 4, values: [['41']] }
const total = { sheet: 4, row: 7, column: 10, values: [[null]] }
const unsent = [
  { id: 'a', edit: { blocks: [one], base: 3 } },
  { id: 'b', edit: { blocks: [total], base: 5, isConfirmed: true } },
]

describe('what is unsent', () => {
  it('is given back once, as it was', () => {
    const storage = tabStorage()
    expect(keepUnsent(storage, workbook, unsent)).toBe(true)
    expect(takeUnsent(storage, workbook)).toEqual(unsent)
    expect(takeUnsent(storage, workbook)).toBeNull()
  })

  it('is taken over from a page of protocol 1', () => {
    const storage = tabStorage()
    keepUnsent(storage, workbook, [{ edit: { ...one, step: 's' }, base: 3 }] as never)
    const [taken] = takeUnsent(storage, workbook) ?? []
    expect(taken?.edit).toEqual({ blocks: [one], base: 3 })
    expect(taken?.id).toMatch(/^\d+-/)
  })

  it('never goes to another workbook', () => {
    const storage = tabStorage()
    keepUnsent(storage, workbook, unsent)
    expect(takeUnsent(storage, { ...workbook, file: '年报 (2).xlsx' })).toBeNull()
    expect(takeUnsent(storage, { ...workbook, title: '示例街道办事处2025年度' })).toBeNull()
    expect(takeUnsent(storage, workbook)).toEqual(unsent)
  })

  it('is known to be lost where the browser keeps nothing', () => {
    expect(keepUnsent(full, workbook, unsent)).toBe(false)
  })
})

describe('mayReload', () => {
  it('is true once for each version in turn', () => {
    const storage = tabStorage()
    expect([2, 2, 3, 3, 2].map((theirs) => mayReload(storage, theirs))).toEqual([true, false, true, false, true])
  })
})

/** A page, and a clock that is pushed by hand. */
function setUp({ isKept = true, storage = tabStorage() } = {}) {
  const log: string[] = []
  const timers: (() => void)[] = []
  const person = { isWriting: false }
  const update = new PageUpdate({
    storage,
    isWriting: () => person.isWriting,
    keep: () => {
      log.push('keep')
      return isKept
    },
    reload: () => log.push('reload'),
    say: (state) => log.push(state),
    later: (act) => timers.push(act),
  })
  return { update, log, timers, person }
}

describe('PageUpdate', () => {
  it('says so first, and keeps what is unsent before it loads the page anew', () => {
    const { update, log, timers } = setUp()
    update.begin(2)
    expect(log).toEqual(['soon'])
    timers.shift()?.()
    expect(log).toEqual(['soon', 'keep', 'reload'])
  })

  it('begins once, however often the server tells it', () => {
    const { update, log, timers } = setUp()
    update.begin(2)
    update.begin(2)
    expect([log, timers.length]).toEqual([['soon'], 1])
  })

  it('waits for what is being written', () => {
    const { update, log, timers, person } = setUp()
    person.isWriting = true
    update.begin(2)
    timers.shift()?.()
    expect(log).toEqual(['soon'])
    person.isWriting = false
    timers.shift()?.()
    expect(log).toEqual(['soon', 'keep', 'reload'])
  })

  it('loads nothing anew where that was of no use, or would lose something', () => {
    const storage = tabStorage()
    mayReload(storage, 2)
    const again = setUp({ storage })
    again.update.begin(2)
    expect([again.log, again.timers]).toEqual([['still'], []])
    const lossy = setUp({ isKept: false })
    lossy.update.begin(2)
    lossy.timers.shift()?.()
    expect(lossy.log).toEqual(['soon', 'keep', 'notKept'])
  })
})
