/** The tables of form.md, transcribed by hand: what the form's data is held against. */

export const table2 = `
第二十条第（一）项 | regulations        | 规章           | issued 本年制发件数, repealed 本年废止件数, inForce 现行有效件数
第二十条第（一）项 | normativeDocuments | 行政规范性文件 | issued 本年制发件数, repealed 本年废止件数, inForce 现行有效件数
第二十条第（五）项 | licensing          | 行政许可       | decisions 本年处理决定数量
第二十条第（六）项 | penalties          | 行政处罚       | decisions 本年处理决定数量
第二十条第（六）项 | coercion           | 行政强制       | decisions 本年处理决定数量
第二十条第（八）项 | fees               | 行政事业性收费 | amount 本年收费金额（单位：万元）
`

export const table3Columns = `
naturalPerson     | 自然人
enterprise        | 商业企业
research          | 科研机构
socialWelfare     | 社会公益组织
legalService      | 法律服务机构
otherOrganization | 其他
total             | 总计
`

/** Rows without an id are headings. */
export const table3 = `
received                       | 一、本年新收政府信息公开申请数量
carriedIn                      | 二、上年结转政府信息公开申请数量
                               | 三、本年度办理结果
granted                        | （一）予以公开
partlyGranted                  | （二）部分公开（区分处理的，只计这一情形，不计其他情形）
                               | （三）不予公开
refused.stateSecret            | 1.属于国家秘密
refused.prohibitedByLaw        | 2.其他法律行政法规禁止公开
refused.securityAndStability   | 3.危及“三安全一稳定”
refused.thirdPartyRights       | 4.保护第三方合法权益
refused.internalAffairs        | 5.属于三类内部事务信息
refused.deliberativeProcess    | 6.属于四类过程性信息
refused.enforcementFile        | 7.属于行政执法案卷
refused.administrativeInquiry  | 8.属于行政查询事项
                               | （四）无法提供
unavailable.notHeld            | 1.本机关不掌握相关政府信息
unavailable.requiresCreation   | 2.没有现成信息需要另行制作
unavailable.stillUnclear       | 3.补正后申请内容仍不明确
                               | （五）不予处理
notProcessed.petition          | 1.信访举报投诉类申请
notProcessed.repeated          | 2.重复申请
notProcessed.publication       | 3.要求提供公开出版物
notProcessed.excessive         | 4.无正当理由大量反复申请
notProcessed.reconfirmation    | 5.要求行政机关确认或重新出具已获取信息
                               | （六）其他处理
otherwise.correctionOverdue    | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
otherwise.feeOverdue           | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
otherwise.other                | 3.其他
concluded                      | （七）总计
carriedOut                     | 四、结转下年度继续办理
`

export const table4Groups = `
review                | 行政复议
directLitigation      | 未经复议直接起诉
litigationAfterReview | 复议后起诉
`

export const table4Columns = `
upheld       | 结果维持
corrected    | 结果纠正
otherOutcome | 其他结果
pending      | 尚未审结
total        | 总计
`

export const sections = `
一 | 总体情况                         | overview
二 | 主动公开政府信息情况             | table2
三 | 收到和处理政府信息公开申请情况   | table3
四 | 政府信息公开行政复议、行政诉讼情况 | table4
五 | 存在的主要问题及改进情况         | problems
六 | 其他需要报告的事项               | other
`

/** The lines of a table above, cell by cell. */
export const linesOf = (table: string): string[][] =>
  table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()))
