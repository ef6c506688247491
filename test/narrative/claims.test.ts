import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { claims } from '../../src/narrative'
import { offices } from './kinds-of-offices'
import { freshAgain } from './fresh-again'
import { freshCourts, freshDisclosed, freshNone } from './fresh-others'
import { freshRequests } from './fresh-requests'
import { freshThird } from './fresh-third'
import { freshTraditional } from './fresh-traditional'
import { heldOutNone, heldOutOthers, heldOutRequests } from './held-out'
import { heldOutAgain, missed } from './held-out-again'
import { mixed } from './more-sentences'
import { courts, disclosed, fees, none, requests, type Labelled } from './sentences'
import { turnsOfPhrase } from './turns-of-phrase'

const YEAR = 2024

const found = (text: string, year: number) =>
  Object.fromEntries(claims(text, { year }).map(({ kind, value }) => [kind, value]))

const tables: Readonly<Record<string, readonly Labelled[]>> = {
  requests,
  courts,
  disclosed,
  fees,
  none,
  mixed,
  offices,
  turnsOfPhrase,
  heldOutRequests,
  heldOutOthers,
  heldOutNone,
  heldOutAgain,
  freshRequests,
  freshDisclosed,
  freshCourts,
  freshNone,
  freshTraditional,
  freshAgain,
  freshThird,
}

describe.each(Object.entries(tables))('%s', (_, table) => {
  it.each(table)('%s', (text, expected, year = YEAR) => {
    expect(found(text, year)).toEqual(expected)
  })
})

it.failing.each(missed)('%s', (text, expected, year = YEAR) => {
  expect(found(text, year)).toEqual(expected)
})

const only = (text: string, year = YEAR) =>
  claims(text, { year }).map(({ kind, value, approximate }) => [kind, value, approximate])

describe('numbers', () => {
  it.each([
    ['收到政府信息公开申请8件', 8, false],
    ['收到政府信息公开申请８件', 8, false],
    ['收到政府信息公开申请 8 起', 8, false],
    ['收到政府信息公开申请八项', 8, false],
    ['收到政府信息公开申请十条', 10, false],
    ['收到政府信息公开申请十二份', 12, false],
    ['收到政府信息公开申请二十宗', 20, false],
    ['收到政府信息公开申请两例', 2, false],
    ['收到政府信息公开申请一百零五封', 105, false],
    ['收到政府信息公开申请1,024次', 1024, false],
    ['收到政府信息公开申请12件次', 12, false],
    ['收到政府信息公开申请1.2万件', 12000, false],
    ['收到政府信息公开申请三千二百件', 3200, false],
    ['收到政府信息公开申请一万二千件', 12000, false],
    ['收到政府信息公开申请四十余件', 40, true],
    ['收到政府信息公开申请70多件', 70, true],
    ['收到政府信息公开申请近百件', 100, true],
    ['收到政府信息公开申请万余件', 10000, true],
    ['收到政府信息公开申请约30件', 30, true],
    ['收到政府信息公开申请500件以上', 500, true],
    ['收到政府信息公开申请超过1万件', 10000, true],
  ])('%s: %d', (text, value, approximate) => {
    expect(only(`2024年，${text}。`)).toEqual([['received', value, approximate]])
  })

  it.each(['第8件', '3至5件', '3-5件', '8人', '8个部门', '12345678901234件', '数十件', '百分之八'])(
    'takes no number from 收到政府信息公开申请%s',
    (text) => expect(only(`收到政府信息公开申请${text}。`)).toEqual([]),
  )
})

describe('where a claim stands', () => {
  it('is the words as written, with their blanks', () => {
    const text = '（二）依申请公开情况。\n2024 年，我局收到政府信息公开申 请 8 件，均已答复。'
    const [received, concluded] = claims(text, { year: YEAR })
    expect(received).toEqual({
      kind: 'received',
      value: 8,
      approximate: false,
      quote: '我局收到政府信息公开申 请 8 件',
      start: 19,
      end: 36,
    })
    expect(concluded).toMatchObject({ kind: 'concluded', value: 8, quote: '均已答复' })
    for (const { quote, start, end } of claims(text)) expect(text.slice(start, end)).toBe(quote)
  })

  it('goes over the line ends of a page, and not over those of a paragraph', () => {
    const page = '2024年，我局严格落实各项规定，认真办理每一件来函，共收到政府信息公开申\n请 21 件，均在法定期限答复。'
    expect(found(page, YEAR)).toEqual({ received: 21, concluded: 21 })
    expect(found('收到政府信息公开申请\n8件', YEAR)).toEqual({})
  })
})

describe('the year', () => {
  it('is the first one named where none is given', () => {
    expect(claims('2023年收到申请6件，2024年收到申请8件。').map(({ value }) => value)).toEqual([6])
    expect(claims('收到申请6件。').map(({ value }) => value)).toEqual([6])
  })
})

interface Sentence {
  id: string
  text: string
  year: number
  claims: Record<string, number>
}

const readSentences = (file: string): Sentence[] => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [])

const published = readSentences('../shared/reports/narrative.json')
const describePublished = published.length > 0 ? describe : describe.skip

describePublished('published sentences', () => {
  it.each(published.map((sentence) => [sentence.id, sentence] as const))('%s', (_, sentence) => {
    expect(found(sentence.text, sentence.year)).toEqual(sentence.claims)
  })
})

const CASES = '../shared/cases'
const fromTheField = readSentences(`${CASES}/sentences.json`)
const describeField = fromTheField.length > 0 ? describe : describe.skip

describeField('sentences that were once misread', () => {
  it.each(fromTheField.map((sentence) => [sentence.id, sentence] as const))('%s', (_, sentence) => {
    expect(found(sentence.text, sentence.year)).toEqual(sentence.claims)
  })

  it.each([
    ['09-carried-out-told-as-concluded', { received: 1, carriedOut: 1 }],
    ['11-consultation', { received: 102, concluded: 102 }],
    ['12-total-after-parts', { activelyDisclosed: 192 }],
    ['14-all-granted', { received: 3, concluded: 3 }],
    ['16-cases-of-last-years-requests', { reviewCases: 1, litigationCases: 2 }],
    ['18-reply-item-in-disclosed-list', { activelyDisclosed: 61 }],
  ])('%s', (name, expected) => {
    expect(found(readFileSync(`${CASES}/text/${name}.txt`, 'utf8'), 2025)).toEqual(expected)
  })
})
