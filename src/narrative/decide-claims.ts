import type { ClaimKind } from './claim'
import type { AllDone, Count, Gathered } from './walk'
import { disclosed, ofYear, sum, wholes, withoutStocks } from './wholes'

/** At most so many statements of one thing are compared. */
const MOST_SAID = 20

interface Requests {
  received: Count[]
  carriedIn: Count[]
  carriedOut: Count[]
}

/** The numbers of concluded applications that agree with those received and carried over. */
function balances({ received, carriedIn, carriedOut }: Requests): number[] {
  const out = sum(carriedOut.slice(0, 1))
  return received.slice(0, MOST_SAID).flatMap(({ value }) => [value + sum(carriedIn.slice(0, 1)) - out, value - out])
}

/** 告知补正8件，…；予以公开20件，部分公开6件，不予公开23件: the sums of the last outcomes, three or more of them. */
const endSums = (outcomes: readonly Count[]): number[] => {
  const last = outcomes.slice(-MOST_SAID)
  return last.slice(0, -2).map((_, from) => sum(last.slice(from)))
}

/** The sum of the outcomes (予以公开…件、部分公开…件), if it equals the number to conclude. */
function summed(all: readonly Count[], outcomes: readonly Count[], requests: Requests): Count[] {
  const parts = [...all, ...outcomes].sort((a, b) => a.start - b.start)
  const [first] = parts
  const last = parts[parts.length - 1]
  if (!first || !last) return []
  const known = balances(requests)
  const total = [sum(parts), sum(outcomes), ...endSums(outcomes)].find((value) => value > 0 && known.includes(value))
  if (total === undefined) return all.length === 1 && outcomes.length === 0 ? [...all] : []
  return [
    { ...first, kind: 'concluded', value: total, approximate: false, manner: 'sum', end: last.end, isHandled: false },
  ]
}

const basisOf = (all: AllDone, counts: readonly Count[]): Count | undefined =>
  [...counts].reverse().find((count) => count.end <= all.start && all.sentence - count.sentence <= 1)

/** How many of those received and carried in are left for what is said of all, or of all the others. */
function remainder(all: AllDone, requests: Requests, taken: number): { basis: Count; value: number } | null {
  const basis = basisOf(all, requests.received)
  if (!basis) return null
  // 收到11件（含上年结转2件）: 11 includes those carried in.
  const carried = requests.carriedIn
    .filter(({ end, isAmong }) => end <= all.start && (!isAmong || basis.isAmong))
    .slice(0, 1)
  return { basis, value: basis.value + sum(carried) - (all.isRest ? taken : 0) }
}

const inferredFrom = (basis: Count, all: AllDone, kind: ClaimKind, value: number): Count => {
  const { start, end, sentence } = all
  return { ...basis, start, end, sentence, kind, value, manner: 'all', isHandled: false }
}

/** Some of those received went elsewhere, or wait for an answer: 其中1件已转区住建局办理. */
const isUnsure = (between: string): boolean =>
  /(?<!除\d*)\d件[^，。；结外]*(?:不明确|补正|转(?![入至到]?(?:[下次来明]|20)))/.test(between)

/** 上年未办结2件，均已办结；没有收到新的申请: all that was concluded had been carried in. */
function ofCarried(all: AllDone, { received, carriedIn }: Requests): { basis: Count; value: number } | null {
  const [basis] = carriedIn
  const isNoneNew = received.length > 0 && received.every(({ value }) => value === 0)
  return basis && all.isOfCarried && isNoneNew ? { basis, value: basis.value } : null
}

/** 均已办结: as many as were received; 其余均已办结: those less the ones carried out or left out. */
function inferred(all: AllDone, requests: Requests, { exceptions, text }: Gathered): Count[] {
  const left = sum(requests.carriedOut.slice(0, 1))
  const excepted = exceptions.filter(({ sentence, end }) => sentence === all.sentence && end <= all.start)
  const rest = remainder(all, requests, left > 0 ? left : sum(excepted)) ?? ofCarried(all, requests)
  if (rest && isUnsure(text.slice(rest.basis.end, all.start))) return []
  if (!rest || all.isCarried || (all.isOutcome && !all.isEvery && rest.basis.value > 1)) return []
  if ((left > 0 && !all.isRest) || rest.value <= 0) return []
  return [inferredFrom(rest.basis, all, 'concluded', rest.value)]
}

