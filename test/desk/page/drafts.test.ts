import { describe, expect, it } from '@jest/globals'
import { draftedIn, Drafts, tabName } from '../../../src/desk/page/desk/drafts'
import { fakeStorage } from './fake-storage'

const workbook = { file: '年报.xlsx', title: '示例' }
const typing = { sheet: 4, row: 7, column: 4, text: '1999', base: 3 }
const comment = { sheet: 4, row: 7, column: 4, text: '请核' }
const unsent = [{ id: 'e', edit: { blocks: [{ sheet: 4, row: 8, column: 4, values: [['5']] }], base: 3 } }]

describe('drafts', () => {
  it('are given back to the same tab at once, once', () => {
    const store = fakeStorage()
    const page = new Drafts(store, workbook, 'tab', () => 1000)
    page.keep(typing)
    page.keepEdits({ unsent, questions: [] })
    const next = new Drafts(store, workbook, 'tab', () => 1100)
    page.keepComments([comment])
    expect(next.take()).toEqual({ typing: [typing], unsent, questions: [], comments: [comment] })
    expect(next.take()).toEqual({ typing: [], unsent: [], questions: [], comments: [] })
  })

  it('of another tab are left to it while it lives, and taken when it is dead', () => {
    const store = fakeStorage()
    let now = 1000
    const living = new Drafts(store, workbook, 'one', () => now)
    const other = new Drafts(store, workbook, 'two', () => now)
    living.keep(typing)
    now += 3000
    living.beat()
    now += 3000
    expect(other.take().typing).toEqual([])
    now += 3000
    expect(other.take().typing).toEqual([typing])
  })

  it('of another tab are taken at once where it is known to be dead, or has said that it goes', () => {
    const store = fakeStorage()
    const page = (tab: string) => new Drafts(store, workbook, tab, () => 100_000)
    const [one, two] = [page('one'), page('two')]
    one.keep(typing)
    expect([two.hasOthers, two.take((tab) => tab !== 'one').typing]).toEqual([true, []])
    expect([two.take((tab) => tab === 'one').typing, two.hasOthers]).toEqual([[typing], false])
    one.keep(typing)
    one.leave()
    expect(two.take().typing).toEqual([typing])
  })

  it('are kept no longer once all is with the server, and never go to another workbook', () => {
    const store = fakeStorage()
    const page = new Drafts(store, workbook, 'tab', () => 1000)
    page.keep(typing)
    expect(new Drafts(store, { ...workbook, title: '别的' }, 'tab', () => 9000).take().typing).toEqual([])
    page.keep(null)
    expect(store.kept.size).toBe(0)
  })

  it('name every workbook that has some, with how many there are in all tabs', () => {
    const store = fakeStorage()
    store.setItem('nianbao-name', '李')
    const page = (file: string, tab: string) => new Drafts(store, { ...workbook, file }, tab, () => 1000)
    page('年报 (2).xlsx', 'one').keep(typing)
    const two = page('年报.xlsx', 'two')
    two.keepEdits({ unsent, questions: [] })
    two.keepComments([comment])
    page('年报.xlsx', 'three').keepWaiting([typing, typing])
    expect(draftedIn(store)).toEqual([
      { file: '年报 (2).xlsx', title: '示例', count: 1 },
      { file: '年报.xlsx', title: '示例', count: 4 },
    ])
    expect(draftedIn(fakeStorage())).toEqual([])
  })

  it('do no harm where the browser keeps nothing', () => {
    const full = { ...fakeStorage(), setItem: () => fail() }
    expect(() => new Drafts(full, workbook, 'tab', () => 1).keep(typing)).not.toThrow()
  })
})

function fail(): never {
  throw new Error('QuotaExceededError')
}

it('a tab of the browser has one name as long as it lasts', () => {
  const store = fakeStorage()
  expect(tabName(store)).toBe(tabName(store))
  expect(tabName(fakeStorage())).not.toBe(tabName(store))
})
