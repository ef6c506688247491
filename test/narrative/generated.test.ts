import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { claims } from '../../src/narrative'
import { runs } from '../support/runs'

const YEAR = 2024

/** A number as an office may write it. */
const CHINESE = '零一二三四五六七八九'

function inChinese(number: number): string {
  if (number < 10) return CHINESE.charAt(number)
  if (number < 100) {
    const [tens, ones] = [Math.floor(number / 10), number % 10]
    return `${tens === 1 ? '' : CHINESE.charAt(tens)}十${ones === 0 ? '' : CHINESE.charAt(ones)}`
  }
  const [hundreds, rest] = [Math.floor(number / 100), number % 100]
  const tail =
    rest === 0 ? '' : rest < 10 ? `零${inChinese(rest)}` : rest < 20 ? `一${inChinese(rest)}` : inChinese(rest)
  return `${CHINESE.charAt(hundreds)}百${tail}`
}

const inFullWidth = (number: number) =>
  String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const grouped = (number: number) => String(number).replace(/(\d)(?=(\d{3})+$)/g, '$1,')

const spellings: readonly ((number: number) => string)[] = [
  String,
  (number) => ` ${number} `,
  grouped,
  inFullWidth,
  (number) => (number < 1000 && number !== 0 ? inChinese(number) : String(number)),
]

interface Manner {
  spell: (number: number) => string
  unit: string
  start: string
  office: string
}

const manner: fc.Arbitrary<Manner> = fc.record({
  spell: fc.constantFrom(...spellings),
  unit: fc.constantFrom('件', '起', '项', '份', '宗', '例', '件次'),
  start: fc.constantFrom(
    '',
    '2024年，',
    '2024年度',
    '本年度，',
    '全年',
    '截至2024年12月31日，',
    '2024年1月1日至12月31日，',
  ),
  office: fc.constantFrom('', '我局', '本机关', '侯寨街道', '市审计局', '县人民政府办公室', '我镇', '区卫生健康委员会'),
})

type Figures = Readonly<Record<'received' | 'carriedIn' | 'concluded' | 'carriedOut', number>>

const many = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 0, max: 40_000 }),
)

/** Applications that balance, as those of any report do. */
const figures: fc.Arbitrary<Figures> = fc
  .record({ received: many, carriedIn: many, open: fc.nat(1000) })
  .map(({ received, carriedIn, open }) => {
    const carriedOut = Math.min(open % 7 === 0 ? 0 : open, received + carriedIn)
    return { received, carriedIn, concluded: received + carriedIn - carriedOut, carriedOut }
  })

type Template = (figures: Figures, say: (number: number) => string, head: string) => string

const orZero = (number: number, zero: string, some: string) => (number === 0 ? zero : some)

/** Plain official sentences that say all four. */
const templates: readonly Template[] = [
  (f, say, head) =>
    `${head}新收政府信息公开申请${say(f.received)}，上年结转${say(f.carriedIn)}，办结${say(f.concluded)}，结转下年度继续办理${say(f.carriedOut)}。`,
  (f, say, head) =>
    `${head}共收到依申请公开${say(f.received)}，上年度结转${say(f.carriedIn)}。共答复${say(f.concluded)}，结转${YEAR + 1}年办理${say(f.carriedOut)}。`,
  (f, say, head) =>
    `${head}受理政府信息公开申请${say(f.received)}；答复${say(f.concluded)}（含上年结转${say(f.carriedIn)}，另有${say(f.carriedOut)}结转下年度办理）。`,
  (f, say, head) =>
    `${head}${orZero(f.received, '未收到政府信息公开申请', `收到政府信息公开申请${say(f.received)}`)}，${orZero(f.carriedIn, '无上年结转申请', `上年结转申请${say(f.carriedIn)}`)}，办结${say(f.concluded)}，${orZero(f.carriedOut, '无结转下年度办理申请', `结转下年度办理申请${say(f.carriedOut)}`)}。`,
  (f, say, head) =>
    `${head}上年结转政府信息公开申请${say(f.carriedIn)}、本年新收申请${say(f.received)}，已办结${say(f.concluded)}，转下年度办理${say(f.carriedOut)}。`,
  (f, say, head) =>
    `由${YEAR - 1}年转入政府信息公开申请${say(f.carriedIn)}，${head}新收到${say(f.received)}，共办理答复${say(f.concluded)}，顺延至下年度${say(f.carriedOut)}，同比增长12.5%。`,
]

const read = (text: string) =>
  Object.fromEntries(claims(text, { year: YEAR }).map(({ kind, value }) => [kind, value] as const))

describe('sentences made from figures', () => {
  it.each(templates.map((template, i) => [i + 1, template] as const))('give them back: requests %d', (_, template) => {
    const property = fc.property(figures, manner, (numbers, { spell, unit, start, office }) => {
      const text = template(numbers, (number) => `${spell(number)}${unit}`, start + office)
      expect([text, read(text)]).toEqual([text, numbers])
    })
    fc.assert(property, runs(60))
  })

  const courts: readonly ((review: string, lawsuits: string, head: string) => string)[] = [
    (review, lawsuits, head) => `${head}因政府信息公开引发行政复议${review}，行政诉讼${lawsuits}。`,
    (review, lawsuits, head) => `${head}涉及政府信息公开的行政复议案件${review}、行政诉讼案件${lawsuits}。`,
    (review, lawsuits, head) => `${head}政府信息公开类行政复议、行政诉讼分别为${review}和${lawsuits}。`,
    (review, lawsuits, head) => `${head}有${review}政府信息公开行政复议，${lawsuits}行政诉讼。`,
  ]

  it.each(courts.map((template, i) => [i + 1, template] as const))('give them back: courts %d', (_, template) => {
    const property = fc.property(many, many, manner, (reviewCases, litigationCases, { spell, unit, start, office }) => {
      const text = template(`${spell(reviewCases)}${unit}`, `${spell(litigationCases)}${unit}`, start + office)
      expect([text, read(text)]).toEqual([text, { reviewCases, litigationCases }])
    })
    fc.assert(property, runs(40))
  })

  it('give them back: all answered, and nothing at all', () => {
    const all = fc.constantFrom(
      '均已按期答复',
      '已全部办结',
      '全部在法定期限内答复',
      '均在规定时限内予以回复',
      '按期答复率100%',
    )
    const property = fc.property(
      fc.integer({ min: 1, max: 3000 }),
      all,
      manner,
      (received, done, { spell, unit, start, office }) => {
        const text = `${start}${office}收到政府信息公开申请${spell(received)}${unit}，${done}。`
        expect([text, read(text)]).toEqual([text, { received, concluded: received }])
      },
    )
    fc.assert(property, runs(100))
  })

  it('give them back: information and fee', () => {
    const property = fc.property(
      many,
      fc.nat(5000),
      manner,
      (activelyDisclosed, feeCharged, { spell, start, office }) => {
        const fee = orZero(feeCharged, '未收取信息处理费', `收取信息处理费${feeCharged}元`)
        const text = `${start}${office}主动公开政府信息${spell(activelyDisclosed)}条。本年度${fee}。`
        expect([text, read(text)]).toEqual([text, { activelyDisclosed, feeCharged }])
      },
    )
    fc.assert(property, runs(100))
  })
})
