import type { NarrativeId } from '../form'
import { hasNumeral, type ClaimKind, type Said } from '../narrative'
import { narrativeMessages as words } from '../words/narrative-checks'
import {
  claimText,
  narrativeRule,
  sectionReadings,
  saidIn,
  shortened,
  statementsOf,
  type NarrativeFault,
  type Placed,
} from './narrative-rule'
import { isOtherScope } from './narrative-scope'
import type { Rule } from './rule'
import type { Subject } from './subject'

const FEE_SOURCE = '国办函〔2020〕109号'

/** The first statement, and the first later one of the same kind with another value. */
function opposed(statements: readonly Placed[]): [Placed, Placed] | null {
  const [first] = statements
  const other = first && statements.find(({ value }) => value !== first.value)
  return first && other ? [first, other] : null
}

function different([first, other]: [Placed, Placed]): NarrativeFault {
  const quotes = [first, other].map((one) => `${saidIn(one.section, one.quote)}（${claimText(one)}）`)
  const message = words.different(quotes, words.kinds[first.kind])
  return { section: other.section, said: other, expected: first.value, actual: other.value, message }
}

/** A zero in one place and a fee in another. 行政事业性收费 is something else and never a claim. */
const fee = narrativeRule({ id: 'N.FEE', severity: 'error', source: FEE_SOURCE }, (subject) => {
  const pair = opposed(statementsOf(subject).filter(({ kind, approximate }) => kind === 'feeCharged' && !approximate))
  return pair ? [different(pair)] : []
})

const PLAIN: readonly ClaimKind[] = [
  ...(['received', 'carriedIn', 'concluded', 'carriedOut', 'reviewCases', 'litigationCases'] as const),
  'activelyDisclosed',
]

/** Two numbers for the same thing. Sums and 均 follow from other numbers and give no finding of their own. */
const contradiction = narrativeRule({ id: 'N.CONTRADICTION', severity: 'warning' }, (subject) =>
  PLAIN.flatMap((kind) => {
    const said = statementsOf(subject).filter(
      (one) =>
        one.kind === kind &&
        !one.approximate &&
        (kind !== 'activelyDisclosed' || one.isTotal) &&
        (one.manner === 'printed' || one.manner === 'zero') &&
        !isOtherScope(one, subject.unit),
    )
    // 收到 and 新收 may both be right: one includes those carried in, the other does not.
    const same =
      kind === 'received' && said.some(({ isFresh }) => isFresh) ? said.filter(({ isFresh }) => isFresh) : said
    const pair = opposed(same)
    return pair ? [different(pair)] : []
  }),
)

/** 收到 plus 上年结转 against 办结 plus 结转下年度, as one section states them. */
const balance = narrativeRule({ id: 'N.BALANCE', severity: 'warning' }, (subject) =>
  sectionReadings(subject).flatMap(({ section, statements }): NarrativeFault[] => {
    const first = (kind: ClaimKind) =>
      statements.find((one) => one.kind === kind && !one.approximate && !isOtherScope(one, subject.unit))
    const [received, concluded, carriedOut] = [first('received'), first('concluded'), first('carriedOut')]
    if (!received || concluded?.manner !== 'printed' || !carriedOut) return []
    const input = received.value + (first('carriedIn')?.value ?? 0)
    const output = concluded.value + carriedOut.value
    const isUnsaidCarry = first('carriedIn') === undefined && output > input
    const isSumReceived = !received.isFresh && received.value === output
    if (input === output || isSumReceived || isUnsaidCarry) return []
    const message = words.balance(input, output)
    return [{ section, said: concluded, expected: input, actual: output, message }]
  }),
)

type Part = Said & { value: number }

type BySentence = ReadonlyMap<number, readonly Part[]>

function bySentence(parts: readonly Part[]): BySentence {
  const sentences = new Map<number, Part[]>()
  for (const part of parts) {
    const same = sentences.get(part.sentence)
    if (same) same.push(part)
    else sentences.set(part.sentence, [part])
  }
  return sentences
}

