import { has, lastAt } from './clauses'
import { hasGap, isOnMediaAlone, isOnSite, isUnknown, wordOf, type Context, type Topic } from './phrases'
import { nounIn, NOTHING, OTHER, type Frame, type Spot } from './spot'
import type { Tag, Token } from './tokens'

/** Words that narrow 信息 down to one kind of information. */
const KINDS_OF_INFO: Tag[] = ['other', 'media', 'letter', 'ask', 'work', 'outcome']

/** 公开预算、决算等信息18条 names two subjects; a longer list, or one after 共, is about the whole. */
function isLongList(left: readonly Token[], context: Context): boolean {
  const list = left.slice(lastAt(left, ['publish']) + 1)
  const named = list.filter((token) => isUnknown(token) || token.tag === 'title').length
  const isAll = has(left, 'total') || left.some((token) => /^各/.test(wordOf(context, token)))
  return isAll || named === 0 || list.filter(({ tag }) => tag === 'pause').length > 1
}

const CASES = /^(?:案件|事项|情况)$/

/** 公开机构信息、人事信息、财政信息等共计168条 */
const isSummedUp = (left: readonly Token[], at: number): boolean => has(left.slice(at), 'total') && has(left, 'pause')

/** 我镇信息, 区政府信息: one character before 信息 names no kind of it. */
function isShortName(left: readonly Token[], at: number, context: Context): boolean {
  const [info, before] = [left[at], left[at - 1]]
  if (!info || !before || before.end - before.start > 1) return false
  return left[at - 2]?.tag === 'own' || wordOf(context, info).startsWith('政')
}

/** 主动公开供水服务信息428条: what a company of the public service publishes is about its service. */
const SERVICE = /^(?:供[水热气电暖]|燃气|公交)/

/** Whether 信息 means information of all kinds; 财政信息12条 are only a part of it. */
function isAllInfo(left: readonly Token[], context: Context): boolean {
  const at = lastAt(left, ['info'])
  const before = left[at - 1]
  if (before === undefined) return true
  const service = before.tag === 'work' ? left[at - 2] : before
  if (service && SERVICE.test(wordOf(context, service))) return true
  // 行政处罚案件信息56件
  const named = CASES.test(wordOf(context, before)) ? left[at - 2] : before
  if (named?.tag === 'other') return false
  if (KINDS_OF_INFO.includes(before.tag) || wordOf(context, before) === '类') return false
  if (wordOf(context, before) === '等') return isLongList(left, context)
  // 部门信息, 我单位信息
  if (/^(?:部门|单位|机关)$/.test(wordOf(context, before))) return true
  return before.tag !== 'text' || isSummedUp(left, at) || isShortName(left, at, context)
}

/** 网站新增信息213条, 专栏新增信息80条 */
export function isNewInfo({ left, context }: Spot): boolean {
  const isPublic = isOnSite(left, context) || has(left, 'open', 'publish') || context.topic === 'info'
  return isPublic && !isOnMediaAlone(left, context) && isAllInfo(left, context)
}

const DISCLOSED: Frame = { kinds: ['activelyDisclosed'], topic: 'info' }

/** 主动公开, but not 法定主动公开, which names what the law asks for: a part, where it comes after 其中. */
function isActive(left: readonly Token[], context: Context): boolean {
  const at = lastAt(left, ['publish'])
  const [verb, before] = [left[at], left[at - 1]]
  if (verb === undefined || !wordOf(context, verb).startsWith('主动')) return false
  return before === undefined || wordOf(context, before) !== '法定'
}

const isOther = (topic: Topic): boolean => topic === 'other' || topic === 'otherCourt'

/** 主动公开58条, or 58条信息 after a verb of publishing. */
function isDisclosed({ left, right, whole, context }: Spot): boolean {
  if (nounIn(right) === 'info' && !isUnknown(right[0])) return true
  // 审核发文340件，其中主动公开118件: these are documents.
  if (right.length > 0 || whole === 'other') return false
  const isSite = context.topic === null && isOnSite(left, context)
  return context.topic === 'info' || isSite || (isActive(left, context) && !isOther(context.topic))
}

