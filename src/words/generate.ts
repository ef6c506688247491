/** What users read about 生成年度报告. A file of its own: only that part of the bundle needs it. */
import { counted, menuWords, type Counts } from './actions'
import { tabNames } from './tabs'

const SHOWN_ERRORS = 8

/**
 * `refused`: the host may not read it, as is to be expected. `notFound`: 流程记录 names it, and it is not among the files of
 * whoever runs the command. `older`: only the newest are asked for. Else the cause, as a clause.
 */
export type WhyUnread = 'refused' | 'notFound' | 'older' | { cause: string }

function whyUnread(sources: string, why: WhyUnread): string {
  switch (why) {
    case 'refused':
      return `没有权限读取${sources}的批注`
    case 'notFound':
      return `“流程记录”里的${sources}已经删除，或者在别人的云端硬盘里，没有读到批注`
    case 'older':
      return `谷歌文档超过两份，没有读${sources}的批注`
    default:
      return `没有读到${sources}的批注（${why.cause}）`
  }
}

export const reportWords = {
  draftSuffix: '（草稿）',
  notOurs: '这个工作簿里找不到年报的工作表，请先运行“初始化模板”。',
  /** `isListed`: all of them stand on 校验结果. */
  question(errors: readonly string[], isListed: boolean): string {
    const shown = errors.slice(0, SHOWN_ERRORS).map((error) => `· ${error}`)
    const more =
      errors.length > SHOWN_ERRORS ? [`……共 ${errors.length} 条${isListed ? '' : '，请运行“校验”查看全部'}。`] : []
    return [
      `还有 ${errors.length} 条错误，不能生成正式报告：`,
      ...shown,
      ...more,
      '',
      `${isListed ? `错误已列在“${tabNames.findings}”。` : ''}仍生成草稿？每页标有“草稿”。`,
    ].join('\n')
  },
  event: (isDraft: boolean) => `${menuWords.generate}${isDraft ? '（草稿）' : ''}`,
  detail: (counts: Counts, accepted: readonly string[], remarks: readonly string[]) =>
    [
      `生成时校验：${counted(counts)}`,
      ...accepted.map((one) => `已接受 ${one}`),
      ...remarks.map((one) => `批注 ${one}`),
    ].join('\n'),
  accepted: (message: string, reason: string) => `${message}（理由：${reason}）`,
  inDrive: (owner: string) =>
    `文件保存在您${owner === '' ? '' : `（${owner}）`}的 Google 云端硬盘里，目前只有您能打开。要给别人看，请打开文件，点右上角的“共享”，填写对方的账号并选择权限。` +
    '点链接提示没有权限时，多半是浏览器里登录了几个账号，请换到生成文件的账号再打开。',
  dialog: (isDraft: boolean, counts: Counts, isWithoutDoc: boolean) => ({
    lead: isDraft
      ? `草稿已生成，还有 ${counts.errors} 条错误${counts.warnings > 0 ? `、${counts.warnings} 条警告` : ''}未处理：`
      : `年度报告已生成${counts.warnings > 0 ? `，还有 ${counts.warnings} 条警告，列在下面，报送前请看过` : ''}：`,
    hint: isDraft
      ? '草稿供审核和修改用，不得报送和公开。'
      : isWithoutDoc
        ? 'Word 文件用于报送和公开。'
        : 'Word 文件用于报送和公开；Google 文档由它转换而来，字体不同，供在线查看和批注。',
  }),
  warnings: (count: number) => `没有处理的警告 ${count} 条：`,
  moreWarnings: (count: number) => `另外 ${count} 条请在“${menuWords.sidebar}”里看。`,
  comments: {
    workbook: '表格',
    document: (name: string) => `谷歌文档“${name}”`,
    open: (count: number) => `还有 ${count} 条批注没有解决，报告已照常生成：`,
    line: (source: string, who: string, text: string, about: string) =>
      `${who === '' ? '（未署名）' : who}：${text}（批注在${source}${about}）`,
    /** `now`: what stands there by now, where that is something else or the first is not known. */
    about: (quoted: string, now: string | null) =>
      (quoted === '' ? '' : `，原文“${quoted}”`) +
      (now === null ? '' : now === quoted ? '，后来改过' : now === '' ? '，现在是空白' : `，现在是“${now}”`),
    blank: '空白',
    remark: (who: string, text: string) => `；${who === '' ? '（未署名）' : who}回复：${text}`,
    earlier: (count: number) => `；另有 ${count} 条较早的回复`,
    cut: (sources: readonly string[]) => `${sources.join('、')}的批注很多，只读了前 100 条，其余请打开查看。`,
    unread: (sources: readonly string[], why: WhyUnread) =>
      `${whyUnread(sources.join('、'), why)}，请您自己打开看有没有没解决的。`,
  },
} as const
