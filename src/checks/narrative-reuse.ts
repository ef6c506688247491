import type { NarrativeId } from '../form'
import { documentNumbers, narrativeMessages as words } from '../words/narrative-checks'
import { tabNames } from '../words/tabs'
import {
  narrativeRule,
  sectionReadings,
  saidIn,
  shortened,
  statementsOf,
  yearOf,
  type NarrativeFault,
  type SectionReading,
} from './narrative-rule'
import { isGovernment } from './narrative-scope'
import type { Rule } from './rule'
import type { Subject } from './subject'

const plain = (text: string) => text.replace(/\s/g, '')

/** Sentences that name the year reported on: the period of the figures, and the name of the report. */
const PERIOD = [
  /统计期限[^。；\n]{0,12}?(\d{4})年/g,
  /现将[^。；\n]{0,30}?(\d{4})年度?[^。；\n]{0,24}?(?:报告|公布|汇报)/g,
  /(\d{4})年度?政府信息公开工作?年度报告如下/g,
]

interface YearSaid {
  section: NarrativeId
  quote: string
  year: number
}

function periodsIn({ section, text }: SectionReading): YearSaid[] {
  return PERIOD.flatMap((pattern) => [...plain(text).matchAll(pattern)]).map((match) => ({
    section,
    quote: match[0],
    year: Number(match[1]),
  }))
}

/** 2023年收到的申请已于2024年办结: last year's applications, told with what this year did about them. */
const isOfBothYears = (text: string, { start, end }: { start: number; end: number }, own: number): boolean => {
  const before = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, start))) + 1
  const [after = ''] = text.slice(end).split(/[。；\n]/, 1)
  return new RegExp(`${own}年|本年|今年|当年`).test(plain(text.slice(before, end + after.length)))
}

/** Numbers said of last year, of kinds that have no number for this year: the sentence was copied from last year. */
function countsOfLastYear(subject: Subject, own: number): YearSaid[] {
  const current = new Set(statementsOf(subject).map(({ kind }) => kind))
  return sectionReadings(subject).flatMap(({ section, ofOtherYears, text }) =>
    ofOtherYears
      .filter(({ kind, manner }) => !current.has(kind) && (manner === 'printed' || manner === 'zero'))
      .filter((one) => !isOfBothYears(text, one, own))
      .flatMap((one) => {
        const said = text.slice(Math.max(0, one.start - one.lead.length), one.end)
        const year = Number([...plain(said).matchAll(/(\d{4})年/g)].pop()?.[1])
        return year === own - 1 ? [{ section, quote: said, year }] : []
      }),
  )
}

/** 因2023年度政府信息公开申请引发, 2023年结转: the year of what came over from last year. */
const ofLastYearsRequests = (own: number): RegExp =>
  new RegExp(`${own - 1}年度?[^。；，、\\d]{0,16}?(?:申请|结转|转入|转办|遗留|受理的|收到的|答复的)`, 'g')

/** An overview that names last year and never this year. */
function sectionsOfLastYear({ section, text }: SectionReading, own: number): YearSaid[] {
  const named = plain(text)
    .replace(/《[^》]{0,80}》/g, '')
    .replace(ofLastYearsRequests(own), '')
  const first = new RegExp(`[^。；，\\n]{0,12}(?<![较比与和从自由])${own - 1}年(?!的|版|修)[^。；，\\n]{0,20}`).exec(
    named,
  )
  const isOwn = named.includes(`${own}年`) || /今年|本年|全年/.test(named)
  return first && section === 'overview' && !isOwn ? [{ section, quote: first[0], year: own - 1 }] : []
}

const year = narrativeRule({ id: 'N.YEAR', severity: 'warning' }, (subject) => {
  const own = yearOf(subject)
  if (own === null) return []
  const readings = sectionReadings(subject)
  const periods = readings.flatMap(periodsIn).filter((said) => said.year !== own)
  const counts = countsOfLastYear(subject, own)
  const dated = [...periods, ...counts]
  const all = dated.length > 0 ? dated : readings.flatMap((reading) => sectionsOfLastYear(reading, own))
  const first = new Map([...all].reverse().map((said) => [`${said.section} ${said.year}`, said]))
  return [...first.values()].map(({ section, quote, year: said }) => {
    const message = words.otherYear(saidIn(section, quote), said, own)
    return { section, said: { quote }, expected: own, actual: said, message }
  })
})

const OFFICE =
  /(?:^|年度?|[，,。；;：:]|现|由|我[省市县区州])([\u4e00-\u9fa5]{1,14}?(?:局|委员会|街道办事处|街道|办事处|[镇乡厅委]))(?=[共全累未没无新收受接办主发公答因依年度本]|$)/g
