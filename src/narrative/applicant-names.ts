/** Names of applicants in prose. Words that may be something else than a name are left alone. */
import type { TextRange } from './text-range'

/** Frequent surnames, without those that begin ordinary words behind 申请人: 向, 于, 对, 关, 方, 任, 应, 常, 成, 高, 安, 曾. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎武乔贺赖龚文])'

/** Characters of no given name that may follow 申请人: 申请人何时…, 申请人许可…; and words that begin like a name. */
const NO_NAME =
  /[某×ＸX*＊○的了在于向对无未不应当需要可以提是为有和与及或等该其所方式信息开申请理由获取答复材料续时种期边件程序位者你我他们您个多少]|^(?:董事|田地|林地|林业|石油|史料|武装|雷同|顾客|顾问|夏季|龙头|钱款|文本|文书|周围|周知|许久|何处|何人|贺信|康复|毛利|孔子|黄河|江苏|王府|汤池|杜绝|谢绝|胡乱|孙子|张贴|张榜|陈述|陈旧|宋体|汪洋|段落|侯车|罗列|丁字|沈阳|苏州|徐州|郑州|杭州|韩国|唐山|吴江|黎明|顾虑|陆上|陈诉|赖账|毛病|钟点|范围|范例)/

/** What must follow a name. */
const BEHIND =
  '(?=[，。；、（(：:\\s！？]|$|提出|提交|递交|申请|要求|不服|通过|就|诉|因|撤回|等\\d|等人|一案|案|的申请|来信|来函|于\\d)'

const LEAD = '(?:申请人|申请者|信息公开申请人|举报人|信访人|投诉人)(?:姓名)?[：:\\s]{0,2}(?:是|为)?'
const PERSON_LEAD = '(?:公民|村民|居民|市民|群众|业主|当事人)[：:\\s]{0,2}'
const APPLIES =
  '(?=(?:等\\d*人)?(?:向[^，。；\\n]{0,16})?(?:提出|提交|递交|申请公开|要求公开|来信申请|来函申请|的(?:政府)?信息公开申请))'

const FORMS = [
  new RegExp(`${LEAD}(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)${BEHIND}`, 'g'),
  new RegExp(`${PERSON_LEAD}(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)${APPLIES}`, 'g'),
]

export interface ApplicantName extends TextRange {
  /** With the words before it: 申请人王**. */
  masked: string
}

const isName = (name: string): boolean => !NO_NAME.test(name)

export function namesIn(text: string): ApplicantName[] {
  return FORMS.flatMap((form) =>
    [...text.matchAll(form)].flatMap((match) => {
      const name = match[1] ?? ''
      const end = match.index + match[0].length
      const lead = match[0].slice(0, -name.length)
      const masked = lead + name.charAt(0) + '*'.repeat(name.length - 1)
      return isName(name) ? [{ start: match.index, end, masked }] : []
    }),
  )
}
