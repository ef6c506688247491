import { once } from './once'
import { simpleForms } from '../form'

/**
 * The class of each word in sentences about disclosure work. Each word has one class. At each place the longest word
 * is taken, so a compound in `skip` hides the words inside it.
 */
const WORDS = [
  // What is counted. Words of one group that follow each other join (FUSIONS in tokens.ts): 政府信息公开 and 申请.
  [
    'ask',
    '依申请公开 依申请 公开申请 申请公开 申请的政府信息 申请政府信息 信息申请 要求公开 要求信息公开 要求获取政府信息 获取政府信息 要求提供政府信息',
  ],
  ['apply', '申请'],
  ['open', '政府信息公开 信息公开 政务公开'],
  ['info', '政府信息 政务信息 信息 政府公开信息 政务公开信息 院务信息 校务信息'],
  ['review', '行政复议 复议'],
  ['lawsuit', '行政诉讼 诉讼 应诉 应诉通知 应诉通知书 起诉 被诉 官司 打官司 打过官司'],
  ['fee', '一分钱 分文 收费通知 处理费 费用 收费 检索费 复制费 邮寄费 工本费 成本费'],
  ['letter', '来信 信件 邮件 资料 公文 业务 意见 诉求'],
  [
    'other',
    '和解读 建议 提案 信访 投诉 举报 咨询 留言 工单 热线 来电 来访 培训 会议 文件 解读 回应 政策 稿件 新闻 视频 推文 图解 访谈 发布会 活动 ' +
      '法规 规章 简报 公报 专栏 栏目 目录 指南 信箱 问题 隐患 错别字 链接 案例 许可 处罚 强制 行政检查 事业性收费 非信息处理费 诉讼费 登记费 鉴定费 评估费 收费项目 清单 人次 作品 ' +
      '提问 询问 线索 预案 规划 批示 督办 督查 文稿 行政行为 工伤 征收 拆迁 补偿 仲裁 刑事 民事 不动产 网民 制度 动态 公告 通知 公示 档案 ' +
      '调研 检查 年报 就业 招标 采购 案卷 卷宗 意见征询 意见征求 征求意见 征询意见 征询 征询函 意见征询函 意见征求函 征求意见函 征求意见件 协查 协查函 的函 会商 会办 会办件 办件申请 受理点 受理窗口 受理渠道 减免 免收 免除 退还',
  ],
  [
    'media',
    '两微一端 两微 微信 微博 抖音 公众号 公众平台 微信平台 微博平台 新媒体平台 新媒体 媒体 客户端 头条 短视频 日报 晚报 电视台 报刊 报纸 广播 学习强国 村务公开栏 村务公开 党务公开栏 务公开栏 APP App',
  ],
  // What happened to it.
  ['receive', '收到 计收到 受理 接收 接到 收办 收受 收了 接件 收件 登记'],
  ['fresh', '新收 新收到 新受理 新接收 新接到 新接 新增申请 新申请 新提出'],
  ['conclude', '办结 答复 回复 反馈 办完 办毕 完结 结案 办复 实办 办理结果 答复结果 处理结果'],
  ['handle', '办理 处理 处置 审理 承办'],
  ['publish', '公开 发布 公布 上传 更新 刊发 登载 推送 晾晒 主动公开 主动发布 主动公布 主动更新'],
  [
    'carry',
    '结转 转结 继续办理 接转 转入 转接 转 转至 转到 顺延 延至 延续 遗留 跨年 结余 留待 移至 未办结 正在办理 在办 待答复 待办 待办理 待办结 待回复 尚在办理 仍在办理 正在处理 尚未办结 尚未答复 还未办结 未办毕 尚未办理完毕 未办理完毕 未答复申请 未答复的申请 处理中 办理中 在办中 待补正 等待补正 待处理 年初结转 初结转 期初结转 年末结转 年底结转 末结转 底结转 期末结转 ' +
      '留转 留下 留到 拖到 末留转 底留转 年末留转 年底留转 未办完 未完成 未答复完毕 ' +
      '延期至 推迟至',
  ],
  ['under', '正在 尚在 仍在 还在 尚处于 仍处于 处于'],
  ['charge', '收取 收缴 计收'],
  [
    'outcome',
    '予以公开 部分公开 不予公开 无法提供 不予处理 其他处理 同意公开 准予公开 逾期未补正 逾期不补正 主动撤销 申请人撤销 申请人主动撤销 撤回 放弃 撤销申请 非政府信息 ' +
      '信息不存在 不掌握 不属于 非本机关职责 重复申请 告知 未补正 不再处理 终止办理 终止处理 补正 不公开 属于三类 属于四类 属于国家秘密 过程性信息 内部事务信息',
  ],
  [
    'result',
    '维持 纠正 驳回 胜诉 审结 未审结 尚未审结 其他结果 结果 正在审理 待审 撤诉 中止 终止 调解 和解 在审 确认违法 责令履行 未经复议直接起诉 未经复议 复议后起诉',
  ],
  ['bad', '败诉 纠错 撤销 追责 问责 责任追究 逾期 超期 不良 违法 违规 泄密 责令 超时 错误 不到位 不及时'],
  // How, how many, whose, when.
  [
    'none',
    '未 无 没有 未发生 未收到 未出现 未产生 未有 未涉及 未接到 未受理 未接收 未因 未直接 未发现 从未 并未 均未 尚未 没有收到 没收到 ' +
      '没有因 不涉及 并无 暂无 均无 尚无 不存在 未被 没 零 不收 无因',
  ],
  ['all', '均 全部 都 皆 一律 逐一 一一 全数 悉数 所有'],
  [
    'done',
    '已 并 在 按期 按时 及时 依法 如期 按 按要求 按照要求 予以 于 期限内 当场 根据 依规 给予 作出 做出 进行 完成 完毕',
  ],
  ['each', '各'],
  ['respectively', '分别 依次'],
  ['rest', '其余 剩余 余下 尚余 余'],
  ['among', '其中 包括 包含 含 具体为 具体是 具体有 具体包括 具体如下 具体分为'],
  ['total', '共 共计 总计 合计 累计 总数 总量'],
  ['compare', '同比 环比 相比 对比 上年同期 去年同期 持平 相同 相当'],
  [
    'change',
    '增加 减少 增长 下降 上升 回落 降低 增幅 降幅 提升 提高 增至 降至 降为 降到 升至 升为 升到 增为 增到 减至 减为 减到 攀升 回升 下滑 上涨',
  ],
  ['because', '因 就 针对 对 不服 涉及 涉 关于 围绕 由于'],
  ['assist', '配合 协助 转交 转办 移送 转送 指导 督促 移交 分送 交由 转由 转送 协调 代办 委托'],
  [
    'branch',
    '下属 所属 直属单位 各镇 各街道 各乡镇 各县 各区 各部门 各科室 各村 各社区 各二级单位 各股室 其他单位 兄弟单位 各单位 各级 各地 下级',
  ],
  [
    'whole',
    '及所属二级单位 及所属单位 及所属事业单位 及所属 及下属 及直属单位 和所属 和下属 全市 全县 全区 全省 全系统 全镇 全州 全旗 全乡 全街道',
  ],
  ['own', '我 本机关 本单位 本级 本街道 本部门'],
  ['now', '本年 本年度 今年 当年 全年 年内 本报告年度 年度内'],
  ['past', '上年 上年度 去年 上一年 上一年度 往年 前年 历年 近年 以前年度 历史 上一个年度 前一年 去年全年 上年全年'],
  ['next', '下年 下年度 下一年 下一年度 明年 次年 来年 翌年 下一个年度 下个年度 下一步'],
  ['since', '以来 近两年 近三年 近五年 两年来 三年来 五年来 近年来 多年来 三年间 五年间 十四五 十三五'],
  ['season', '上半年 下半年 季度 月份'],
  ['work', '流程 工作 质量 格式 文书 机制 时限 渠道 能力 水平 规范 服务 效率 程序 台账 内容 模板 要求 规程'],
  ['should', '将 将于 拟 应当 确保 切实 进一步 不断 力争 必须 能够 努力'],
  ['rate', '率'],
  [
    'channel',
    '书面 网络 网上 信函 邮寄 当面 现场 快递 电子邮件 邮箱 传真 在线 线上 线下 自然人 法人 企业 公民 其他组织 科研机构 延期 法律服务机构',
  ],
  ['about', '近 约 超 超过 逾 大约 突破 约为 接近'],
  // Words that only join, and compounds that hide a word of another class.
  [
    'skip',
    '了 的 到 先后 一年来 一年以来 一年中 数 数量 件数 为 是 等 有 类 各类 各项 有关 相关 案件 事项 申请人 材料 情况 事务 群众 社会 方面 另 和 及 与 或 以及 或者 ' +
      '被 而 引发 引起 发生 产生 提起 提出 请求 出现 提交 递交 继续 新增 新 实际 向 至 公众 现象 情形 行政 案 表 书 量 备案 金额 存在 任何 不 直接 办 ' +
      '通过 不予受理 主动 单 政府 门户 网站 平台 门户网站 上 以 来 处 达 达到 多种 全面 本 年度 人 次 也 又 还 再 作 做 内 期限 法定 时间 ' +
      '规定 街道 队伍 大陆 登陆 陆续 一起 一件 属于 无关 无锡 无障碍 无正当理由 未来 未成年 公共 共享 共同 因此 原因 对外 因素 转变 之 所涉 各自 累 同期 正式 有效 公民 市民 村民 居民 个人 纳税人 用户 校友 家长 业主 校外人员 校外人士 社会人员 社会人士 权威 最新 ' +
      '在办理过程 在办理环节 总件数 可 须 要 完善 仅 连续两年 连续三年 连续四年 连续五年 提起过 件均 人均 首次 持续 逐年 稳步 大幅 明显',
  ],
] as const satisfies readonly (readonly [string, string])[]

