import type { ClaimKind } from './claim'
import type { AllDone, Count, Exception, Gathered } from './walk'

/** At most so many statements of one thing are compared. */
const MOST_SAID = 20

const sum = (counts: readonly { value: number }[]) => counts.reduce((total, { value }) => total + value, 0)

/** The counts of a kind that are about the whole, one in each sentence. */
function wholes(all: readonly Count[]): Count[] {
  const named = all.filter((count) => !count.isPart)
  const total = named.length > 0 ? named : joined(all)
  const said = total.filter((count) => !count.isNounOnly)
  return leaders(said.length > 0 ? said : total)
}

/** Kinds or channels of information, which may overlap; two halves of a year do not. */
const isOfKinds = (parts: readonly Count[]): boolean =>
  parts[0]?.kind === 'activelyDisclosed' && !parts.every(({ isSeason }) => isSeason)

/** Parts of one sentence without a total, as one count: their sum. */
function joined(parts: readonly Count[]): Count[] {
  const [first] = parts
  const last = parts[parts.length - 1]
  if (!first || !last || first === last) return [...parts]
  if (first.sentence !== last.sentence || isOfKinds(parts)) return [first]
  // 网络12件、信函9件，合计21件
  const total = parts.length > 2 ? parts.find(({ value }) => value * 2 === sum(parts)) : undefined
  if (total) return [{ ...total, isPart: false }]
  return [{ ...first, value: sum(parts), manner: 'sum', end: last.end, isPart: false }]
}

/** The count that is the whole in a sentence: that of 新收, that of 共, the sum of the others, else the first. */
function leaderOf(same: readonly Count[]): Count | undefined {
  const all = sum(same)
  const isSum = (one: Count) => same.length > 2 && one.value * 2 === all
  // 网站主动公开280条，专栏主动公开104条，共计主动公开384条
  const added = same[0]?.kind === 'activelyDisclosed' ? same.find((one) => isSum(one) && one.isTotal) : undefined
  if (added) return added
  const [fresh, ...others] = same.filter(({ isFresh }) => isFresh)
  if (fresh && (others.length === 0 || fresh === same[0])) return fresh
  // 公开预算信息42条，发布信息共150条，总计公开192条
  const grand = same.find(({ isGrand }) => isGrand)
  if (grand && same[0] !== grand) return grand
  return same.find(({ isTotal }) => isTotal) ?? same.find(isSum) ?? same[0]
}

function leaders(all: readonly Count[]): Count[] {
  const bySentence = new Map<number, Count[]>()
  for (const count of all) {
    const same = bySentence.get(count.sentence)
    if (same) same.push(count)
    else bySentence.set(count.sentence, [count])
  }
  return [...bySentence.values()].flatMap((same) => leaderOf(same) ?? [])
}

/** Without a number of a half year or month alone: 上半年收到申请8件. */
function ofYear(all: readonly Count[]): Count[] {
  const seasons = all.filter(({ isSeason }) => isSeason)
  const isAlone = (one: Count) => seasons.filter(({ sentence }) => sentence === one.sentence).length === 1
  return all.filter((one) => !one.isSeason || !isAlone(one))
}

/** Without the numbers since the beginning, where this year has its own: 累计公开13866条，本年度公开470条. */
function withoutStocks(all: readonly Count[]): readonly Count[] {
  const isYearly = all.some(({ isOfYear, isPart, isStock }) => isOfYear && !isPart && !isStock)
  return isYearly ? all.filter(({ isStock }) => !isStock) : all
}

/** Texts give numbers of information for many channels and kinds; only the plainest one is the whole. */
function disclosed(all: readonly Count[]): Count[] {
  const whole = wholes(withoutStocks(all.filter(({ isOfAllYears }) => !isOfAllYears)))
  const best = whole.find(({ isTotal }) => isTotal) ?? whole[0]
  return best ? whole.filter((count) => count === best || (best.isTotal && count.isTotal)) : []
}

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

