import { figureOf, type CellId } from '../form'
import type { ClaimKind } from '../narrative'
import { narrativeMessages as words } from '../words/narrative-checks'
import type { CellRole } from './finding'
import {
  agrees,
  claimText,
  digits,
  narrativeRule,
  numberAt,
  saidIn,
  statementsOf,
  sectionReadings,
  type NarrativeFault,
  type Placed,
  type SectionReading,
} from './narrative-rule'
import { isOtherBasis, isOtherScope } from './narrative-scope'
import { placeInTable, placeOf } from './place'
import { placementsOf } from './placements'
import type { Rule } from './rule'
import type { Subject } from './subject'

const total = (row: string): CellId => `table3.${row}.total`
const [NEW, IN, DONE, OUT] = [total('received'), total('carriedIn'), total('concluded'), total('carriedOut')]
const REVIEW = 'table4.review.total'
const LAWSUITS = ['table4.directLitigation', 'table4.litigationAfterReview'] as const

const asCells = (ids: readonly CellId[], role: CellRole = 'figure') => ids.map((id) => ({ id, role }))

interface Expectation {
  cells: CellId[]
  /** Every value that the cells allow; the first is named as the expected one. */
  values: number[]
  text: string
}

const single = (subject: Subject, cell: CellId): Expectation | null => {
  const value = numberAt(subject, cell)
  return value === null ? null : { cells: [cell], values: [value], text: words.cell(placeOf(cell), digits(value)) }
}

/** 收到 means 本年新收, or 本年新收 plus 上年结转. */
function received(subject: Subject, isFresh: boolean): Expectation | null {
  const [fresh, carried] = [numberAt(subject, NEW), numberAt(subject, IN)]
  if (fresh === null) return null
  const own = single(subject, NEW)
  if (isFresh || carried === 0) return own
  if (carried === null) return null
  const sum = fresh + carried
  return { cells: [NEW, IN], values: [fresh, sum], text: words.bothBases(digits(fresh), digits(sum)) }
}

function expected(subject: Subject, { kind, isFresh, isHandled }: Placed): Expectation | null {
  if (kind === 'received') return received(subject, isFresh)
  if (kind === 'carriedIn') return single(subject, IN)
  if (kind === 'carriedOut') return single(subject, OUT)
  const done = single(subject, DONE)
  // 办理 may mean the applications concluded, or all there were to conclude.
  const all = isHandled ? received(subject, false) : null
  return done && { ...done, values: [...done.values, ...(all?.values ?? [])] }
}

/** Whether the number for 办结 counts this year's applications only, without those carried in. */
function isNewOnly(subject: Subject, { kind, value }: Placed): boolean {
  const [done, carried] = [numberAt(subject, DONE), numberAt(subject, IN)]
  return kind === 'concluded' && done !== null && carried !== null && carried > 0 && value === done - carried
}

const KINDS3: readonly ClaimKind[] = ['received', 'concluded', 'carriedIn', 'carriedOut']

interface Compared {
  statement: Placed
  expectation: Expectation
  agrees: boolean
}

/** The statements that cells can judge, compared with them. What 均已答复 implies is left to N.ALL. */
function compared(subject: Subject, statements: readonly Placed[], expect: typeof expected): Compared[] {
  return statements.flatMap((statement) => {
    const expectation = statement.manner === 'all' ? null : expect(subject, statement)
    if (expectation === null) return []
    return [{ statement, expectation, agrees: expectation.values.some((value) => agrees(statement, value)) }]
  })
}

function mismatch(subject: Subject, { statement, expectation }: Compared, isSaidRight: boolean): NarrativeFault {
  const { section, quote, value } = statement
  const isScope = isOtherScope(statement, subject.unit)
  const message = isScope ? words.otherScope : words.against
  const isDoubtful = isSaidRight || isOtherBasis(statement) || statement.manner === 'sum'
  return {
    section,
    said: { quote },
    cells: asCells(expectation.cells),
    severity: isScope ? 'info' : isDoubtful ? 'warning' : 'error',
    message: message(saidIn(section, quote), claimText(statement), expectation.text),
    ...(expectation.values[0] === undefined ? {} : { expected: expectation.values[0] }),
    actual: value,
  }
}