/** 均已结转下年度: as many as were received; 其余均结转: those less the ones concluded. */
function carriedOn(all: AllDone, requests: Requests, concluded: readonly Count[]): Count[] {
  const done = sum(concluded.slice(0, 1))
  const basis = basisOf(all, requests.received)
  // 收到56件，办结54件，余下已转入下年: not all of the 56.
  const isOfOthers = concluded.some(({ start, end }) => basis && start > basis.start && end <= all.start)
  if (isOfOthers && !all.isRest) return []
  const rest = all.isCarried && !(all.isRest && done === 0) ? remainder(all, requests, done) : null
  const isOne = all.isEvery || rest?.value === 1
  return rest && isOne && rest.value > 0 ? [inferredFrom(rest.basis, all, 'carriedOut', rest.value)] : []
}

/** 办理7件，均已答复: 7 were received, too. */
function handledAll(concluded: readonly Count[], { allDone }: Gathered): Count[] {
  const handled = concluded.find(({ isHandled }) => isHandled)
  const all = handled && allDone.find((done) => basisOf(done, [handled]))
  return handled && all ? [{ ...handled, kind: 'received', manner: 'all' }] : []
}

const sentencesOf = (counts: readonly Count[]): ReadonlySet<number> => new Set(counts.map(({ sentence }) => sentence))

/** 办理7件，办结6件: 7 is the number received, not the number concluded. */
function withoutHandled(
  concluded: readonly Count[],
  carriedOut: readonly Count[],
): { handled: Count[]; concluded: Count[] } {
  const done = concluded.filter(({ isHandled, isPart }) => !isHandled && !isPart)
  const named = sentencesOf(done)
  const open = sum(carriedOut.slice(0, 1))
  // 办理33件。已答复31件，2件正在办理。
  const isToDo = ({ value, sentence }: Count) =>
    open > 0 && done.slice(0, MOST_SAID).some((one) => one.sentence === sentence + 1 && one.value + open === value)
  const isOther = (count: Count) => count.isHandled && (named.has(count.sentence) || isToDo(count))
  return { handled: concluded.filter(isOther), concluded: concluded.filter((count) => !isOther(count)) }
}

/** 办理23件，其中网上申请22件: 22 is a part, not the number received. */
function withoutParts(received: readonly Count[], concluded: readonly Count[]): Count[] {
  const whole = sentencesOf(concluded.filter(({ isPart }) => !isPart))
  return received.filter(({ isAmong, isPart, sentence }) => !(isAmong && isPart && whole.has(sentence)))
}

/** 36件，其中4件…依法不予处理，其余32件均已答复: with the parts of which an outcome is told, all of those received. */
function withTold([first, ...others]: readonly Count[], requests: Requests, gathered: Gathered): Count[] {
  const [received] = requests.received
  if (!first || !received || others.length > 0 || requests.carriedOut.length > 0) return []
  const isBetween = ({ start }: { start: number }) => start >= received.end && start < first.start
  const told = gathered.allDone.some((all) => all.isOutcome && isBetween(all))
  const parts = sum(gathered.parts.filter(isBetween))
  const isRest =
    /其[余他它]$/.test(gathered.text.slice(first.start - 2, first.start)) || gathered.text.startsWith('其', first.start)
  return told && isRest && parts + first.value === received.value
    ? [{ ...first, value: received.value, manner: 'sum' }]
    : []
}

/** The number concluded; 按期答复15件，延期答复2件 are added up if their sum agrees with the other numbers. */
function concludedOf(
  all: readonly Count[],
  outcomes: readonly Count[],
  requests: Requests,
  gathered: Gathered,
): Count[] {
  const told = withTold(all, requests, gathered)
  if (told.length > 0) return told
  const mains = all.filter(({ isPart }) => !isPart)
  if (mains.length === 0) return summed(all, outcomes, requests)
  const known = balances(requests)
  const [first] = mains
  const { start = 0 } = first ?? {}
  const behind = outcomes.filter((one) => one.start > start)
  const sums = [sum(all), sum(all) + sum(outcomes), sum(all) + sum(behind)]
  const total = sums.find((value) => known.includes(value))
  if (first && total !== undefined && !mains.some(({ value }) => known.includes(value))) {
    return [{ ...first, value: total, manner: 'sum', end: all[all.length - 1]?.end ?? first.end }]
  }
  // 1件由本街道作出答复，1件告知…，两件都已结案: the number that agrees comes after that of a part.
  const whole =
    first &&
    mains.find(({ value, sentence }) => value > first.value && sentence === first.sentence && known.includes(value))
  return wholes(whole && !known.includes(first.value) ? [whole] : mains)
}

