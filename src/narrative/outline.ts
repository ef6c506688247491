/** What sections 五 and 六 have to contain (国办公开办函〔2021〕30号), known by clear words. */

import { simplified } from '../form'

/** 有待加强 and the like name a problem, not a measure. */
const WANTED = /(?:有待|需要?|尚需|还需|亟待|仍需|需进一步)(?:进一步|不断|继续)?[\u4e00-\u9fff]{2}/g
const PROBLEM =
  /问题|不足|差距|短板|薄弱|弱项|有待|不够|不[高强深多广全细精准齐]|不及时|不到位|不完善|不规范|不均衡|不平衡|不丰富|不熟|欠缺|缺乏|缺少|提升空间|困难|滞后|单一|尚未|[还仍尚亟]需|需要?进一步|偏[低少慢窄]|较[少弱低慢窄]|还不|还有.{0,6}空间|风险|隐患|(?:[率度]|更新).{0,2}[慢低]|参差|脱节|被动|不[畅佳清实妥]|(?:面|范围|渠道|形式|力量|人手|意识|能力|水平|质量|速度|时效).{0,4}[窄少弱差低慢]/
const MEASURE =
  /措施|改进|整改|下一步|今后|接下来|加强|强化|完善|提升|提高|健全|优化|拓[展宽]|规范|推进|加大|深化|落实|建立|创新|丰富|组织|开展|将[继进会在对把通逐]|已[明确制修补增设调编印配要推实建组开发培梳]|统一|实行|试行|细化|增[加设]|改版|改为|编印|梳理|清理|压实/
/** 一是…大；二是…窄。改进：…: what stands before the measures are the problems. */
const BEFORE_MEASURES = /[^。\s]{6}[。；;]?\s*(?:改进|整改)(?:措施|情况|方向|方面)?[：:]/

export function tellsProblems(text: string): boolean {
  const simple = simplified(text)
  return PROBLEM.test(simple) || BEFORE_MEASURES.test(simple)
}
export const tellsMeasures = (text: string): boolean => MEASURE.test(simplified(text).replace(WANTED, ''))

/** Whether a text of section 六 tells about 信息处理费, under any name; and whether any text names it clearly. */
export const tellsFee = (text: string): boolean => /处理费|收费|收取.{0,16}费|费用/.test(simplified(text))
export const namesFee = (text: string): boolean => /信息(?:公开)?处理费/.test(simplified(text))

/** A line that repeats the section's own title. */
export function repeatedTitle(text: string, ordinal: string, title: string): string | null {
  const bare = (line: string) => line.replace(/[\s：:]/g, '')
  const own = [title, `${ordinal}、${title}`, `${ordinal}.${title}`, `${ordinal}．${title}`]
  const lines = text.split('\n').map((line) => line.trim())
  return lines.find((line) => line.length <= 40 && own.includes(bare(line))) ?? null
}

/** Characters as an office counts them: without blanks. */
export const lengthOf = (text: string): number => text.replace(/\s/g, '').length
