/** The five aspects of section 一 (国办公开办函〔2021〕30号), known by a heading or by a clause that tells of them. */
import { simplified } from '../form'

interface Aspect {
  name: string
  /** Words of a heading, or of the opening of a sentence: 主动公开方面，… */
  heading: RegExp
  /** A clause that tells what was done. A word in passing (通过网站公开) does not. */
  told: RegExp
}

const SITES = '(?:平台|网站|门户|新媒体|公众号|微博|公报|专栏|专区|查阅点|查阅场所|查阅中心|栏目|载体|阵地)'
const KEEPS =
  '建设|运行|运维|管理|维护|优化|升级|改版|改造|整合|规范|开设|设置|完善|巡[检查]|监测|检查|集约|迁移|关停|注销'
const BUILDS =
  '建设|建好|优化|完善|升级|改版|改造|加强|强化|规范|维护|做好|打造|运维|管理|开设|增设|新增|设[立有置]|调整|整合|开通|新建|搭建|健全|丰富|拓[宽展]|充分利用|充分发挥|用好|抓好'
const TEXTS = '(?:信息|内容|文件|公文|目录|指南|属性|稿件)'
const CONTROLS = '监督|考核|培训|评议|督[查促导办]|问责|责任追究|监测|监管|检查'

const aspects: readonly Aspect[] = [
  {
    name: '主动公开',
    heading: /主动.{0,8}公开|公开.{0,6}内容/,
    told: /主动.{0,8}(?:公开|发布|公布)|(?:公开|发布|公布|更新|刊发|上传).{0,24}(?:信息|文件|动态|公告|内容|情况|\d)/,
  },
  {
    name: '依申请公开',
    heading: /依(?:法)?申请|公开申请|申请公开/,
    told: /依(?:法)?申请|公开申请|申请公开|信息公开的申请|(?:收到|受理|接到|办理|答复).{0,10}申请|上年(?:度)?结转.{0,4}\d/,
  },
  {
    name: '政府信息管理',
    heading: /(?:信息|公文|内容|文件).{0,8}(?:管理|审核|审查)|规范性文件|信息资源/,
    told: new RegExp(
      `(?:审查|审核|把关|核查|校对|整理|维护|清理|归集|归档|备案).{0,12}${TEXTS}|` +
        '(?:编制|完善|修订|更新|规范|梳理).{0,12}(?:目录|指南)|(?:发布|公开|保密|内容).{0,4}(?:审查|审核|审批)|' +
        `${TEXTS}.{0,12}(?:审查|审核|把关|校对|清理|归档|归集|备案|动态(?:调整|更新|管理)|管理|认定|保密)|` +
        '发布(?:实行|实施|执行|坚持|落实|严格).{0,16}(?:审核|审签|审批|把关)|发布(?:流程|程序|制度|机制|前)|' +
        '(?:标注|认定)(?:公文|文件|属性)|属性(?:标注|源头)|' +
        '三审|先审后发|保密审查|公开属性|谁.{1,3}[、，]?谁(?:负责|审)',
    ),
  },
  {
    name: '政府信息公开平台建设',
    heading: /平台|网站|新媒体|载体|阵地|渠道/,
    told: new RegExp(`${SITES}.{0,14}(?:${KEEPS})|(?:${BUILDS}).{0,14}${SITES}`),
  },
  {
    name: '监督保障',
    heading: /监督|保障|考核|培训|组织领导|制度建设|机制|责任|队伍/,
    told: new RegExp(
      `(?:${CONTROLS}).{0,8}\\d|(?:${CONTROLS}).{0,3}(?:机制|制度|体系|工作|力度|结果|情况|指标|方案|通报|范围|内容)|` +
        `(?:开展|组织|举办|参加|强化|加强|健全|完善|落实|建立|纳入|进行|实施|定期|做好).{0,18}(?:${CONTROLS}|保障)|` +
        '监督保障|领导小组|组织领导|(?:专人|专职|专岗|分管领导|主要领导).{0,8}(?:负责|抓|牵头|管理)|责任(?:分工|制|到人|体系)|监督(?:电话|举报)',
    ),
  },
]

/** Sentences about the report itself, which name its parts. */
const ABOUT_REPORT =
  /本(?:年度)?(?:报告|年报)[^。]{0,20}(?:由|包括|共分|含)|全文(?:由|包括|共)|部分组成|统计期限|编制本(?:年度)?报告/
/** Words in passing: names of documents and rights (监督权), and what the office acts by (按照考核要求). */
const PASSING =
  /《[^》]{0,80}》|“[^”]{0,80}”|(?:知情|参与|表达|监督)权|接受.{0,8}监督|(?:按照|根据|依据|对照|围绕).{0,20}(?:要求|精神|规定|部署|要点)/g
/** Names of the aspects one after another, as what an effort is about: 从主动公开、依申请公开、平台建设等方面 tells of none. */
const LISTED = /(?:[^，。；：、]{2,14}、){2,}[^，。；：、]{2,14}?(?:等|方面|部分|环节)/g
const NAMED = [/主动公开/, /依申请公开/, /信息管理/, /平台建设/, /监督保障/]
const MOST_NAMED = 2
const SENTENCE_END = /[。；！？!?;\n]/
/** Numbers of headings and lists. */
const NUMBER =
  /^\s*(?:[一二三四五六七八九十]{1,3}是|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[①-⑳])\s*/
const LONGEST_OPENING = 26

const withoutLists = (sentence: string): string =>
  sentence.replace(LISTED, (list) => (NAMED.filter((name) => name.test(list)).length > MOST_NAMED ? '' : list))

interface Part {
  /** The heading, or the first words of a sentence that opens as one. */
  opening: string
  clauses: string[]
}

function partsOf(text: string): Part[] {
  return simplified(text)
    .split(SENTENCE_END)
    .filter((sentence) => !ABOUT_REPORT.test(sentence))
    .map((sentence) => {
      const isNumbered = NUMBER.test(sentence)
      const bare = withoutLists(sentence.replace(PASSING, '')).replace(NUMBER, '')
      const clauses = bare.split(/[，,：:]/)
      const [first = ''] = clauses
      const isOpening = isNumbered || /(?:方面|情况|工作)$/.test(first.trim())
      return { opening: isOpening ? first.slice(0, LONGEST_OPENING) : '', clauses }
    })
}

/** What a clause says of disclosure apart from applications and from the work as such: 信息公开申请, 政务公开工作. */
const withoutApplications = (clause: string): string =>
  clause.replace(
    /依?申请.{0,6}公开|公开申请|(?:信息|政务)公开(?=工作|条例|制度|机制|平台|网站|专栏|培训|考核|领导|目录|指南)/g,
    '',
  )

const tells = ({ name, told }: Aspect, clause: string): boolean =>
  told.test(name === '主动公开' ? withoutApplications(clause) : clause)

/** The aspects that no heading names and no clause tells of. */
export function missingAspects(text: string): string[] {
  const parts = partsOf(text)
  const isTold = (aspect: Aspect) =>
    parts.some(
      ({ opening, clauses }) => aspect.heading.test(opening) || clauses.some((clause) => tells(aspect, clause)),
    )
  return aspects.filter((aspect) => !isTold(aspect)).map(({ name }) => name)
}
