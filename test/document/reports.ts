import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figures, type CellId } from '../../src/form'
import { emptyReport, withFigures, type CellValue, type Report } from '../../src/report'

/** Narrative of about the length that a sub-district office publishes. */
const overview = [
  '2024年，本办事处认真落实《中华人民共和国政府信息公开条例》，把公开工作同辖区治理、为民服务放在一起安排，一起检查，现将全年工作情况报告如下：',
  '（一）主动公开情况：',
  '围绕居民最关心的老旧小区改造、社区养老、临时救助、物业管理和防汛安排等事项，及时在区政府网站专栏和社区公示栏公开办事依据、办理流程、所需材料和办理结果。全年重新核对公开目录一次，更新条目三十余处，对已经失效的内容注明失效时间。涉及资金分配的事项，公开前由经办科室、分管负责人和保密人员三级审核，防止个人信息外泄，保证内容完整、准确、便于查找。',
  '（二）依申请公开情况：',
  '收到政府信息公开申请8件，加上上年结转1件，全部在法定期限内办结，没有结转下年度继续办理的申请。对内容不够明确的申请，工作人员先打电话了解实际需要，再一次性告知补正事项；对不属于本机关掌握的信息，说明理由并尽可能告知掌握该信息的机关。答复文书统一编号、统一格式，送达凭证随卷保存。',
  '（三）政府信息管理情况：',
  '明确各科室一名信息员，文件起草时同步确定公开属性，不予公开的写明依据。每季度清理一次专栏，检查链接、附件和错别字，保存检查记录。公开内容的纸质件和电子件按年度归档，离岗人员须办理资料移交手续。',
  '（四）政府信息公开平台建设情况：',
  '以区政府网站街道专栏为主要平台，在便民服务中心设置公开查阅点，配备电脑、打印机和志愿引导员，方便不熟悉网络的老年人查询。社区公示栏统一样式，注明更新日期和监督电话，由网格员每周巡看，发现破损、过期的当天更换。',
  '（五）监督保障情况：',
  '年初印发工作要点，把任务分到科室、定到时间。年内组织两次业务学习，讲解申请办理流程和常见答复错误，新到岗人员先学习后上岗。聘请四名居民代表担任监督员，半年听取一次意见，收到的六条建议均已答复采纳情况。',
  '（六）工作考核、社会评议和责任追究结果情况：',
  '公开工作列入科室年度考核，考核结果与评优挂钩。区里组织的社会评议总体满意。全年没有因政府信息公开工作被追究责任的情况。',
].join('\n')

const problems = [
  '一年来的工作还有不足：一是更新不够及时，个别科室在事项办完之后才想起公开，居民看到时已经过了最需要的时候；二是形式比较单一，图文解读少，政策原文多，老年居民反映看不懂、找不到；三是人员变动较快，新任信息员对申请办理的期限和文书掌握得不熟，需要反复核对。',
  '2025年将从三个方面改进：一是把公开作为办事流程的最后一个环节，没有公开的不算办结，每月通报一次；二是对居民关心的事项配发一页纸说明，用大字版在社区张贴，并请网格员上门讲解；三是编写申请办理手册，收入常用文书和真实案例，年内组织两次集中培训和一次模拟答复，做到新人有人带、文书有人审、期限有人盯。',
].join('\n')

const other =
  '按照《国务院办公厅关于印发<政府信息公开信息处理费管理办法>的通知》（国办函〔2020〕109号），本年度没有收取信息处理费，没有其他需要报告的事项。'

const zeros = Object.fromEntries(figures.map(({ id }): [CellId, CellValue] => [id, 0]))

const houzhaiFigures: Record<CellId, CellValue> = {
  'table3.received.naturalPerson': 8,
  'table3.received.total': 8,
  'table3.carriedIn.naturalPerson': 1,
  'table3.carriedIn.total': 1,
  'table3.granted.naturalPerson': 1,
  'table3.granted.total': 1,
  'table3.partlyGranted.naturalPerson': 7,
  'table3.partlyGranted.total': 7,
  'table3.unavailable.notHeld.naturalPerson': 1,
  'table3.unavailable.notHeld.total': 1,
  'table3.concluded.naturalPerson': 9,
  'table3.concluded.total': 9,
  'table4.review.upheld': 1,
  'table4.review.total': 1,
  'table4.litigationAfterReview.upheld': 1,
  'table4.litigationAfterReview.total': 1,
}

/** The figures of a real report of a sub-district office, with prose of our own. */
export const houzhai: Report = {
  ...withFigures(emptyReport('侯寨办事处', 2024), { ...zeros, ...houzhaiFigures }),
  narrative: { overview, problems, other },
}

export const empty: Report = emptyReport('', null)

/** The same prose with a nine-digit number in every cell of table 3 and 4: more than any office will have. */
export const nineDigits: Report = withFigures(
  houzhai,
  Object.fromEntries(
    figures
      .filter(({ table }) => table !== 'table2')
      .map(({ id }, i): [CellId, CellValue] => [id, 123456789 + i * 1000003]),
  ),
)

const published = join(__dirname, '../../../shared/reports/figures.json')

interface PublishedSet {
  id: string
  unit: string
  figures: Record<CellId, CellValue | string>
}

/** A city's published figures, some of eight digits, or undefined where the collection is not at hand. */
export function cityReport(): Report | undefined {
  if (!existsSync(published)) return undefined
  const sets = JSON.parse(readFileSync(published, 'utf8')) as PublishedSet[]
  const set = sets.find(({ id }) => id === '001')
  if (!set) return undefined
  const values = Object.entries(set.figures).map(([id, value]): [CellId, CellValue] => [
    id,
    typeof value === 'string' ? { raw: value } : value,
  ])
  // The year of the text, which another year's title would contradict.
  return { ...houzhai, unit: '测试市', figures: Object.fromEntries(values) }
}

/** The city's report with the two greatest figures of tables 3 and 4 grown to nine digits. */
export function cityOfNineDigits(): Report | undefined {
  const city = cityReport()
  return (
    city &&
    withFigures(city, {
      'table3.received.naturalPerson': 136120987,
      'table3.received.total': 140690987,
      'table3.concluded.total': 141250987,
      'table4.review.total': 987654321,
    })
  )
}
