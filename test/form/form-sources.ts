/**
 * The legal source of each row, and words that its guidance has to name. Transcribed by hand from the Regulations
 * (条例), the notice on the format (2021年30号) and the notice on fees (2020年109号), not from the form's data.
 */

export const regulations = '《政府信息公开条例》'
const format2021 = '国办公开办函〔2021〕30号'
export const format2019 = '国办公开办函〔2019〕60号'
const feeNotice = '国办函〔2020〕109号'

/** Row or group | source, 第… being an article of the Regulations | words of the guidance. */
export const rowSources = `
table2.regulations                   | 第二十条第（一）项           | 有权制定规章的机关, 上年现行有效＋本年制发－本年废止
table2.normativeDocuments            | 第二十条第（一）项           | 制发、废止和现行有效, 上年现行有效＋本年制发－本年废止
table2.licensing                     | 第二十条第（五）项           | 准予和不予许可
table2.penalties                     | 第二十条第（六）项           | 行政处罚决定
table2.coercion                      | 第二十条第（六）项           | 行政强制措施, 行政强制执行
table2.fees                          | 第二十条第（八）项           | 万元, 小数, 信息处理费写在第六部分
table3.received                      | 第三十一条                   | 1月1日至12月31日, 一件申请计一件
table3.carriedIn                     | ${format2021}                | 上年报告, 四、结转下年度继续办理
table3.granted                       | 第三十六条第（一）（二）项   | 全部公开, 已主动公开
table3.partlyGranted                 | 第三十七条                   | 只在这里计一件
table3.refused.stateSecret           | 第十四条                     | 国家秘密
table3.refused.prohibitedByLaw       | 第十四条                     | 法律、行政法规, 禁止公开
table3.refused.securityAndStability  | 第十四条                     | 国家安全、公共安全、经济安全、社会稳定
table3.refused.thirdPartyRights      | 第十五条、第三十二条         | 商业秘密、个人隐私
table3.refused.internalAffairs       | 第十六条第一款               | 人事管理、后勤管理、内部工作流程
table3.refused.deliberativeProcess   | 第十六条第二款               | 讨论记录、过程稿、磋商信函、请示报告
table3.refused.enforcementFile       | 第十六条第二款               | 行政执法案卷
table3.refused.administrativeInquiry | 第三十六条第（七）项         | 工商、不动产登记资料
table3.unavailable.notHeld           | 第三十六条第（四）（五）项   | 经检索没有, 不属于本机关负责公开
table3.unavailable.requiresCreation  | 第三十八条                   | 加工、分析
table3.unavailable.stillUnclear      | 第三十条                     | 已经补正, 仍不明确
table3.notProcessed.petition         | 第三十九条第一款             | 信访、投诉、举报
table3.notProcessed.repeated         | 第三十六条第（六）项         | 已就同一申请答复
table3.notProcessed.publication      | 第三十九条第二款             | 政府公报、报刊、书籍
table3.notProcessed.excessive        | 第三十五条                   | 合理范围, 理由不合理
table3.notProcessed.reconfirmation   | ${format2021}                | 确认或者重新出具
table3.otherwise.correctionOverdue   | 第三十条                     | 逾期不补正, 视为放弃
table3.otherwise.feeOverdue          | ${feeNotice}                 | 逾期未按收费通知缴纳, 视为放弃
table3.otherwise.other               | ${format2021}                | 以上各项之外
table3.concluded                     | ${format2021}                | 二十一种办理结果之和
table3.carriedOut                    | ${format2021}                | 12月31日仍在办理, 下一年报告
table4.review                        | 第五十一条                   | 被申请行政复议
table4.directLitigation              | 第五十一条                   | 未经行政复议、直接提起行政诉讼
table4.litigationAfterReview         | 第五十一条                   | 经过行政复议后提起行政诉讼
`

/** Section | source | words of the guidance. */
export const sectionSources = `
一 | 第五十条                                | 主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障, 工作考核、社会评议和责任追究结果, 1000字
二 | 第五十条第（一）项                      | 第二十条第（一）（五）（六）（八）项, 没有的填0
三 | 第五十条第（二）项                      | 新收加上年结转, 等于办理结果总计加结转下年度, 没有的填0
四 | 第五十条第（三）项                      | 行政复议, 行政诉讼, 没有的填0
五 | 第五十条第（四）项                      | 主要问题, 改进措施
六 | ${feeNotice}；${regulations}第五十条第（五）项 | 信息处理费, 没有其他事项的也要写明
`

/** Labels as published reports also print them: where | official label | other spellings. */
export const spellings = `
table2 | 本年制发件数             | 本年新制作数量, 本年制发数
table2 | 本年废止件数             | 本年废止数
table2 | 现行有效件数             | 现行有效数
table2 | 行政规范性文件           | 规范性文件
table2 | 行政许可                 | 行政许可其他对外管理服务事项
table2 | 本年收费金额（单位：万元） | 本年收费金额
table3 | 总计                     | 合计
table3 | 一、本年新收政府信息公开申请数量 | 一、本年新收
table3 | 二、上年结转政府信息公开申请数量 | 二、上年结转
table3 | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | （二）部分公开
table3 | 4.无正当理由大量反复申请 | 4.大量反复申请
table3 | 5.要求行政机关确认或重新出具已获取信息 | 5.要求确认或重新出具已获取信息
table3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 1.申请人无正当理由逾期不补正, 1.逾期不补正
table3 | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 2.申请人逾期未按收费通知要求缴纳费用, 2.逾期不缴费
table3 | （七）总计               | （七）合计
table3 | 四、结转下年度继续办理   | 四、结转下年度继续办理政府信息公开申请数量
table4 | 结果维持                 | 维持
table4 | 结果纠正                 | 纠正
table4 | 其他结果                 | 其他
table4 | 总计                     | 合计
`

/** Table 2 of edition 2019: article | row id | label | columns | other spellings of the label. */
export const table2Of2019 = `
第二十条第（一）项 | regulations        | 规章                 | newlyMade 本年新制作数量, newlyDisclosed 本年新公开数量, disclosed 对外公开总数量 |
第二十条第（一）项 | normativeDocuments | 规范性文件           | newlyMade 本年新制作数量, newlyDisclosed 本年新公开数量, disclosed 对外公开总数量 | 行政规范性文件
第二十条第（五）项 | licensing          | 行政许可             | lastYearItems 上一年项目数量, change 本年增/减, decisions 处理决定数量 |
第二十条第（五）项 | otherServices      | 其他对外管理服务事项 | lastYearItems 上一年项目数量, change 本年增/减, decisions 处理决定数量 | 其他对外管理服务
第二十条第（六）项 | penalties          | 行政处罚             | lastYearItems 上一年项目数量, change 本年增/减, decisions 处理决定数量 |
第二十条第（六）项 | coercion           | 行政强制             | lastYearItems 上一年项目数量, change 本年增/减, decisions 处理决定数量 |
第二十条第（八）项 | fees               | 行政事业性收费       | lastYearItems 上一年项目数量, change 本年增/减 |
第二十条第（九）项 | procurement        | 政府集中采购         | items 采购项目数量, amount 采购总金额 |
`