/** The parts after a total: those in its sentence, else those in the next. */
function partsAfter({ end, sentence }: Placed, parts: BySentence): Part[] {
  const own = (parts.get(sentence) ?? []).filter(({ start }) => start >= end)
  return own.length > 0 ? own : [...(parts.get(sentence + 1) ?? [])]
}

/** Whether the first parts, or all of them, add up to the total: what the sentence names after them is no part. */
function addsUp(parts: readonly Part[], total: number): boolean {
  let sum = 0
  return parts.some(({ value }) => (sum += value) === total)
}

function wrongSum(subject: Subject, section: NarrativeId, total: Placed, parts: BySentence): NarrativeFault[] {
  const listed = partsAfter(total, parts)
  const [first] = listed
  const last = listed[listed.length - 1]
  if (!first || !last || listed.length < 2) return []
  const sum = listed.reduce((all, { value }) => all + value, 0)
  const text = subject.narrative[section]
  const endsWithOthers = /其他|其它/.test(text.slice(Math.max(first.start, last.start - 20), last.end))
  if (addsUp(listed, total.value) || (sum < total.value && !endsWithOthers)) return []
  const quote = text.slice(total.start, last.end)
  const message = words.parts(saidIn(section, quote), total.value, sum)
  return [{ section, said: { quote }, expected: sum, actual: total.value, message }]
}

/** 主动公开 against the numbers of its kinds or channels. */
const parts = narrativeRule({ id: 'N.PARTS', severity: 'warning' }, (subject) =>
  sectionReadings(subject).flatMap(({ section, statements, ...reading }) => {
    const parts = bySentence(reading.parts)
    return statements
      .filter(({ kind, approximate, manner }) => kind === 'activelyDisclosed' && !approximate && manner === 'printed')
      .flatMap((total) => wrongSum(subject, section, { ...total, section }, parts))
  }),
)

const GAP =
  /[共计到理结复布开请息议讼转取费了达为数]([xX×*＊_＿—]{0,12})(件次|条次|件|条|起|项|份|宗|篇|元)(?=[，,。；;、）()\n]|$)/g
const TOTAL = /共|累计|总计|合计/
const YEAR = /[0-9０-９]{4}年度?/
const VERB = /收到|受理|接收|办结|答复|公开|发布|收取|结转|复议|诉讼/
/** Units that also end nouns, such as 依申请公开件: without a total or a mark they prove no gap. */
const NOUN_LIKE = /^[件项份]$/

/** The words from the last punctuation to `end`, at most 40 characters. */
const clauseBefore = (text: string, end: number): string =>
  text.slice(Math.max(0, end - 40), end).replace(/^.*[，,。；;：:\n]/s, '')

function gapsIn(section: NarrativeId, written: string): NarrativeFault[] {
  return [...written.replace(/[ \t\u3000]/g, '').matchAll(GAP)].flatMap((match): NarrativeFault[] => {
    const clause = clauseBefore(match.input, match.index + match[0].length)
    const isMarked = match[1] !== ''
    const isSure = isMarked || (TOTAL.test(clause) && VERB.test(clause))
    if (!VERB.test(clause) || hasNumeral(clause.replace(YEAR, ''))) return []
    if (!isSure && NOUN_LIKE.test(match[2] ?? '')) return []
    const message = words.gap(saidIn(section, clause))
    return [{ section, said: { quote: shortened(clause) }, severity: isSure ? 'error' : 'warning', message }]
  })
}

/** 共主动公开条: a template whose number nobody filled in. */
const gap = narrativeRule({ id: 'N.GAP', severity: 'error' }, (subject) =>
  sectionReadings(subject).flatMap(({ section, text }) => gapsIn(section, text)),
)

/** Rules that compare the narrative with itself. */
export const narrativeTextRules: readonly Rule[] = [fee, contradiction, balance, parts, gap]
