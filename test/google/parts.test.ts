import { describe, expect, it } from '@jest/globals'
import { doubtReasons } from '../../src/words/drawn'
import { fileRuleWords } from '../../src/words/source-faults'
import { openHost, type Host } from './double'
import { filledBook, scripts } from './office'

const htmlFiles = scripts.htmlFiles ?? {}

/** The same script, with these of its HTML files. */
function hostWith(names: readonly string[]): Host {
  const present = names.map((name) => [name, htmlFiles[name] ?? ''])
  return openHost({ book: filledBook(), user: '', ...scripts, htmlFiles: Object.fromEntries(present) })
}

const errorOf = (host: Host, name: string, ...values: unknown[]) => host.run(name, values).error?.message

describe('the parts of the bundle', () => {
  it('are thirteen, all of them smaller than what every call loads', () => {
    expect(Object.keys(htmlFiles).sort()).toEqual([
      'drive',
      'fields',
      'html',
      'import',
      'narrative',
      'read',
      'refusals',
      'repairs',
      'report',
      'self-test',
      'sidebar',
      'template',
      'zeros',
    ])
    for (const text of Object.values(htmlFiles)) expect(text.length).toBeLessThan(scripts.bundle.length)
  })

  it('hold no words about files that Google never hands to the script', () => {
    const { stacked, ...ofPages } = doubtReasons
    const ofFiles = Object.values(fileRuleWords).map(({ why }) => why)
    const all = Object.values(htmlFiles).join('')
    expect(all).toContain(stacked)
    expect([...Object.values(ofPages), ...ofFiles].filter((text) => all.includes(text))).toEqual([])
  })

  it('are not asked for by what happens most: opening, typing, totals, going to a cell', () => {
    const host = hostWith([])
    expect(host.menus()).toHaveLength(1)
    expect(host.edit('三、依申请公开', 'D7', 80).error).toBeUndefined()
    expect(errorOf(host, 'restoreTotals')).toBeUndefined()
    expect(errorOf(host, 'goToCell', '基本信息', 'B2')).toBeUndefined()
  })

  it.each([
    ['checkWorkbook', 'narrative'],
    ['generateReport', 'report'],
    ['importLastYear', 'import'],
    ['showFields', 'fields'],
    ['initTemplate', 'template'],
  ])('%s needs %s: without it a sentence says what to do, and nothing has changed', (name, part) => {
    const host = hostWith(Object.keys(htmlFiles).filter((one) => one !== part))
    const before = host.book()
    expect(errorOf(host, name)).toContain(
      `脚本不完整，读不到文件 ${part}.html（No HTML file named ${part} was found），` +
        '请把 nianbao 的全部文件重新推送到这份表格',
    )
    expect(host.book()).toEqual(before)
  })

  it('are loaded once in a call', () => {
    const narrative = `(console.warn('loaded'), ${htmlFiles['narrative'] ?? ''})`
    const host = openHost({ book: filledBook(), user: '', ...scripts, htmlFiles: { narrative } })
    expect(host.run('checkWorkbook').log).toEqual(['loaded'])
  })
})