function mismatches(subject: Subject, all: readonly Compared[]): NarrativeFault[] {
  const saidRight = new Set(all.filter((one) => one.agrees).map(({ statement }) => statement.kind))
  return all.filter((one) => !one.agrees).map((one) => mismatch(subject, one, saidRight.has(one.statement.kind)))
}

const ofKinds = (subject: Subject, kinds: readonly ClaimKind[]) =>
  statementsOf(subject).filter(({ kind }) => kinds.includes(kind))

const table3 = narrativeRule({ id: 'N.TABLE3', severity: 'error', cells: [NEW, IN, DONE, OUT] }, (subject) => {
  const statements = ofKinds(subject, KINDS3).filter((statement) => !isNewOnly(subject, statement))
  return mismatches(subject, compared(subject, statements, expected))
})

/** Two mistakes: 收到 includes those carried in, which are then named again; 办结 leaves them out. */
const basis = narrativeRule({ id: 'N.BASIS', severity: 'warning', cells: [NEW, IN, DONE] }, (subject) => {
  const statements = ofKinds(subject, KINDS3).filter((statement) => !isOtherScope(statement, subject.unit))
  const [fresh, carried, done] = [NEW, IN, DONE].map((cell) => numberAt(subject, cell))
  const newOnly = statements
    .filter(
      (statement) =>
        statement.manner !== 'all' && !statement.approximate && !statement.isHandled && isNewOnly(subject, statement),
    )
    .map(({ section, quote, value }) => ({
      section,
      said: { quote },
      cells: asCells([DONE, IN]),
      expected: done ?? value,
      actual: value,
      message: words.newOnly(saidIn(section, quote), value, digits(done ?? NaN), digits(carried ?? NaN)),
    }))
  const named = statements.find(({ kind, value, isHandled }) => kind === 'carriedIn' && value > 0 && !isHandled)
  const twice = statements.find(
    ({ kind, value, approximate }) =>
      kind === 'received' &&
      !approximate &&
      fresh !== null &&
      carried !== null &&
      value === Number(fresh) + Number(carried),
  )
  if (
    !named ||
    !twice ||
    named.section !== twice.section ||
    named.sentence !== twice.sentence ||
    !carried ||
    named.start < twice.start
  )
    return newOnly
  const isIncluded = /含|其中/.test(subject.narrative[twice.section].slice(twice.end, named.end))
  if (isIncluded) return newOnly
  const { section, quote, value } = twice
  const message = words.mixed(saidIn(section, quote), value, named.value)
  return [
    ...newOnly,
    { section, said: { quote }, cells: asCells([NEW, IN]), expected: Number(fresh), actual: value, message },
  ]
})

const STRONG = /(?:所有|全部|一律|均已|都已).*(?:办结|办理完|办毕|办完)/

/** The sentences that give a number for 办结, and where. */
function printedIn(statements: SectionReading['statements']): ReadonlyMap<number, number> {
  const printed = statements.filter(({ kind, manner }) => kind === 'concluded' && manner === 'printed')
  return new Map([...printed].reverse().map(({ sentence, start }) => [sentence, start]))
}

/** 均已办结 although some are carried out. After a number (答复11件，均在期限内) the words are about that number only. */
function allDoneIn(subject: Subject, { section, allDone, statements }: SectionReading): NarrativeFault[] {
  const printed = printedIn(statements)
  const isOfNumber = (sentence: number, start: number) =>
    [sentence - 1, sentence].some((one) => (printed.get(one) ?? Infinity) < start)
  const said = allDone.find(({ isRest, start, sentence }) => !isRest && !isOfNumber(sentence, start))
  const carried = statements.find(({ kind }) => kind === 'carriedOut')?.value ?? numberAt(subject, OUT)
  if (!said || carried === null || carried === 0) return []
  if (statements.some((one) => one.start <= said.start && isOtherScope(one, subject.unit))) return []
  const severity = STRONG.test(said.quote.replace(/\s/g, '')) ? 'error' : 'warning'
  const message = words.all(saidIn(section, said.quote), digits(carried))
  return [{ section, said, severity, cells: asCells([OUT]), expected: 0, actual: carried, message }]
}