export type WordTag = (typeof WORDS)[number][0]

interface Word {
  word: string
  tag: WordTag
}

function byHead(): ReadonlyMap<string, readonly Word[]> {
  const heads = new Map<string, Word[]>()
  for (const [tag, words] of WORDS) {
    for (const word of words.split(' ')) {
      const known = heads.get(word.charAt(0))
      if (known) known.push({ word, tag })
      else heads.set(word.charAt(0), [{ word, tag }])
    }
  }
  for (const words of heads.values()) words.sort((a, b) => b.word.length - a.word.length)
  return heads
}

/** Words by their first character, the longest first. */
export const wordsByHead = once(byHead)

/** Signs and digits that mean the same, each before its plain form. */
const SIGNS = '（(）)，,．.：:；;？?！!％%～~﹪%﹐,﹒.﹕:【(】)［[］]〖(〗)'

/** Blanks, which are left out. Ends of lines are not among them: each may end a paragraph. */
const BLANKS =
  ' \t\r\f\v\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff'

function pairs(text: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (let i = 0; i < text.length; i += 2) forms.set(text.charAt(i), text.charAt(i + 1))
  return forms
}

function formsOf(): ReadonlyMap<string, string> {
  const forms = new Map([...pairs(SIGNS), ...simpleForms()])
  for (const blank of BLANKS) forms.set(blank, '')
  for (let digit = 0; digit < 10; digit++) forms.set('０１２３４５６７８９'.charAt(digit), String(digit))
  return forms
}

/** The plain forms of characters; the empty text for a blank. */
export const plainForms = once(formsOf)
