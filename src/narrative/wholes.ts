import type { Count } from './walk'

export const sum = (counts: readonly { value: number }[]) => counts.reduce((total, { value }) => total + value, 0)

/** The counts of a kind that are about the whole, one in each sentence. */
export function wholes(all: readonly Count[]): Count[] {
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
  if (!first || !last || first === last) return parts.filter(({ isShare }) => !isShare)
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
export function ofYear(all: readonly Count[]): Count[] {
  const seasons = new Map<number, number>()
  for (const { isSeason, sentence } of all) if (isSeason) seasons.set(sentence, (seasons.get(sentence) ?? 0) + 1)
  return all.filter(({ isSeason, sentence }) => !isSeason || seasons.get(sentence) !== 1)
}

/** Without the numbers since the beginning, where this year has its own: 累计公开13866条，本年度公开470条. */
export function withoutStocks(all: readonly Count[]): readonly Count[] {
  const isYearly = all.some(({ isOfYear, isPart, isStock }) => isOfYear && !isPart && !isStock)
  return isYearly ? all.filter(({ isStock }) => !isStock) : all
}

/** Texts give numbers of information for many channels and kinds; only the plainest one is the whole. */
export function disclosed(all: readonly Count[]): Count[] {
  const whole = wholes(withoutStocks(all.filter(({ isOfAllYears }) => !isOfAllYears)))
  const best = whole.find(({ isTotal }) => isTotal) ?? whole[0]
  return best ? whole.filter((count) => count === best || (best.isTotal && count.isTotal)) : []
}