/** The sum of the outcomes (予以公开…件、部分公开…件), if it equals the number to conclude. */
function summed(all: readonly Count[], outcomes: readonly Count[], requests: Requests): Count[] {
  const parts = [...all, ...outcomes].sort((a, b) => a.start - b.start)
  const [first] = parts
  const last = parts[parts.length - 1]
  if (!first || !last) return []
  const known = balances(requests)
  const total = [sum(parts), sum(outcomes)].find((value) => value > 0 && known.includes(value))
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

/** 均已办结: as many as were received; 其余均已办结: those less the ones carried out or left out. */
function inferred(all: AllDone, requests: Requests, exceptions: readonly Exception[]): Count[] {
  const left = sum(requests.carriedOut.slice(0, 1))
  const excepted = exceptions.filter(({ sentence, end }) => sentence === all.sentence && end <= all.start)
  const rest = remainder(all, requests, left > 0 ? left : sum(excepted))
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
function withoutHandled(concluded: readonly Count[]): { handled: Count[]; concluded: Count[] } {
  const named = sentencesOf(concluded.filter(({ isHandled, isPart }) => !isHandled && !isPart))
  const isOther = ({ isHandled, sentence }: Count) => isHandled && named.has(sentence)
  return { handled: concluded.filter(isOther), concluded: concluded.filter((count) => !isOther(count)) }
}

/** 办理23件，其中网上申请22件: 22 is a part, not the number received. */
function withoutParts(received: readonly Count[], concluded: readonly Count[]): Count[] {
  const whole = sentencesOf(concluded.filter(({ isPart }) => !isPart))
  return received.filter(({ isAmong, isPart, sentence }) => !(isAmong && isPart && whole.has(sentence)))
}

/** The number concluded; 按期答复15件，延期答复2件 are added up if their sum agrees with the other numbers. */
function concludedOf(all: readonly Count[], outcomes: readonly Count[], requests: Requests): Count[] {
  const mains = all.filter(({ isPart }) => !isPart)
  if (mains.length === 0) return summed(all, outcomes, requests)
  const known = balances(requests)
  const [first] = mains
  const total = [sum(all), sum(all) + sum(outcomes)].find((value) => known.includes(value))
  if (first && total !== undefined && !mains.some(({ value }) => known.includes(value))) {
    return [{ ...first, value: total, manner: 'sum', end: all[all.length - 1]?.end ?? first.end }]
  }
  return wholes(mains)
}

/** 上年结转的2件已全部办结，今年新收14件，已办结13件: 13 are those of this year, and 2 come on top. */
function withCarried(printed: readonly Count[], requests: Requests, { allDone, counts }: Gathered): readonly Count[] {
  const [first, ...others] = printed
  const carried = requests.carriedIn[0]
  const received = requests.received[0]
  if (!first || others.length > 0 || !carried || !received || carried.value === 0) return printed
  const isApart = allDone.some((all) => [...counts].reverse().find(({ end }) => end <= all.start) === carried)
  const isOfYear = carried.end < received.start && first.value === received.value - sum(requests.carriedOut.slice(0, 1))
  return isApart && isOfYear ? [{ ...first, value: first.value + carried.value, manner: 'sum' }] : printed
}

/** 行政诉讼1起（征地），未发生信息公开诉讼: in one sentence, what names disclosure counts. */
function named(all: readonly Count[]): Count[] {
  const isNamedIn = (sentence: number) => all.some((one) => one.isNamed && one.sentence === sentence)
  return all.filter((one) => one.isNamed || !isNamedIn(one.sentence))
}

/** 收到自然人申请6件，没有收到法人申请: a denial beside a number is about the others only. */
function withoutDenied(received: readonly Count[]): Count[] {
  const counted = sentencesOf(received.filter(({ value }) => value > 0))
  return received.filter(({ manner, sentence }) => manner !== 'zero' || !counted.has(sentence))
}

/** 收到74件，直接答复52件，转交22件: 52 is all but those passed on, and not the number of the table. */
function withoutPassedOn(concluded: readonly Count[], received: readonly Count[], { passedOn }: Gathered): Count[] {
  const isSplit = (one: Count) =>
    passedOn.some(
      ({ sentence, value }) =>
        sentence === one.sentence &&
        received.some((all) => all.value === one.value + value && all.sentence === sentence),
    )
  return concluded.filter((one) => !isSplit(one))
}

/** Decides which of the gathered counts are claims about the whole report, in the order of the text. */
export function decideClaims(gathered: Gathered): (Count & { kind: ClaimKind })[] {
  const of = (kind: Count['kind']) => ofYear(gathered.counts.filter((count) => count.kind === kind))
  const { handled, concluded: told } = withoutHandled(of('concluded'))
  const done = withoutPassedOn(told, of('received'), gathered)
  const whole = wholes(withoutParts(withoutDenied(of('received')), done))
  const requests = {
    received: whole.length > 0 ? whole : wholes(handled).map((count): Count => ({ ...count, kind: 'received' })),
    carriedIn: wholes(of('carriedIn')),
    carriedOut: wholes(of('carriedOut')),
  }
  const printed = withCarried(concludedOf(done, of('outcome'), requests), requests, gathered)
  const said = gathered.allDone.slice(0, MOST_SAID)
  if (requests.carriedOut.length === 0)
    requests.carriedOut = said.flatMap((all) => carriedOn(all, requests, printed)).slice(0, 1)
  const allDone = said.flatMap((all) => inferred(all, requests, gathered.exceptions))
  // 已全部办结，其中延期答复2件: 2 is only a part.
  const isWhole = printed.length > 0 && !(allDone.length > 0 && printed.every(({ isPart }) => isPart))
  const concluded = isWhole ? printed : allDone.slice(0, 1)
  const received = requests.received.length > 0 ? requests.received : handledAll(printed, gathered)
  const others = [
    ...wholes(named(of('reviewCases'))),
    ...wholes(named(of('litigationCases'))),
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
