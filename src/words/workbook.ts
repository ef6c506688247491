/** What the workbook says by itself: headings, hints, notes, the guide, and findings about its layout. */
export const workbookWords = {
  subtitle: { noUnit: '（请先在“基本信息”填写单位名称）', yearSuffix: '年度' },
  tableHint: {
    table2: '只填浅黄色的单元格；没有的填0，不要留空。行政事业性收费以万元为单位，可以有小数。',
    table3: '只填浅黄色的单元格，灰色的总计自动计算；没有的填0，不要留空。鼠标停在行名上可看填报口径。',
    table4: '只填浅黄色的单元格，灰色的总计自动计算；没有的填0，不要留空。',
  },
  balanceLabel: '核对：一＋二－三－四（应为0）',
  /** Where a text stands among the figures. */
  balanceUnknown: '有文字未算',
  /** A number format: above, below and at zero. */
  balanceFormat: '[Red]"差 "0;[Red]"差 -"0;0',
  validation: {
    count: '请填0或正整数，不带单位，不要留空。',
    amount: '请填0或正数，单位是万元，可以有小数。',
    year: '请填四位数的年份，例如2025。',
  },
  note: (guidance: string, source: string) => `${guidance}\n依据：${source}`,

  basics: {
    title: '基本信息',
    hint: '单位名称和年度会用在报告标题中；其余几项只供内部联系，不写进报告。',
    unit: '单位名称',
    unitHint: '写全称，与印章一致。',
    year: '年度',
    yearHint: '报告的是哪一年，填四位数，例如2025。',
    author: '填报人',
    reviewer: '审核人',
    telephone: '联系电话',
    optional: '选填',
  },
  narrative: {
    guidance: '填写要求',
    check: '校验提示',
    text: '正文',
  },
  lastYear: {
    title: '上年数据',
    hint: '照上年已经公布的报告填写，可以把三张表整块粘贴进来。用来核对上年结转和现行有效件数，不计入本年。',
    year: '上年年度',
  },
  findings: {
    title: '校验结果',
    notRun: '尚未校验。请点菜单“政务公开年报”→“校验”。',
    fresh: '校验之后数据没有改动。',
    stale: '校验之后数据有改动，请重新校验。',
    layoutChanged: '版面有改动，请重新校验。',
    columns: {
      number: '序号',
      severity: '级别',
      place: '位置',
      message: '问题',
      why: '原因',
      advice: '建议',
      source: '依据',
      opinion: '处理意见',
      fingerprint: '标识',
    },
    hint: '“处理意见”由人填写，重新校验时保留；其余各列由程序填写。',
  },
  log: {
    title: '流程记录',
    hint: '由程序逐条追加，请不要改动或删除已有记录。',
    columns: { time: '时间', person: '人员', event: '事项', detail: '说明', files: '文件', digest: '数据摘要' },
  },
  guide: {
    title: '政府信息公开工作年度报告填报说明',
    steps: [
      ['第一步', '在“基本信息”填写单位名称和年度。'],
      [
        '第二步',
        '用“导入上年报告”把上年的报告读入“上年数据”，也可以照着填；没有上年报告的留空，与上年有关的核对会跳过。',
      ],
      ['第三步', '在“二、主动公开”“三、依申请公开”“四、复议诉讼”填写数字。没有发生的填0，留空表示还没有填。'],
      ['第四步', '在“一、总体情况”“五、问题及改进”“六、其他事项”填写正文，可以分段。'],
      ['第五步', '点菜单“政务公开年报”→“校验结果侧栏”：红色的格子有错误，点侧栏里的一条就转到那一格。'],
      ['第六步', '在侧栏选对的修改，点“应用这项修改”，改错了点“撤销”；确认无误的点“接受这一条”，写明理由。'],
      ['第七步', '没有错误以后，点“生成年度报告”。'],
    ],
    coloursHeading: '颜色',
    colours: {
      input: '浅黄色：由人填写',
      total: '灰色：自动计算，已锁定',
      machine: '浅蓝色：由程序填写',
    },
    menuHeading: '菜单“政务公开年报”',
    menu: [
      ['校验', '检查数字、勾稽关系、上年衔接和正文，结果写在“校验结果”。'],
      ['校验结果侧栏', '逐条列出校验结果，转到格子，应用修改，接受结果。'],
      ['计算合计', '恢复被覆盖的总计公式，并列出原来手填的总计；不改动填报的数字。'],
      ['空白填 0', '在打开的一张表里，把空白的格子填 0；先列出有几格、在哪里，问过再填，可以撤销。'],
      ['插入数据项', '在正文里写入【本年新收】这样的数据项，生成报告时换成表中的数字。'],
      ['生成叙述初稿', '按表中的数字写出正文初稿，不知道的留下空缺；不覆盖已有的文字。'],
      ['生成年度报告', '先校验，再生成可以公开的文件；有错误时可以先出草稿。'],
      ['导入上年报告', '把上年的报告读入“上年数据”，先逐格列出会改什么；可以把上年结转、现行有效件数带入本年。'],
      ['从已发布文本导入', '把网页、Word 文档里的本年报告读入各表和正文，先逐格列出会改什么。'],
      ['初始化模板', '补上缺少的工作表、名称和锁定，修复被改动的标题；不清除已填的内容。'],
    ],
    adviceHeading: '请注意',
    advice: [
      ['版面', '可以插入空行或调整列宽；请不要改动行名、列名，也不要把数字粘贴到标题上。'],
      ['粘贴', '从别处粘贴时，请选择“仅粘贴值”，以免带入格式和公式。'],
      ['单位', '单元格里只填数字，不写“件”“条”等单位。'],
    ],
  },

  layoutFinding: {
    source: '本工作簿的版面约定',
    notOurs: '这个工作簿里找不到年报的任何一张工作表，可能不是由本程序生成的。',
    notOursWhy: '请用“初始化模板”或 nianbao new 生成工作簿后再填写。',
    tabMissing: (tab: string, what: string) =>
      `缺少工作表“${tab}”，${what}。请用菜单“初始化模板”补上后重新填写，或从版本记录中恢复。`,
    tabMissingWhat: {
      figures: '其中的数字无法读取，按空白处理',
      text: '其中的内容无法读取，按空白处理',
      lastYear: '无法与上年核对',
      machine: '不影响数字',
    },
    tabMissingWhy: '工作表可能被删除，或者改名后名称和标题也被改动。',
    tabRenamed: (tab: string, now: string) =>
      `工作表“${tab}”已改名为“${now}”，内容照常读取。不影响结果，需要时可以把名称改回来。`,
    tabRenamedWhy: '程序按命名区域和标题寻找工作表，不按名称。',
    tabTwice: (tab: string, copy: string, differing: string) =>
      `工作表“${copy}”与“${tab}”是同样的表，没有读取，${differing === '' ? '数字相同' : `其中不同的有${differing}`}。请核对，只保留一张。`,
    tabsAlike: (tab: string, copies: string) => `工作表${copies}都像“${tab}”，分不出哪一张是，没有读取。请只保留一张。`,
    tabTwiceWhy: '一张表只能有一份；复制、改名留下的另一份可能是草稿，也可能才是要报的。',
    missing: (kind: string, labels: string) => `找不到${kind}${labels}`,
    doubled: (kind: string, label: string, at: string) => `${kind}“${label}”出现不止一次（${at}）`,
    labelError: (tab: string, problems: string) =>
      `工作表“${tab}”：${problems}。对应的数字无法确定，按空白处理。请用菜单“初始化模板”修复标题，再核对这些数字。`,
    labelErrorWhy: '行或列可能被删除，或者行名、列名被改动、覆盖。为免取错数，不能确定的数字一律不取。',
    damaged: (tab: string, labels: string) =>
      `工作表“${tab}”：${labels}被改动或覆盖，按前后顺序仍能确定位置，数字照常读取。请用菜单“初始化模板”修复标题。`,
    damagedHeading: (tab: string, labels: string) =>
      `工作表“${tab}”：标题${labels}被改动或覆盖，不影响读数。请用菜单“初始化模板”修复标题。`,
    damagedWhy: '可能有数字或文字粘贴到了标题上，被覆盖的内容需要找回原位。',
    order: (tab: string, labels: string) =>
      `工作表“${tab}”：${labels}与正式表的顺序不同，数字按名称读取。如果只是标题对调，请用菜单“初始化模板”修复标题。`,
    orderWhy: '移动了行、列，或者对调了标题。数字跟随名称，请核对名称与数字是否对应。',
    extraEmpty: (tab: string, what: string) => `工作表“${tab}”多出${what}，没有内容，不影响读数。`,
    extraFilled: (tab: string, what: string, quotes: string) =>
      `工作表“${tab}”多出${what}，其中的${quotes}不属于任何一项，没有读取。请移到正确的单元格，或者删除。`,
    extraWhy: '正式表没有这些行、列，只读取有正式名称的行和列。',
    row: '行',
    column: '列',
    rowAt: (row: number) => `第${row}行`,
    columnAt: (name: string) => `${name}列`,
    figuresRow: '填数的一行',
    extraContent: '表外内容',
    endOf: (group: string) => `${group}（各列的范围）`,
    cellAt: (cell: string, value: string) => `${cell}“${value}”`,
    otherValue: (there: string, here: string) => `${there || '空白'}，应读的一张是${here || '空白'}`,
    more: (count: number) => `等${count}处`,
    quoted: (label: string) => `“${label}”`,
    listSeparator: '、',
    problemSeparator: '；',
  },
} as const
