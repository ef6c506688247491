// The published table sets as whole reports, with prose of the same year.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../freshness.mjs'

const published = join(root, '../shared/reports/figures.json')

const overview = (year) => [
  `${year}年，本机关认真落实《中华人民共和国政府信息公开条例》，把公开工作同日常管理放在一起安排，一起检查，现将全年工作情况报告如下。`,
  '（一）主动公开情况。围绕群众最关心的教育、医疗、就业和防汛安排等事项，及时在门户网站公开办事依据、办理流程、所需材料和办理结果。全年重新核对公开目录一次，更新条目三十余处，对已经失效的内容注明失效时间；涉及资金分配的事项，公开前由经办科室、分管负责人和保密人员三级审核，防止个人信息外泄。',
  '（二）依申请公开情况。收到的政府信息公开申请全部在法定期限内办结。对内容不够明确的申请，工作人员先打电话（010-12345678）了解实际需要，再一次性告知补正事项；答复文书统一编号、统一格式，送达凭证随卷保存，电子件发至 gongkai@example.gov.cn 备查。',
  '（三）政府信息管理情况。明确各科室一名信息员，文件起草时同步确定公开属性，不予公开的写明依据。',
  '（四）政府信息公开平台建设情况。以门户网站专栏为主要平台，在便民服务中心设置公开查阅点，配备电脑、打印机和志愿引导员，方便不熟悉网络的老年人查询。',
  '（五）监督保障情况。年初印发工作要点，把任务分到科室、定到时间。年内组织两次业务学习，讲解申请办理流程和常见答复错误。',
]
const problems = (year) => [
  '一年来的工作还有不足：一是更新不够及时，个别科室在事项办完之后才想起公开；二是形式比较单一，图文解读少，政策原文多；三是人员变动较快，新任信息员对申请办理的期限和文书掌握得不熟，需要反复核对。',
  `${year + 1}年将从三个方面改进：一是把公开作为办事流程的最后一个环节，没有公开的不算办结；二是对群众关心的事项配发一页纸说明；三是编写申请办理手册，收入常用文书和真实案例。`,
]
const other = ['按照国办函〔2020〕109号文件，本年度没有收取信息处理费，没有其他需要报告的事项。']

/** （六）其他处理 in one row, for which the tables of this edition have no place. */
const ONE_ROW = /^table3\.otherwise\.[^.]+$/

const asValue = (value) => (typeof value === 'string' ? { raw: value } : value)

/** None where the collection is not at hand. */
export function publishedReports() {
  if (!existsSync(published)) return []
  return JSON.parse(readFileSync(published, 'utf8')).map(({ id, unit, year, figures }) => ({
    id,
    report: {
      edition: '2021',
      unit: unit.replace(/（.*/, ''),
      year,
      figures: Object.fromEntries(
        Object.entries(figures).flatMap(([cell, value]) => (ONE_ROW.test(cell) ? [] : [[cell, asValue(value)]])),
      ),
      narrative: { overview: overview(year).join('\n'), problems: problems(year).join('\n'), other: other.join('\n') },
    },
  }))
}
