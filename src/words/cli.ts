/** What the command line says. */

import { menuWords } from './actions'
import { narrativeMessages } from './narrative-checks'

const readable =
  '.xlsx（年报工作簿，或者含有年报表格的其他工作簿）、.xls、.et、.ods、.csv、.docx、.doc、.wps、.rtf、.odt、.pdf、.html、.txt 或 .md（已发布的年报）、.json（年报数据）'

export const cliWords = {
  description: '政府信息公开工作年度报告：填报、校验、生成。',
  helpFooter:
    '退出码：0 没有错误；1 有错误；2 文件或用法有问题（原因写在标准错误输出的一行里）。\n' +
    `能读取的文件：${readable}。`,
  helpTitles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  } as Readonly<Record<string, string>>,
  helpCommand: '显示某个命令的帮助',
  helpOption: '显示帮助',
  versionOption: '显示版本号',
  usageLine: '<命令> [选项]',
  defaultFormats: '不写时为 docx,html,txt',

  subcommands: {
    desk: '在浏览器里打开工作台：填报、校验、审核、生成；不写文件时第一次打开示例，以后打开开始页',
    new: '新建空白的年报工作簿，可带入上年数据',
    read: '读取一份年报，列出读到的内容和原件的问题',
    check: '校验一份年报，列出问题和可选的修改',
    claims: '列出一段文字里说到的申请、复议诉讼、主动公开和信息处理费的数字',
    report: '生成年度报告文档；还有错误时不生成，除非加 --draft',
    repair: '按 check 列出的第几条修改另存一份年报数据，原文件不改动',
    import: '把一份年报导入工作簿：先逐格列出会改什么；已有别的内容的格子不覆盖，除非加 --overwrite',
    journal: '列出工作簿的日志：谁、什么时候、改了哪一格、从什么改成什么；--verify 检查日志有没有损坏',
    start: '用示例数据走一遍：校验、计算合计、生成文档，结果放在 out/ 目录',
  },
  options: {
    deskFile: '要打开的年报工作簿，扩展名 .xlsx',
    share: '让办公室网络上的其他人进入：显示填报人和审核人的链接',
    port: '网页的端口，被占用时用后面的',
    name: '您的姓名，别人会看到；不写的，第一次打开时询问',
    noOpen: '不自动打开浏览器',
    file: `年报文件：${readable}`,
    files: `年报文件或者目录，可以写几个：${readable}`,
    textFile: '文字，扩展名 .txt',
    claimsYear: '文字说的是哪一年，四位数；不写时取文中的第一个年份',
    newFile: '要新建的工作簿，扩展名 .xlsx',
    unit: '单位名称，写全称',
    year: '报告的是哪一年，四位数',
    lastYear: '上年的年报文件，用来核对或带入上年数据，种类同上',
    json: '只输出 JSON',
    out: '文档放到哪个目录，没有就新建',
    format: '要哪些格式，用逗号分隔：docx、html、txt、json、pdf',
    draft: '有错误也生成，每页标明“草稿”',
    choose: '第几条修改（check 列出的序号）',
    into: '导入哪个年报工作簿，扩展名 .xlsx',
    asLastYear: '作为上年的报告导入“上年数据”',
    overwrite: '覆盖已有别的内容的格子',
    carry: '连同上年结转、现行有效件数带入本年（与 --last-year 一起用）',
    carryOver: '连同上年结转带入本年（与 --last-year 一起用）',
    dryRun: '只列出会改什么，不写入',
    chooseReading: '有几种读法的行，选第几种（可以写多次）',
    journalFile: '年报工作簿（.xlsx），或者它旁边的日志文件（.journal）',
    verify: '只检查：校验链是否完整，损坏的是什么；有损坏时退出码为 1',
    repairOut: '新的年报数据文件，扩展名 .json',
  },

  usage: {
    unknownOption: (option: string) => `没有选项 ${option}。用 nianbao --help 查看有哪些选项。`,
    unknownCommand: (command: string) => `没有命令 ${command}。用 nianbao --help 查看有哪些命令。`,
    noCommand: '请写明要做什么，例如 nianbao check 文件.xlsx。用 nianbao --help 查看有哪些命令。',
    missingArgument: (name: string) => `缺少参数 ${name}。用 nianbao --help 查看用法。`,
    missingOption: (option: string) => `缺少选项 ${option}。用 nianbao --help 查看用法。`,
    missingValue: (option: string) => `选项 ${option} 后面要写内容。用 nianbao --help 查看用法。`,
    tooMany: '参数太多。路径中有空格时请加引号。',
    other: (detail: string) => `命令用法有误（${detail}）。用 nianbao --help 查看用法。`,
    year: (given: string) => `--year 应当是四位数的年份，例如 2025，写的是“${given}”。`,
    unit: '--unit 不能是空的，请写单位全称。',
    choose: (given: string) => `--choose 应当是 check 列出的序号，例如 1，写的是“${given}”。`,
    format: (given: string, known: string) => `--format 不认识“${given}”，只有 ${known}，用逗号分隔。`,
    port: (given: string) => `--port 应当是 0 到 65535 的整数，写的是“${given}”。`,
    intoName: (given: string) => `--into 应当是扩展名为 .xlsx 的工作簿，写的是“${given}”。`,
    noSuchReading: (index: number, count: number) =>
      count === 0
        ? `没有需要选择的读法，请去掉 --choose ${index}。`
        : `没有第 ${index} 种读法，列出的是 1 到 ${count}。`,
    carry: '--carry 只能与 --last-year 一起用。',
    newName: (given: string) => `新建的工作簿扩展名应当是 .xlsx，写的是“${given}”。`,
  },

  files: {
    missing: (path: string) => `找不到“${path}”，请检查路径。`,
    noFile: (path: string) => `“${path}”是设备或管道，不是文件。请先存成文件再读取。`,
    linkLoop: (path: string) => `“${path}”是循环的链接，找不到它所指的文件。请改用原文件的路径。`,
    directory: (path: string) => `“${path}”是目录，这里要一个文件。`,
    noFolder: (path: string) => `“${path}”所在的目录不存在，请先建立目录。`,
    notDirectory: (path: string) => `“${path}”不能用作目录：它或者它的上级是文件。`,
    noReading: (path: string) => `没有读取“${path}”的权限，请向文件的主人要权限。`,
    noWriting: (path: string) => `没有写入“${path}”的权限，请换一个位置。什么都没有写入。`,
    diskFull: (path: string) => `写入“${path}”时磁盘已满，请腾出空间再试。没有留下不完整的文件。`,
    readOnly: (path: string) => `“${path}”所在的磁盘是只读的，请换一个位置。什么都没有写入。`,
    nameTooLong: (path: string) => `路径“${path}”太长，请缩短。`,
    busy: (path: string) => `“${path}”正被别的程序使用，请关闭后再试。`,
    otherReading: (path: string, code: string) => `读取“${path}”失败（${code}）。请检查磁盘和文件，或重新取得文件。`,
    otherWriting: (path: string, code: string) =>
      `写入“${path}”失败（${code}）。没有留下不完整的文件。请换一个位置再试。`,
    empty: (path: string) => `“${path}”是空的，没有内容。请重新取得文件。`,
    tooLarge: (path: string) => `“${path}”超过 64 MB，不会是一份年报，没有读取。`,
    /** Kinds of files that are not read, by what they are. */
    refused: {
      encrypted: (path: string) => `“${path}”设了打开密码，无法读取。请用 Office 或 WPS 取消密码后再试。`,
      openDocument: (path: string) =>
        `“${path}”不是 OpenDocument 的文字文档（.odt）或者表格（.ods）。请选用年度报告的文件。`,
      ofd: (path: string) =>
        `“${path}”是 OFD 版式文件。请用 WPS 或者 OFD 阅读器打开，另存为（或者打印成）PDF 后再读取；有原来的 Word 文档的，直接读取 Word 文档。`,
      officeXml: (path: string) =>
        `“${path}”是 XML 格式的 Word 或者 Excel 文件。请用 Office 或 WPS 打开，另存为 .docx 或 .xlsx 后再读取。`,
      webArchive: (path: string) => `“${path}”是单个文件网页（.mht）。请用浏览器打开，另存为 .html 后再读取。`,
      picture: (path: string) => `“${path}”是图片，读不出数字。请取得原来的 Word 文档或者网页后再读取。`,
      binary: (path: string) => `“${path}”的内容不是文字，可能只是改了扩展名。能读取的文件：${readable}。`,
    },
    /** Kinds that LibreOffice saves anew before they are read, by the extension that it knows. */
    converted: {
      doc: '旧格式的 Word 文档（.doc、.wps）',
      rtf: 'RTF 文档',
      odt: 'OpenDocument 文档（.odt）',
      xls: 'Excel 95 或者更早的工作簿（.xls）',
    },
    noConverter: (path: string, kind: string, to: string) =>
      `“${path}”是${kind}，读取要用 LibreOffice，这台电脑上没有找到。请用 Office 或 WPS 打开，另存为 .${to} 后再读取；也可以安装 LibreOffice。`,
    notConverted: (path: string, kind: string, to: string) =>
      `“${path}”是${kind}，LibreOffice 没有能打开它，可能已损坏或者设了密码。请用 Office 或 WPS 打开，另存为 .${to} 后再读取。`,
    problem: (path: string, what: string) => `“${path}”：${what}`,
    jsonAdvice: '请选用 nianbao report --format json 生成的数据，或重新取得文件。',
    textAdvice: '请确认它是年度报告的全文。',
    exists: (path: string) => `“${path}”已经存在，没有改动它。请换一个文件名，或者先把它移走。`,
    isSource: (path: string) => `--out 与原文件“${path}”是同一个文件。原文件不改动，请换一个文件名。`,
  },

  bookTitle: (unit: string, year: number) => `${unit}${year}年政府信息公开工作年度报告`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  cannotJudge: '无法判断',
  unknownUnit: '（单位名称未填）',
  unknownYear: '（年度未填）',
  yearOf: (year: number) => `${year}年`,
  wholeReport: '整份报告',
  summary: (head: string, errors: number, warnings: number, infos: number) =>
    `${head}：错误 ${errors}，警告 ${warnings}，提示 ${infos}`,
  clean: '没有发现问题。',
  why: (text: string) => `原因：${text}`,
  source: (text: string) => `依据：${text}`,
  repairs: (file: string) =>
    `可选的修改（用 nianbao repair "${file}" --choose 序号 --out 新文件.json 另存，原文件不改动）：`,
  repairKind: { safe: '含义不变', ask: '需要确认' },
  repair: (index: number, kind: string, label: string) => `  ${index}. 【${kind}】${label}`,
  moreRepairs: (count: number) => `  另有 ${count} 条，加 --json 查看全部。`,

  several: {
    emptyFolder: (path: string) => `“${path}”是目录，其中没有可以读取的年报文件。请检查路径，或者写明文件。`,
    line: (
      path: string,
      head: string,
      { errors, warnings, infos }: { errors: number; warnings: number; infos: number },
      notices: readonly string[],
    ) =>
      `${path}　${head}：错误 ${errors}，警告 ${warnings}，提示 ${infos}${notices.map((notice) => `。${notice}`).join('')}`,
    unreadable: (path: string, message: string) =>
      `${path}　不能读取：${message.startsWith(`“${path}”`) ? message.slice(path.length + 2).replace(/^：/, '') : message}`,
    summary: (all: number, counts: { fine: number; faulty: number; unreadable: number }, others: number) =>
      `共 ${all} 份：没有错误 ${counts.fine}，有错误 ${counts.faulty}，不能读取 ${counts.unreadable}。` +
      (others > 0 ? `另有 ${others} 个其他种类的文件没有读取。` : ''),
    someUnreadable: (count: number) => `有 ${count} 个文件不能读取，原因和办法见各文件的一行。`,
  },

  read: {
    figures: (count: number) => `读到数字 ${count} 个`,
    narrative: (title: string, length: number) => `${title}：${length === 0 ? '空白' : `${length} 字`}`,
  },
  claims: {
    line: (kind: keyof typeof narrativeMessages.kinds, value: number, approximate: boolean, quote: string) =>
      `${narrativeMessages.claim(narrativeMessages.kinds[kind], value, approximate, narrativeMessages.units[kind] ?? '件')}\t${quote.replace(/\s+/g, ' ')}`,
    none: '没有读到可以核对的数字。',
    kind: (path: string) => `claims 只读取 .txt 文字，写的是“${path}”。请把文字另存为 .txt。`,
  },
  madeEvent: '新建',
  made: (path: string) => `已新建 ${path}`,
  lastYearTaken: (count: number, year: string) => `上年数据已带入（${year}，数字 ${count} 个）`,
  draftMark: '（草稿）',
  draftMade: (count: number) => `还有 ${count} 个错误，生成的是草稿。用 nianbao check 查看。`,
  offer: (place: string, value: string) => `${place} ${value}`,
  carried: (offers: readonly string[]) =>
    offers.length > 0 ? [`已带入本年 ${offers.length} 格，请核对：${offers.join('；')}`] : [],
  notCarried: (offers: readonly string[]) =>
    offers.length > 0
      ? [
          `上年结转、现行有效可以带入本年 ${offers.length} 格，没有带入：${offers.join('；')}。需要时用“${menuWords.importLastYear}”带入。`,
        ]
      : [],
  inForceLater: `现行有效件数要用本年的制发、废止件数推算，填好以后再用“${menuWords.importLastYear}”带入。`,
  lastYearBlank: (tab: string, blank: number, all: number) =>
    blank === all ? `没有读到上年的“${tab}”，那里留空。` : `上年的“${tab}”有 ${blank} 格没有读到，留空。`,
  lastYearFaulty: (errors: number) => `上年的文件有 ${errors} 处没有读准，请用 nianbao check 查看，并核对“上年数据”。`,
  otherYear: (found: number, expected: number) => `注意：上年的报告是 ${found} 年的，不是 ${expected} 年的。`,
  wrote: (path: string) => `已生成 ${path}`,
  refused: (count: number) => `还有 ${count} 个错误，没有生成文档：`,
  refusedNext: '请改正后再生成；要先看文档，可加 --draft 生成草稿。',
  moreErrors: (count: number) => `  另有 ${count} 个，用 nianbao check 查看全部。`,
  repaired: (index: number, label: string) => `已按第 ${index} 条修改：${label}`,
  foreignRefused: (figures: readonly string[]) =>
    `没有生成文档：有 ${figures.length} 个数字在现在的格式里没有位置，生成的文档里会缺少：${figures.join('、')}。请导入工作簿，对照台账填到现在格式的各行以后再生成；要先看文档，可加 --draft 生成草稿。`,
  foreignLeftOut: (figures: readonly string[]) =>
    `草稿里没有这 ${figures.length} 个数字，现在的格式没有它们的位置：${figures.join('、')}。`,
  noRepairs: (file: string) => `“${file}”没有可选的修改。`,
  noSuchRepair: (index: number, count: number) => `没有第 ${index} 条修改，check 列出的是 1 到 ${count}。`,

  import: {
    warning: (text: string) => `注意：${text}`,
    readings: '有几种读法，没有选择的格子留空（用 --choose 序号 选择）：',
    reading: (index: number, label: string, isChosen: boolean) => `  ${index}. ${label}${isChosen ? '（已选）' : ''}`,
    totals: '来源的总计与各项之和不同：',
    changes: (count: number) => `填入或覆盖 ${count} 格：`,
    kept: (count: number) => `已有别的内容、保留 ${count} 格（加 --overwrite 覆盖）：`,
    offers: (count: number) => `可以带入本年 ${count} 格（加 --carry 带入）：`,
    change: (tab: string, cell: string, place: string, from: string, to: string, origin: string) =>
      `  ${tab} ${cell} ${place}：${from} → ${to}${origin === '' ? '' : `（${origin}）`}`,
    same: (count: number) => `内容相同、不必改动 ${count} 格。`,
    dryRun: '没有写入（--dry-run）。',
    noChanges: '没有要写入的内容，工作簿没有改动。',
  },

  pdf: {
    none:
      '生成 pdf 需要 LibreOffice 或 Chromium（Chrome、Edge 也可），这台电脑上都没有找到。' +
      '请安装其中一个，或者在 --format 中去掉 pdf，用 Word 或 WPS 打开 docx 另存。',
    failed: (program: string, detail: string) =>
      `用 ${program} 生成 pdf 失败（${detail}）。请在 --format 中去掉 pdf，用 Word 或 WPS 打开 docx 另存。`,
    timeout: (seconds: number) => `超过 ${seconds} 秒没有完成`,
    noOutput: '没有产生文件',
  },

  start: {
    head: (title: string) => `用示例数据走一遍：${title}`,
    filled: (figures: number) => `1. 已新建工作簿，填入数字 ${figures} 个、文字三段，带入上年数据。`,
    checked: '2. 校验',
    totalled: '3. 计算合计',
    generated: '4. 生成年度报告',
    reply: { yes: '（示例的回答：是）', no: '（示例的回答：否）' },
    files: '5. 文件',
    next: '打开工作簿可以看到标出的单元格和“校验结果”；改正后用 nianbao check 再校验，用 nianbao report 生成正式文档。',
  },

  internal: (detail: string) => `程序出错（${detail}）。文件没有改动，请把命令和这一行反馈给维护者。`,
}
