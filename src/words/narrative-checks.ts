/** What users read about the checks of the narrative against the tables. */

export const narrativeRuleWords = {
  'N.TABLE3': {
    title: '文字中的申请数与表三',
    why: '同一件事在文字和表格里各写一次，两处的数字应当一致，读者才知道以哪个为准。',
    advice: '请对照台账核对，改正文字或者表格中的一处。',
  },
  'N.BASIS': {
    title: '申请数的口径',
    why: '“收到”可以指本年新收，也可以指新收加上年结转，全文应当用同一个口径。',
    advice: '请核对；两个口径都要写的，分别写明“本年新收”和“上年结转”。',
  },
  'N.ALL': {
    title: '全部办结与结转',
    why: '写明全部办结的，就没有申请结转下年度。',
    advice: '请核对；有结转的，写明办结多少件、结转多少件。',
  },
  'N.TABLE4': {
    title: '文字中的复议诉讼与表四',
    why: '文字中的行政复议等于表四的总计，行政诉讼等于未经复议直接起诉与复议后起诉两个总计之和。',
    advice: '请对照案件台账核对，改正文字或者表格中的一处。',
  },
  'N.LOST': {
    title: '没有败诉、纠错的说法与表四',
    why: '结果纠正就是被复议机关或者法院纠正，文字说没有，表四应当是0。',
    advice: '请对照案件台账核对。',
  },
  'N.FEE': {
    title: '信息处理费前后一致',
    why: '第六部分要写明信息处理费，其他部分说到的应当与它相同；它与表二的行政事业性收费不是一回事。',
    advice: '请核对后改为同一个金额。',
  },
  'N.CONTRADICTION': {
    title: '文字前后矛盾',
    why: '同一件事前后写了不同的数，至少有一处不对，或者说的不是同一个范围。',
    advice: '请核对；范围不同的，分别写明。',
  },
  'N.BALANCE': {
    title: '文字中的申请数不平衡',
    why: '新收加上年结转，等于办结加结转下年度。',
    advice: '请对照台账核对。',
  },
  'N.PARTS': {
    title: '分项之和与总数',
    why: '“其中”各项是总数的一部分，相加不会超过总数；列到“其他”的，相加等于总数。',
    advice: '请核对各分项和总数。',
  },
  'N.GAP': {
    title: '缺少数字',
    why: '量词前面没有数字，多半是套用模板时漏填。',
    advice: '请补上数字，没有的写0。',
  },
  'N.YEAR': {
    title: '年份不是本报告的年度',
    why: '沿用上年文字时，最常见的是年份没有改。',
    advice: '请核对年份和这一句的数字。',
  },
  'N.UNIT': {
    title: '单位名称不是本单位',
    why: '套用其他单位的文字时，单位名称可能没有改。',
    advice: '请核对这一句说的是不是本单位。',
  },
  'N.DOCUMENT': {
    title: '文号',
    why: '引用的文件已经废止，或者文号写错。',
    advice: '请改为现行有效的文件和文号。',
  },
  'N.REPEATED': {
    title: '与上年报告逐字相同',
    why: '逐字沿用上年的文字，看不出本年度做了什么，也容易把上年的情况当成本年的。',
    advice: '请按本年度的实际情况改写。',
  },
} as const

const shown = (value: number, approximate: boolean) => `${approximate ? '约' : ''}${value}`

export const narrativeMessages = {
  kinds: {
    received: '收到申请',
    concluded: '办结申请',
    carriedIn: '上年结转',
    carriedOut: '结转下年度',
    reviewCases: '行政复议',
    litigationCases: '行政诉讼',
    activelyDisclosed: '主动公开信息',
    feeCharged: '信息处理费',
  },
  units: { feeCharged: '元', activelyDisclosed: '条' } as Readonly<Partial<Record<string, string>>>,
  claim: (kind: string, value: number, approximate: boolean, unit: string) =>
    `${kind} ${shown(value, approximate)} ${unit}`,
  said: (section: string, quote: string) => `${section}：“${quote}”`,
  against: (said: string, claim: string, cells: string) => `${said}说的是${claim}，${cells}。`,
  cell: (place: string, value: string) => `${place}现为 ${value}`,
  sumCells: (label: string, value: string) => `${label}，合计 ${value}`,
  bothBases: (fresh: string, sum: string) => `表三本年新收 ${fresh}，加上年结转共 ${sum}`,
  newOnly: (said: string, value: number, concluded: string, carriedIn: string) =>
    `${said}办结 ${value} 件，表三“（七）总计” ${concluded}，其中有上年结转的 ${carriedIn} 件；文中的办结数像是只算了本年新收的。`,
  mixed: (said: string, value: number, carriedIn: number) =>
    `${said}收到 ${value} 件，等于表三本年新收加上年结转；文中又另写上年结转 ${carriedIn} 件，同一批申请像是算了两次。`,
  otherScope: (said: string, claim: string, cells: string) =>
    `${said}说的是${claim}，${cells}；这一句像是只说一部分单位，与表格的口径不同。`,
  all: (said: string, carried: string) => `${said}，可是结转下年度的有 ${carried} 件。`,
  lost: (said: string, cells: string) => `${said}，表四${cells}。`,
  corrected: (label: string, value: string) => `“${label}”的结果纠正是 ${value}`,
  lostOpen: '有一行的数字不能确定属于哪一格，其中一种读法有结果纠正的案件',
  different: (quotes: readonly string[], kind: string) => `${kind}前后不一致：${quotes.join('，')}。`,
  balance: (input: number, output: number) =>
    `文字中新收与上年结转共 ${input} 件，办结与结转下年度共 ${output} 件（差 ${Math.abs(input - output)}）。`,
  parts: (said: string, total: number, sum: number) => `${said}总数 ${total}，所列各项之和 ${sum}。`,
  gap: (said: string) => `${said}缺少数字。`,
  otherYear: (said: string, year: number, own: number) => `${said}写的是 ${year} 年，本报告是 ${own} 年的。`,
  otherUnit: (said: string, name: string, unit: string) => `${said}说的是“${name}”，本报告的单位是“${unit}”。`,
  document: (said: string, right: string) => `${said}，现在应当是${right}。`,
  repeated: (section: string, count: number, share: number, quote: string) =>
    `${section}：有 ${count} 句与上年报告逐字相同，占这一部分的 ${share}%，例如“${quote}”。`,
} as const

/** Documents often cited by a wrong or outdated number, and the right one. */
export const documentNumbers = {
  regulations: '国务院令第711号（2019年修订）',
  form: '国办公开办函〔2021〕30号',
  fee: '国办函〔2020〕109号',
} as const