const all = narrativeRule({ id: 'N.ALL', severity: 'error', cells: [OUT] }, (subject) =>
  sectionReadings(subject).flatMap((reading) => allDoneIn(subject, reading)),
)

function sumOf(subject: Subject, cells: readonly CellId[]): number | null {
  const numbers = cells.map((cell) => numberAt(subject, cell))
  return numbers.reduce<number | null>((sum, number) => (sum === null || number === null ? null : sum + number), 0)
}

const OUTCOMES = ['upheld', 'corrected', 'otherOutcome', 'pending'] as const
const partsOf = (groups: readonly string[]) =>
  groups.flatMap((group) => OUTCOMES.map((outcome) => `${group}.${outcome}`))

/** Expects the total, or the sum of its parts: which of the two is wrong is for T4.TOTAL to say. */
function court(subject: Subject, { kind }: Placed): Expectation | null {
  const groups = kind === 'reviewCases' ? ['table4.review'] : LAWSUITS
  const cells = groups.map((group) => `${group}.total`)
  const [sum, parts] = [sumOf(subject, cells), sumOf(subject, partsOf(groups))]
  if (sum === null) return null
  const [first] = cells
  const text =
    kind === 'reviewCases' && first ? words.cell(placeOf(first), digits(sum)) : lawsuitText(subject, cells, sum)
  return { cells, values: parts === null ? [sum] : [sum, parts], text }
}

function lawsuitText(subject: Subject, cells: readonly CellId[], sum: number): string {
  const each = cells.map((cell) => words.cell(placeInTable(cell), digits(numberAt(subject, cell) ?? NaN)))
  return words.sumCells(each.join('，'), digits(sum))
}

const table4Cells = [REVIEW, ...LAWSUITS.map((group) => `${group}.total`)]

const table4 = narrativeRule({ id: 'N.TABLE4', severity: 'error', cells: table4Cells }, (subject) =>
  mismatches(subject, compared(subject, ofKinds(subject, ['reviewCases', 'litigationCases']), court)),
)

const DENIED: readonly { words: RegExp; groups: readonly string[] }[] = [
  { words: /败诉/, groups: LAWSUITS },
  { words: /复议.{0,12}(?:纠错|纠正|撤销)|(?:纠错|纠正).{0,6}复议/, groups: ['table4.review'] },
]

const correctedOf = (groups: readonly string[]): CellId[] => groups.map((group) => `${group}.corrected`)

/** Whether some reading of a row not placed yet has a corrected case. */
function mayBeCorrected(subject: Subject, cells: readonly CellId[]): boolean {
  return subject.unplaced.some((row) =>
    placementsOf(subject, row).some((values) =>
      row.cells.some((cell, i) => cells.includes(cell) && Number(values[i]) > 0),
    ),
  )
}

/** 没有败诉 although table 4 has a corrected case. */
const lost = narrativeRule(
  { id: 'N.LOST', severity: 'warning', cells: correctedOf(['table4.review', ...LAWSUITS]) },
  (subject) =>
    sectionReadings(subject).flatMap(({ section, denials }) =>
      denials.flatMap((said): NarrativeFault[] => {
        const groups = DENIED.filter(({ words: denied }) => denied.test(said.quote.replace(/\s/g, ''))).flatMap(
          (one) => one.groups,
        )
        const cells = correctedOf(groups)
        const wrong = cells.filter((cell) => (numberAt(subject, cell) ?? 0) > 0)
        const head = saidIn(section, said.quote)
        if (wrong.length > 0) {
          const list = wrong.map((cell) =>
            words.corrected(figureOf(cell).rowLabel, digits(numberAt(subject, cell) ?? 0)),
          )
          const actual = sumOf(subject, wrong) ?? 0
          return [
            { section, said, cells: asCells(wrong), expected: 0, actual, message: words.lost(head, list.join('，')) },
          ]
        }
        if (groups.length === 0 || !mayBeCorrected(subject, cells)) return []
        return [
          { section, said, cells: asCells(cells), outcome: 'cannotJudge', message: words.lost(head, words.lostOpen) },
        ]
      }),
    ),
)

/** Rules that compare the narrative's numbers with tables 3 and 4. */
export const narrativeTableRules: readonly Rule[] = [table3, basis, all, table4, lost]
