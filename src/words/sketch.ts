/** What users read about 插入数据项 and 生成叙述初稿, and the sentences of the sketch. */

/** What the sketch asks for, in the order of the form; all of it may be left out. */
export const sketchQuestions = {
  channels: '主动公开的渠道，如政府网站、公众号、公开栏',
  disclosed: '主动公开政府信息多少条',
  management: '政府信息管理做了什么，如审查、更新、清理',
  platforms: '公开平台做了什么，如网站栏目、新媒体、查阅点',
  trainings: '政府信息公开培训几次',
  trained: '参加培训多少人次',
  staff: '从事政府信息公开工作的几人',
  appraisal: '工作考核情况',
  opinion: '社会评议情况',
  duty: '责任追究情况',
  problems: '存在的主要问题',
  measures: '改进措施',
  fee: '收取信息处理费多少元，没有写0',
  other: '其他需要报告的事项，没有写“无”',
} as const

export type SketchQuestion = keyof typeof sketchQuestions

/** `{name}` is the answer to a question, or a gap. */
export const sketchSentences = {
  opening: '【年度】，【单位】按照《中华人民共和国政府信息公开条例》开展政府信息公开工作，有关情况如下。',
  disclosure:
    '（一）主动公开。通过{channels}主动公开政府信息{disclosed}条。制发行政规范性文件【行政规范性文件·本年制发】件，废止【行政规范性文件·本年废止】件，现行有效【行政规范性文件·现行有效】件。作出行政许可决定【行政许可】件、行政处罚决定【行政处罚】件、行政强制决定【行政强制】件。',
  applications:
    '（二）依申请公开。收到政府信息公开申请【本年新收】件，上年结转【上年结转】件，办结【办结】件，结转下年度继续办理【结转下年】件。',
  change: '新收申请数量同比【同比新收】。',
  outcomes:
    '办理结果为：予以公开【予以公开】件，部分公开【部分公开】件，不予公开【不予公开】件，无法提供【无法提供】件，不予处理【不予处理】件，其他处理【其他处理】件。',
  disputes: '因政府信息公开工作发生行政复议【行政复议】件、行政诉讼【行政诉讼】件。',
  management: '（三）政府信息管理。{management}。',
  platforms: '（四）政府信息公开平台建设。{platforms}。',
  safeguards:
    '（五）监督保障。开展政府信息公开培训{trainings}次，参加培训{trained}人次，从事政府信息公开工作的人员{staff}人。工作考核：{appraisal}。社会评议：{opinion}。责任追究：{duty}。',
  problems: '存在的主要问题：{problems}。',
  measures: '改进措施：{measures}。',
  noFee: '本年没有收取信息处理费。',
  fee: '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年收取信息处理费{fee}元。',
  nothingElse: '没有其他需要报告的事项。',
  other: '{other}。',
} as const

export const narrativeToolWords = {
  fieldsHint: '点一个数据项，就写进选中的正文格子的末尾，没有选中正文时写进这里选的部分。生成报告时换成表中的数字。',
  section: '写进',
  refresh: '刷新数字',
  noValue: '没有数字',
  field: (name: string, value: string) => `${name}　${value}`,
  inserted: (field: string, tab: string) => `已在“${tab}”写入${field}。`,
  notInserted: '没有写入：找不到这一部分的正文。请运行“初始化模板”。',
  offers: (count: number) => `键入的数字与表中相同，可以换成数据项：${count} 处`,
  offer: (tab: string, quote: string) => `${tab}：${quote}`,
  replaceBy: (field: string) => `换成${field}`,
  notReplaced: '没有替换：正文已有改动。请刷新后再试。',
  sketchHint:
    '按表中的数字和下面的内容写出第一、五、六部分的初稿，都可以不填；不知道的留下空缺，由您补写。已有文字的部分不会覆盖。',
  make: '生成初稿',
  written: (tabs: readonly string[]) => `已写入${tabs.map((tab) => `“${tab}”`).join('、')}。`,
  kept: (tab: string) => `“${tab}”已有文字，没有改动。初稿是：`,
  replace: '用初稿替换',
  replaced: (tab: string, text: string) => `${tab}替换前的原文：\n${text}`,
  full: (tab: string) => `没有插入：“${tab}”的这一格已经放不下更多的字，请先分段。`,
  nothing: '没有写入。',
  nothingBlank: '没有写入：这几部分都已有文字，没有改动。初稿列在下面，可以分别替换。',
} as const
