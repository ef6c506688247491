/** Names of the workbook's tabs, in their order. */
export const tabNames = {
  guide: '填报说明',
  basics: '基本信息',
  overview: '一、总体情况',
  table2: '二、主动公开',
  table3: '三、依申请公开',
  table4: '四、复议诉讼',
  problems: '五、问题及改进',
  other: '六、其他事项',
  lastYear: '上年数据',
  findings: '校验结果',
  log: '流程记录',
} as const
