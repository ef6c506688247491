/** 空白填 0 at Google: what it costs, and what others do while its question stands there. */
import { describe, expect, it } from '@jest/globals'
import { recalculate } from '../../src/desk/book'
import { figureCell, filledBook, homeOf, officeOf, sheetOf, typeFigure } from './office'

const yes = { answers: ['YES' as const] }
const typed = 'table3.received.enterprise'
const left = 'table3.carriedIn.research'

function withBlanks() {
  const book = filledBook()
  typeFigure(book, typed, null)
  typeFigure(book, left, null)
  recalculate(book)
  return book
}

/** A person who has table 3 before them. */
function onTable3(book = withBlanks()) {
  const host = officeOf(book)
  host.run('goToCell', [homeOf(typed).tab, 'E12'])
  return host
}

const valuesOf = (host: ReturnType<typeof onTable3>) =>
  [typed, left, 'table3.received.research'].map((figure) => figureCell(host.book(), figure).value)

describe('空白填 0', () => {
  it('asks after 10 reads, and fills by 13 more and 4 writes where no check stood', () => {
    const host = onTable3()
    const asked = host.run('fillZeros', [], { answers: ['NO'] })
    expect([asked.counts.read, asked.counts.write]).toEqual([10, 0])
    const { counts, value, questions } = host.run('fillZeros', [], yes)
    expect(questions.map(({ message }) => message)).toEqual([
      '“三、依申请公开”有 2 格空白：\n· 一、本年新收政府信息公开申请数量：1 格\n· 二、上年结转政府信息公开申请数量：1 格\n\n' +
        '确认这些都没有发生，填 0 吗？已经填写的格子和总计不改动。',
    ])
    expect(value).toEqual({ message: '“三、依申请公开”空白的 2 格已填 0，可以撤销。' })
    expect([counts.read, counts.write]).toEqual([23, 4])
    expect(valuesOf(host)).toEqual([0, 0, 0])
  })

  it('renews the list and the marks of a check by 3 reads and 5 writes more', () => {
    const host = onTable3()
    host.run('checkWorkbook')
    const { counts } = host.run('fillZeros', [], yes)
    expect([counts.read, counts.write]).toEqual([26, 9])
  })

  it('leaves alone what was filled while the question stood there, and what has become blank since', () => {
    const host = onTable3()
    const at = (figure: string) => ({ kind: 'type' as const, ...homeOf(figure) })
    const meanwhile = [
      { ...at(typed), value: 5 },
      { ...at('table3.received.research'), value: '' },
    ]
    const done = host.run('fillZeros', [], { ...yes, meanwhile })
    expect([done.error, done.value]).toEqual([undefined, { message: '“三、依申请公开”空白的 1 格已填 0，可以撤销。' }])
    expect(valuesOf(host)).toEqual([5, 0, ''])
    expect(sheetOf(host.book(), '流程记录').cells['4,4']?.value).toBe(
      '三、依申请公开空白的 1 格填 0\n· 二、上年结转政府信息公开申请数量：1 格',
    )
  })
})