/** 上年结转的2件已全部办结，今年新收14件，已办结13件: 13 are those of this year, and 2 come on top. */
function withCarried(
  printed: readonly Count[],
  requests: Requests,
  { allDone, counts, text }: Gathered,
): readonly Count[] {
  const [first, ...others] = printed
  const carried = requests.carriedIn[0]
  const received = requests.received[0]
  if (!first || others.length > 0 || !carried || !received || carried.value === 0) return printed
  const next = counts[counts.indexOf(carried) + 1]
  // The words for all come right after the number carried in.
  const isApart = allDone.some(({ start }) => start >= carried.end && (next === undefined || start < next.start))
  // 今年受理的12件全部办结，去年结转的2件也已答复
  const isBehind =
    !carried.isAmong && carried.start >= first.end && /的\D{0,6}\d/.test(text.slice(carried.start, carried.end))
  const isOfYear =
    (isBehind || (first.manner !== 'all' && carried.end < Math.max(received.start, first.start))) &&
    first.value === received.value - sum(requests.carriedOut.slice(0, 1))
  return isApart && isOfYear ? [{ ...first, value: first.value + carried.value, manner: 'sum' }] : printed
}

/** 行政诉讼1起（征地），未发生信息公开诉讼: in one sentence, what names disclosure counts. */
function named(all: readonly Count[]): Count[] {
  const others = sentencesOf(all.filter(({ isNamed }) => isNamed))
  return all.filter(({ isNamed, sentence }) => isNamed || !others.has(sentence))
}

/** 行政复议132件、行政应诉48件，其中政府信息公开行政复议7件: what 其中 names takes the place of all that came before. */
function divided(counts: readonly Count[]): Count[] {
  const all = counts.filter(({ kind }) => kind === 'reviewCases' || kind === 'litigationCases')
  const among = sentencesOf(all.filter(({ isNamed, isAmong }) => isNamed && isAmong))
  return all.filter(({ isAmong, sentence }) => isAmong || !among.has(sentence))
}

/** 收到自然人申请6件，没有收到法人申请: a denial beside a number is about the others only. */
function withoutDenied(received: readonly Count[]): Count[] {
  const counted = sentencesOf(received.filter(({ value }) => value > 0))
  return received.filter(({ manner, sentence }) => manner !== 'zero' || !counted.has(sentence))
}

/** 收到74件，直接答复52件，转交22件: 52 is all but those passed on, and not the number of the table. */
function withoutPassedOn(concluded: readonly Count[], received: readonly Count[], { passedOn }: Gathered): Count[] {
  const rests = new Set(
    passedOn.slice(0, MOST_SAID).flatMap(({ sentence, value }) =>
      received
        .slice(0, MOST_SAID)
        .filter((all) => all.sentence === sentence)
        .map((all) => `${String(sentence)} ${String(all.value - value)}`),
    ),
  )
  return concluded.filter(({ sentence, value }) => !rests.has(`${String(sentence)} ${String(value)}`))
}

/** Decides which of the gathered counts are claims about the whole report, in the order of the text. */
export function decideClaims(gathered: Gathered): (Count & { kind: ClaimKind })[] {
  const of = (kind: Count['kind']) => ofYear(gathered.counts.filter((count) => count.kind === kind))
  const { handled, concluded: told } = withoutHandled(of('concluded'), wholes(of('carriedOut')))
  const done = withoutPassedOn(told, of('received'), gathered)
  const whole = wholes(withoutStocks(withoutParts(withoutDenied(of('received')), done)))
  const requests = {
    received: whole.length > 0 ? whole : wholes(handled).map((count): Count => ({ ...count, kind: 'received' })),
    carriedIn: wholes(of('carriedIn')),
    carriedOut: wholes(of('carriedOut')),
  }
  const printed = withCarried(concludedOf(done, of('outcome'), requests, gathered), requests, gathered)
  const said = gathered.allDone.slice(0, MOST_SAID)
  if (requests.carriedOut.length === 0)
    requests.carriedOut = said.flatMap((all) => carriedOn(all, requests, printed)).slice(0, 1)
  const allDone = said.flatMap((all) => inferred(all, requests, gathered))
  // 已全部办结，其中延期答复2件: 2 is only a part.
  const isWhole = printed.length > 0 && !(allDone.length > 0 && printed.every(({ isPart }) => isPart))
  const concluded = isWhole ? printed : withCarried(allDone.slice(0, 1), requests, gathered)
  const received = requests.received.length > 0 ? requests.received : handledAll(printed, gathered)
  const cases = divided([...of('reviewCases'), ...of('litigationCases')])
  const others = [
    ...wholes(named(cases.filter(({ kind }) => kind === 'reviewCases'))),
    ...wholes(named(cases.filter(({ kind }) => kind === 'litigationCases'))),
    ...wholes(of('feeCharged')),
  ]
  return [
    ...received,
    ...requests.carriedIn,
    ...concluded,
    ...requests.carriedOut,
    ...others,
    ...disclosed(of('activelyDisclosed')),
  ]
    .filter((count): count is Count & { kind: ClaimKind } => count.kind !== 'outcome')
    .sort((a, b) => a.start - b.start)
}