/** Whether something was posted on 微信 or the like only: that is no part of the information disclosed. */
const isPost = ({ left, context }: Spot): boolean =>
  isOnMediaAlone(left, context) && !left.some((token) => wordOf(context, token) === '主动公开')

/** 审核拟公开信息980条; 围绕重点领域公开信息326条 */
const isNarrowed = (left: readonly Token[], context: Context): boolean =>
  left.some((token) => /^[拟将]$|重点领域|补[充录发]|^(?:围绕|针对|聚焦|相关|有关)$/.test(wordOf(context, token)))

const OF_OTHERS = /等单位|[企事]业单位|各(?:村|社区)/
const ANYHOW = /官网|政务网|渠道|方式|途径|形式/
const AT = /^(?:通过|在|利用|依托|借助|经由?)$/

/** 通过公示栏张贴公开信息: a place or channel that is no site, so not what the office disclosed there. */
function isElsewhere(left: readonly Token[], context: Context): boolean {
  const [first] = left
  const verb = lastAt(left, ['publish'])
  // 在县政府网站和各村公示栏公开
  const isBesideSite = isOnSite(left.slice(0, Math.max(0, verb)), context) && has(left, 'pause')
  if (first && !isBesideSite && OF_OTHERS.test(context.text.slice(first.start, left[left.length - 1]?.end))) return true
  // 政策法规类公开信息23条
  if ([left[verb - 1], left[verb + 1]].some((one) => one && wordOf(context, one) === '类')) return true
  const from = left.slice(0, Math.max(0, verb)).findIndex((token) => AT.test(wordOf(context, token)))
  const place = from < 0 ? [] : left.slice(from + 1, verb)
  return (
    place.some((token) => isUnknown(token) && !ANYHOW.test(wordOf(context, token))) &&
    !isOnSite(place, context) &&
    !has(place, 'media', 'open', 'publish', 'work')
  )
}

/** 公开预算信息5条: may be one of the parts that a total follows. */
const PART_OF_DISCLOSED: Frame = { ...OTHER, partOf: 'activelyDisclosed' }

/** “三农”专栏更新信息96条: a column for one subject. */
const isOnColumn = (left: readonly Token[], context: Context): boolean =>
  left.some((token) => /^(?:专栏|栏目)$/.test(wordOf(context, token))) &&
  !has(left, 'open') &&
  !isOnSite(left, context) &&
  !isActive(left, context)

/** 围绕重点领域公开信息326条; and 公开811条，其中应当主动公开的402条 */
const isOfSome = ({ left, whole, context }: Spot): boolean =>
  isNarrowed(left, context) ||
  isElsewhere(left, context) ||
  (whole === 'info' && has(left, 'should')) ||
  isOnColumn(left, context)

export function disclosedFrame(spot: Spot): Frame {
  const { left, noun, context } = spot
  // 两个专栏分别发布130条、100条
  if (has(left, 'respectively') || hasGap(left) || isPost(spot) || isOfSome(spot)) return OTHER
  if (noun !== null && noun !== 'media' && noun !== 'info') return OTHER
  const isWhole = noun === 'info' ? isAllInfo(left, context) : isDisclosed(spot)
  if (isWhole) return { ...DISCLOSED, isFresh: isActive(left, context) }
  if (noun === 'info') return PART_OF_DISCLOSED
  return noun === null ? NOTHING : OTHER
}

/** 公开提案办理等信息12条: 办理 names the subject of the information, not what was done to it. */
export const isAboutInfo = ({ left, noun }: Spot): boolean =>
  noun === 'info' && has(left, 'publish') && !has(left, 'ask', 'apply', 'receive', 'fresh')
