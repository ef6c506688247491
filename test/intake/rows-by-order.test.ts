import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { read } from '../../src/intake'
import { cleanText } from './sources'

const isOneOfTwo = (line: string) => /（一）予以公开|（二）部分公开（/.test(line)
const withoutLabel = (line: string) =>
  line
    .split('\t')
    .map((cell) => (/^\d*$/.test(cell) ? cell : ''))
    .join('\t')

/** Table 3 with two rows that have no label, and a total at their end that breaks an identity. */
const broken = cleanText
  .split('\n')
  .map((line) => (isOneOfTwo(line) ? withoutLabel(line).replace(/\d+$/, '5*') : line))
  .join('\n')
const without = cleanText
  .split('\n')
  .filter((line) => !isOneOfTwo(line))
  .join('\n')

const told = (text: string) => {
  const { report, findings, unread } = read(text, 'text')
  const checked = check(report, { unread }).findings.filter(({ rule }) => /^[TV]/.test(rule))
  return { read: findings.map(({ rule }) => rule), unread: [...unread], checked: checked.map(({ rule }) => rule) }
}

describe('rows without labels that the identities speak against', () => {
  it('are no more than missing: their cells were not read, and nothing else is told of them', () => {
    const { read: rules, unread, checked } = told(broken)
    expect(rules).toEqual(['READ.ROW_MISSING', 'READ.ROW_UNKNOWN', 'READ.ROW_UNKNOWN'])
    expect(unread).toHaveLength(14)
    expect({ unread, checked }).toEqual({ unread: told(without).unread, checked: [] })
  })
})
