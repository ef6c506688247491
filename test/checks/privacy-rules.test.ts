import { describe, expect, it } from '@jest/globals'
import { check } from '../../src/checks'
import { clean } from './clean'

const found = (text: string) =>
  check({ ...clean, narrative: { ...clean.narrative, other: `${text}。没有收取信息处理费。` } }).findings.filter(
    ({ rule }) => rule.startsWith('P.'),
  )
const told = (text: string) => found(text).map(({ rule, severity, quote }) => [rule, severity, quote])

describe('personal data', () => {
  it.each([
    ['身份证号11010519491231002X', 'P.IDENTITY', 'error', '110*************2X'],
    ['（身份证110105194912310021）', 'P.IDENTITY', 'warning', '110*************21'],
    ['身份证１１０１０５１９４９１２３１００２ｘ', 'P.IDENTITY', 'error', '110*************2X'],
    ['身份证 110105 19491231 002X', 'P.IDENTITY', 'error', '110*************2X'],
    ['身份证110105491231002', 'P.IDENTITY', 'error', '110**********02'],
    ['电话13812345678', 'P.MOBILE', 'error', '138******78'],
    ['电话138 1234 5678', 'P.MOBILE', 'error', '138******78'],
    ['电话138-1234-5678', 'P.MOBILE', 'error', '138******78'],
    ['电话１３８１２３４５６７８', 'P.MOBILE', 'error', '138******78'],
    ['（13812345678）', 'P.MOBILE', 'error', '138******78'],
    ['电话+8613812345678', 'P.MOBILE', 'error', '861********78'],
    ['本机关联系人李科长，13912345678', 'P.MOBILE', 'warning', '139******78'],
    ['卡号6222021234567890128', 'P.CARD', 'error', '6222************128'],
    ['卡号 6222 0212 3456 7890 128', 'P.CARD', 'error', '6222************128'],
    ['申请人王小明要求公开征地批文', 'P.NAME', 'error', '申请人王**'],
    ['申请人：李强，申请公开预算', 'P.NAME', 'error', '申请人：李*'],
    ['申请人欧阳建国不服答复', 'P.NAME', 'error', '申请人欧***'],
    ['收到村民张建军提出的信息公开申请', 'P.NAME', 'error', '村民张**'],
  ])('%s', (text, rule, severity, quote) => {
    expect(told(text)).toEqual([[rule, severity, quote]])
  })

  it.each([
    ['网站总访问次数达13812345678次'],
    ['受理编号13812345678'],
    ['统一社会信用代码11330100002489559A'],
    ['豫公开〔2024〕13812345678号'],
    ['收费13812345678.50元，支出13812345678元'],
    ['电话0371-68711234，0517-87222589'],
    ['网址http://www.example.gov.cn/art/13812345678.html'],
    ['二维码110105194913310020，流水号6222021234567890128'],
    ['卡号6222021234567890127'],
    ['公开9540370次，访客3809505人次，2024年1月1日至2024年12月31日'],
    ['110***********002X，138****5678'],
    ['申请人张某某、申请人王某，申请人李××，申请人赵**'],
    ['申请人向本机关提出，申请人方可，申请人对答复不服，申请人曾多次申请，申请人陆续提出'],
    ['申请人何时提出，申请人许可申请，申请人应当补正，申请人关注的事项，申请人有权，申请人和其他人'],
    ['申请人主动撤回，申请人无正当理由逾期不补正，申请人获取信息，申请人黄河水利委员会'],
    ['村民高度关注，居民满意，群众周知，村民张榜公布，群众何处申请'],
  ])('leaves alone: %s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('is nowhere told in full', () => {
    const text = '申请人王小明，身份证11010519491231002X，电话13812345678，卡号6222021234567890128'
    const all = JSON.stringify(found(text))
    expect(found(text)).toHaveLength(4)
    for (const secret of ['王小明', '19491231', '12345678', '02123456']) expect(all).not.toContain(secret)
  })

  it('is found in what a field stands beside', () => {
    expect(told('【本年新收】件由申请人王小明提出')).toEqual([['P.NAME', 'error', '申请人王**']])
  })
})
