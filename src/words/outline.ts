/** What users read about the outline and wording of the narrative, and about personal data in it. */

export const outlineWords = {
  at: (tab: string, quote: string) => `${tab}“${quote}”`,
  repeated: (place: string, found: string, expected: string) => `${place}：“${found}”出现两次，应为“${expected}”。`,
  restarted: (place: string, found: string, expected: string) => `${place}：从“${found}”重新编号，应为“${expected}”。`,
  skipped: (place: string, found: string, expected: string) => `${place}：“${found}”前面缺少“${expected}”。`,
  backwards: (place: string, found: string, expected: string) => `${place}：“${found}”的顺序不对，应为“${expected}”。`,
  title: (tab: string, line: string) => `${tab}：正文里又写了一次标题“${line}”。`,
  aspects: (tab: string, missing: readonly string[]) => `${tab}：没有写${missing.join('、')}。`,
  length: (tab: string, length: number) => `${tab}：${length}字，一般不超过1000字。`,
  noProblems: (tab: string) => `${tab}：没有写存在的问题。`,
  noMeasures: (tab: string) => `${tab}：没有写改进措施。`,
  fee: (tab: string) => `${tab}：没有写明是否收取信息处理费。`,
  feeElsewhere: (tab: string) => `${tab}：没有写信息处理费，别的部分写了。`,
  doubled: (place: string, word: string) => `${place}：“${word}”重复。`,
  marks: (place: string, marks: string) => `${place}：标点“${marks}”重复。`,
  unfinished: (place: string) => `${place}：这一段末尾没有标点。`,
  unclosed: (place: string, sign: string) => `${place}：“${sign}”没有配对。`,
} as const

export const outlineRuleWords = {
  'S.NUMBERING': {
    title: '序号',
    why: '序号重复、跳过或者重新开始，多半是漏了一段，或者从别处粘贴后没有改。',
    advice: '请核对是否漏写，改正序号。',
  },
  'S.TITLE': {
    title: '标题重复',
    why: '生成报告时会写上各部分的标题，正文里再写就出现两次。',
    advice: '请删去正文里的标题。',
  },
  'S.ASPECTS': {
    title: '总体情况的五个方面',
    why: '统一格式要求总体情况写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。',
    advice: '请补写；没有开展的也要写明。',
  },
  'S.LENGTH': {
    title: '总体情况的篇幅',
    why: '总体情况一般不超过1000字，过长会淹没主要内容。',
    advice: '请酌情压缩。',
  },
  'S.PROBLEMS': {
    title: '问题和改进措施',
    why: '条例要求写明存在的主要问题及改进情况，两方面都要有。',
    advice: '请补写。',
  },
  'S.FEE': {
    title: '信息处理费',
    why: '国办函〔2020〕109号要求在年度报告中说明收取信息处理费的情况，没有收取的也要写明。',
    advice: '请在这一部分写明是否收取、收取多少元。',
  },
  'S.DOUBLED': {
    title: '词语重复',
    why: '同一个词连写两次，多半是修改时多打的。',
    advice: '请删去多余的。',
  },
  'S.MARKS': {
    title: '标点重复',
    why: '两个标点连在一起，多半是删改后留下的，中间可能漏了内容。',
    advice: '请核对是否漏写，删去多余的标点。',
  },
  'S.UNFINISHED': {
    title: '句子没有写完',
    why: '段落末尾没有标点，可能没有写完，或者粘贴时截断。',
    advice: '请补写完整，句末加标点。',
  },
  'S.UNCLOSED': {
    title: '括号、引号没有配对',
    why: '缺了一半的括号或引号，可能漏了内容。',
    advice: '请补上另一半，或者删去。',
  },
} as const

export const privacyWords = {
  identity: (tab: string, shown: string) => `${tab}：“${shown}”是居民身份证号码。`,
  likeIdentity: (tab: string, shown: string) => `${tab}：“${shown}”像是居民身份证号码，校验位不对。`,
  mobile: (tab: string, shown: string) => `${tab}：“${shown}”是手机号码。`,
  contact: (tab: string, shown: string) => `${tab}：“${shown}”是手机号码，像是联系人的。`,
  card: (tab: string, shown: string) => `${tab}：“${shown}”是银行卡号。`,
  name: (tab: string, shown: string) => `${tab}：“${shown}”写了申请人的姓名。`,
} as const

export const privacyRuleWords = {
  'P.IDENTITY': {
    title: '居民身份证号码',
    why: '身份证号码是个人信息，公开会对第三方合法权益造成损害，不得公开。',
    advice: '请删去，或者只留前后几位、其余用“*”代替。',
  },
  'P.MOBILE': {
    title: '手机号码',
    why: '手机号码是个人信息，不得公开；办公电话可以写座机。',
    advice: '请删去，或者改为单位的座机。',
  },
  'P.CARD': {
    title: '银行卡号',
    why: '银行账号是敏感个人信息，不得公开。',
    advice: '请删去。',
  },
  'P.NAME': {
    title: '申请人姓名',
    why: '谁申请了什么信息是个人信息，年度报告只写数量，不得公开。',
    advice: '请删去姓名，或者写作“申请人”“王某某”。',
  },
} as const
