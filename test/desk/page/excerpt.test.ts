import { expect, it } from '@jest/globals'
import { differsFrom, excerpt } from '../../../src/desk/page/desk/excerpt'

const start = '开头都一样的文字'.repeat(10)

it('shows where two long texts differ, a little before it, not their common beginning', () => {
  const [one, other] = [`${start}收到申请8件，办结9件。${'尾'.repeat(40)}`, `${start}收到申请11件。`]
  const from = differsFrom(one, other)
  expect(from).toBe(start.length)
  expect(excerpt(one, from, 12)).toBe('…收到申请8件，办结9件。…')
  expect(excerpt(other, from, 12)).toBe('…样的文字收到申请11件。')
})

it('leaves short ones as they are, and begins at the beginning where that differs', () => {
  expect(excerpt('12件', differsFrom('12件', '13件'), 24)).toBe('12件')
  expect(excerpt('甲'.repeat(30), differsFrom('甲'.repeat(30), '乙'), 24)).toBe(`${'甲'.repeat(24)}…`)
  expect(differsFrom('', '')).toBe(0)
})
