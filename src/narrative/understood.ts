import type { ClaimKind } from './claim'
import { isOnSite, isUnknown, wordOf, type Context } from './phrases'
import type { Tag, Token } from './tokens'

/**
 * Words outside the lexicon that leave a number what it is: who counted, how it came in, how it was done. Any other
 * word may narrow the number down, and then nothing is claimed.
 */
const HARMLESS = new RegExp(
  '[”局厅委办会府镇乡道区县市院校统门心室馆所校站社某生士]$|机关$|[形方]式$|途径$|两级$|牵头$|官网$|[年月][底末初]前?$|[上中下]旬$|^其[他它]|' +
    '^连续|^供[水热气电暖]|^同一|第三方|^(?:载体|媒介|部门|单位|连同|承接|主体|会同|依据|根据|便民|最终|提供|检索|名义|商业|局属事业|学年|市长|省长|县长|区长|书记|政务|收悉|资讯|' +
    '统一|镇街|先后|满意|领域|进入|一年|官方|利用|依托|审核|采编|建站|开通|政务网|标准化|化专题|电子显示屏|宣传栏|机构|财政|人事|据统|' +
    '网下|认真|积极|严格|高效|稳妥|妥善|顺利|圆满|扎实|切实|目前|现有|日止|日起|期间|报告期|统计期|总共|实有|良好|平稳|有序|出庭|一审|党政|职业|答辩|EMS|局?应)$',
)
/** What a number of people or days begins with: 3位申请人, 12月31日, 20个工作日; and 三项合计. */
const OF_PEOPLE_OR_DAYS = /^[位名人月日号]|^个(?:工作日|自然日|月)|^(?:合计|共计|总计)/
const OTHERS: Readonly<Partial<Record<ClaimKind | 'outcome', RegExp>>> = {
  activelyDisclosed: /[专公]栏|栏目|目录|公报|[公通]告|通知|公示|动态|文件|解读|建议|提案|信访|政策|档案|新闻/,
  received: /受理点|窗口|信箱|栏目|档案|举报|信访|留言/,
  concluded: /信箱|咨询|档案|信访/,
  reviewCases: /问题|举报|投诉|信访/,
  litigationCases: /问题|举报|投诉|信访/,
}
const WORK = /工作|渠道|程序|时限|服务|规范|内容/
/** Carried over, or charged: these verbs say enough, and the words beside them give reasons. */
const PLAIN: readonly (ClaimKind | 'outcome')[] = ['carriedIn', 'carriedOut', 'feeCharged', 'outcome']

const HANDED_IN = /^(?:提[交出起]|递交|寄来|来信)/

/** Offices, and the others that publish information or receive applications: schools, hospitals, companies. */
const OFFICE = /[局厅委办会府镇乡道区县市院校统门所站队馆]$|公司$|企业$|集团$|中心$/
const COMPANY = /(?:公司|企业|集团)$/
const VERBS: Tag[] = ['receive', 'fresh', 'conclude', 'handle', 'publish', 'carry', 'because']

/** Where the name of who counted ends: 区文化和旅游局收到, 全县38个部门和16个乡镇公开. */
function subjectEnd(words: readonly Token[], context: Context): number {
  const verb = words.findIndex(({ tag }) => VERBS.includes(tag))
  const before = words.slice(0, Math.max(0, verb))
  return lastWhere(
    before,
    (token) => token.tag === 'branch' || token.tag === 'whole' || OFFICE.test(wordOf(context, token)),
  )
}

function lastWhere(words: readonly Token[], holds: (token: Token) => boolean): number {
  for (let at = words.length - 1; at >= 0; at--) if (words[at] && holds(words[at] as Token)) return at
  return -1
}

const AT = /^(?:通过|在|利用|依托|借助|经由?)$/
const COLUMN = /^[专公]?栏目?$/

/** 通过公司网站、抄表通知单等主动公开: where it was published, which `isElsewhere` has judged; a column names a subject. */
function isPlace(words: readonly Token[], at: number, context: Context): boolean {
  const verb = lastWhere(words, ({ tag }) => tag === 'publish')
  const from = words.slice(0, Math.max(0, verb)).findIndex((token) => AT.test(wordOf(context, token)))
  const next = words[at + 1]
  const isSite = from >= 0 && isOnSite(words.slice(from, verb), context)
  return isSite && at > from && at < verb && !(next && COLUMN.test(wordOf(context, next)))
}

/** 公开水质、水价、停水信息共478条, 公布招生、人事、财务等信息1043条: a list of subjects that is the whole. */
function isSubject(words: readonly Token[], at: number): boolean {
  const verb = lastWhere(words, ({ tag }) => tag === 'publish')
  const info = lastWhere(words, ({ tag }) => tag === 'info')
  const list = words.slice(verb + 1, info)
  return at > verb && at < info && list.filter(({ tag }) => tag === 'pause').length > 1
}

/** Whether a word beside a number leaves it what it is. */
function isHarmless(kind: ClaimKind | 'outcome', token: Token, next: Token | undefined, context: Context): boolean {
  const word = wordOf(context, token)
  if (token.tag === 'odd') return OF_PEOPLE_OR_DAYS.test(context.text.slice(token.end, token.end + 4))
  if (token.tag === 'work') return WORK.test(word)
  if (token.tag === 'other') return OTHERS[kind]?.test(word) === true
  if (!isUnknown(token) || (HARMLESS.test(word) && !word.startsWith('代理'))) return true
  const after = next ? wordOf(context, next) : ''
  return after === '街道' || HANDED_IN.test(after)
}

/** Whether nothing stands beside a number that may make it another number than that of its kind. */
export function isUnderstood(kind: ClaimKind | 'outcome', words: readonly Token[], context: Context): boolean {
  if (PLAIN.includes(kind)) return true
  const subject = subjectEnd(words, context)
  return words.every((token, at) => {
    if (at < subject || (at === subject && COMPANY.test(wordOf(context, token)))) return true
    if (kind === 'activelyDisclosed' && (isPlace(words, at, context) || isSubject(words, at))) return true
    return isHarmless(kind, token, words[at + 1], context)
  })
}