const OWN_WORD = /[我本各该全其他有关所属下]/
const REGION = /^[省市县区旗州]|(?:街道)?办事处$|委员会$|人民政府$/g

const isSpelledIn = (short: string, long: string): boolean => {
  let at = 0
  for (const character of long) if (character === short.charAt(at)) at += 1
  return at === short.length
}

/** 市科委 is 上海市科学技术委员会: the full name contains the characters of the short one, in the same order. */
function isSameOffice(name: string, unit: string): boolean {
  const [a, b] = [name.replace(REGION, ''), unit.replace(REGION, '')]
  return isSpelledIn(a, unit) || isSpelledIn(b, name) || isSpelledIn(name.replace(/^.+?[市县区]/, ''), unit)
}

/** A sentence that gives a number for another office. Reports of governments are left out: they name their offices. */
const unit = narrativeRule({ id: 'N.UNIT', severity: 'warning' }, (subject) => {
  const own = typeof subject.unit === 'string' ? plain(subject.unit) : ''
  if (own === '' || isGovernment(own)) return []
  const names = new Map<string, NarrativeFault>()
  for (const { section, lead, quote } of statementsOf(subject)) {
    const said = plain(lead).slice(-60) + plain(quote).slice(0, 60)
    const name = [...said.matchAll(OFFICE)]
      .map((match) => match[1] ?? '')
      .find((one) => !OWN_WORD.test(one) && !isSameOffice(one, own))
    if (name === undefined || names.has(name)) continue
    names.set(name, {
      section,
      said: { quote: said },
      message: words.otherUnit(saidIn(section, said), name, own),
    })
  }
  return [...names.values()]
})

/** Document numbers that were replaced, or are often cited wrongly, and the right ones. */
const DOCUMENTS: readonly { wrong: RegExp; right: keyof typeof documentNumbers }[] = [
  { wrong: /(?:国务院令|国令)[〔[（(]?第?492号/g, right: 'regulations' },
  { wrong: /国办公开办函[〔[（(]2019[〕\])）]60号/g, right: 'form' },
  { wrong: /国办公开办函[〔[（(](?!2021)\d{4}[〕\])）]30号/g, right: 'form' },
  { wrong: /国办函[〔[（(](?!2020)\d{4}[〕\])）]109号/g, right: 'fee' },
  { wrong: /信息处理费管理办法.{0,12}国办函[〔[（(]2020[〕\])）](?!109号)\d+号/g, right: 'fee' },
]

const document = narrativeRule({ id: 'N.DOCUMENT', severity: 'warning' }, (subject) =>
  sectionReadings(subject).flatMap(({ section, text }) =>
    DOCUMENTS.flatMap(({ wrong, right }) =>
      [...plain(text).matchAll(wrong)].map(([quote]) => {
        const message = words.document(saidIn(section, quote), documentNumbers[right])
        return { section, said: { quote }, message }
      }),
    ),
  ),
)

/** Shorter sentences repeat without being copied: 没有其他需要报告的事项。 */
const TELLING_LENGTH = 20
/** So many percent of a section, in at least so many sentences, are no coincidence. */
const MOST_SHARE = 50
const MANY = 3

const sentencesIn = (text: string): string[] =>
  plain(text)
    .split(/[。；！？]/)
    .filter((sentence) => sentence.length >= TELLING_LENGTH)

function repeatedIn({ section, text }: SectionReading, lastYear: string): NarrativeFault[] {
  const own = sentencesIn(text)
  const before = new Set(sentencesIn(lastYear))
  const same = own.filter((sentence) => before.has(sentence))
  const [quote] = same
  if (quote === undefined) return []
  const length = (sentences: readonly string[]) => sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  const share = Math.round((100 * length(same)) / length(own))
  const message = words.repeated(tabNames[section], same.length, share, shortened(quote))
  return [
    { section, said: { quote }, severity: share >= MOST_SHARE && same.length >= MANY ? 'warning' : 'info', message },
  ]
}

/** Sections that repeat last year's sentences. Section 六 is left out: it is the same every year if nothing happened. */
const repeated = narrativeRule({ id: 'N.REPEATED', severity: 'warning' }, (subject) => {
  const { lastYear } = subject
  const own = yearOf(subject)
  if (!lastYear || own === null || lastYear.year !== own - 1) return []
  return sectionReadings(subject)
    .filter(({ section }) => section !== 'other')
    .flatMap((reading) => repeatedIn(reading, lastYear.narrative[reading.section]))
})

/** Rules about text copied from another year or office. */
export const narrativeReuseRules: readonly Rule[] = [year, unit, document, repeated]
