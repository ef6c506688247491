import type { FormEdition } from './types'

const FORMAT = '国办公开办函〔2021〕30号'
const article = (text: string) => `《政府信息公开条例》${text}`

/** 政府信息公开工作年度报告, edition 2021: the one place where the form is written down. */
export const edition2021: FormEdition = {
  edition: '2021',
  source: FORMAT,
  title: '政府信息公开工作年度报告',
  sections: [
    {
      ordinal: '一',
      title: '总体情况',
      content: { narrative: 'overview' },
      note: '写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，监督保障中写明工作考核、社会评议和责任追究结果；一般不超过1000字。',
      source: article('第五十条'),
    },
    {
      ordinal: '二',
      title: '主动公开政府信息情况',
      content: { table: 'table2' },
      note: '按《政府信息公开条例》第二十条第（一）（五）（六）（八）项填写，没有的填0。',
      source: article('第五十条第（一）项'),
    },
    {
      ordinal: '三',
      title: '收到和处理政府信息公开申请情况',
      content: { table: 'table3' },
      note: '每一列：本年新收加上年结转，等于办理结果总计加结转下年度；没有的填0。',
      source: article('第五十条第（二）项'),
    },
    {
      ordinal: '四',
      title: '政府信息公开行政复议、行政诉讼情况',
      content: { table: 'table4' },
      note: '填因政府信息公开工作被申请行政复议、提起行政诉讼的案件，没有的填0。',
      source: article('第五十条第（三）项'),
    },
    {
      ordinal: '五',
      title: '存在的主要问题及改进情况',
      content: { narrative: 'problems' },
      note: '写本年的主要问题，以及已经和将要采取的改进措施。',
      source: article('第五十条第（四）项'),
    },
    {
      ordinal: '六',
      title: '其他需要报告的事项',
      content: { narrative: 'other' },
      note: '写明本年是否收取信息处理费、收取多少；没有其他事项的也要写明。',
      source: '国办函〔2020〕109号；《政府信息公开条例》第五十条第（五）项',
    },
  ],
  table2: {
    leadLabel: '信息内容',
    blocks: [
      {
        heading: '第二十条第（一）项',
        columns: [
          { id: 'issued', label: '本年制发件数', variants: ['本年新制作数量', '本年制发数'], unit: 'count' },
          { id: 'repealed', label: '本年废止件数', variants: ['本年废止数'], unit: 'count' },
          { id: 'inForce', label: '现行有效件数', variants: ['现行有效数'], unit: 'count' },
        ],
        rows: [
          {
            id: 'regulations',
            label: '规章',
            note: '只有有权制定规章的机关填写实际数字，其他机关填0。现行有效件数＝上年现行有效＋本年制发－本年废止。',
            source: article('第二十条第（一）项'),
          },
          {
            id: 'normativeDocuments',
            label: '行政规范性文件',
            variants: ['规范性文件'],
            note: '填本机关制发、废止和现行有效的行政规范性文件件数。现行有效件数＝上年现行有效＋本年制发－本年废止。',
            source: article('第二十条第（一）项'),
          },
        ],
      },
      {
        heading: '第二十条第（五）项',
        columns: [{ id: 'decisions', label: '本年处理决定数量', unit: 'count' }],
        rows: [
          {
            id: 'licensing',
            label: '行政许可',
            variants: ['行政许可其他对外管理服务事项'],
            note: '填本年作出的行政许可决定数量，含准予和不予许可。',
            source: article('第二十条第（五）项'),
          },
        ],
      },
      {
        heading: '第二十条第（六）项',
        columns: [{ id: 'decisions', label: '本年处理决定数量', unit: 'count' }],
        rows: [
          {
            id: 'penalties',
            label: '行政处罚',
            note: '填本年作出的行政处罚决定数量。',
            source: article('第二十条第（六）项'),
          },
          {
            id: 'coercion',
            label: '行政强制',
            note: '填本年实施的行政强制措施和行政强制执行的决定数量。',
            source: article('第二十条第（六）项'),
          },
        ],
      },
      {
        heading: '第二十条第（八）项',
        columns: [{ id: 'amount', label: '本年收费金额（单位：万元）', variants: ['本年收费金额'], unit: 'amount' }],
        rows: [
          {
            id: 'fees',
            label: '行政事业性收费',
            note: '单位是万元，可以有小数。这里不填信息处理费，信息处理费写在第六部分。',
            source: article('第二十条第（八）项'),
          },
        ],
      },
    ],
  },
  table3: {
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    applicantsHeading: '申请人情况',
    organizationsHeading: '法人或其他组织',
    outcomesHeading: '三、本年度办理结果',
    columns: [
      { id: 'naturalPerson', label: '自然人' },
      { id: 'enterprise', label: '商业企业' },
      { id: 'research', label: '科研机构' },
      { id: 'socialWelfare', label: '社会公益组织' },
      { id: 'legalService', label: '法律服务机构' },
      { id: 'otherOrganization', label: '其他' },
      { id: 'total', label: '总计', variants: ['合计'] },
    ],
    intake: [
      {
        id: 'received',
        label: '一、本年新收政府信息公开申请数量',
        variants: ['一、本年新收'],
        note: '填本年1月1日至12月31日收到的申请，按一件申请计一件。收到之日按条例第三十一条确定。',
        source: article('第三十一条'),
      },
      {
        id: 'carriedIn',
        label: '二、上年结转政府信息公开申请数量',
        variants: ['二、上年结转'],
        note: '应等于上年报告“四、结转下年度继续办理”的数字，逐列相等。',
        source: FORMAT,
      },
    ],
    outcomes: [
      {
        rows: [
          {
            id: 'granted',
            label: '（一）予以公开',
            note: '填全部公开的申请，含告知已主动公开的获取方式。',
            source: article('第三十六条第（一）（二）项'),
          },
        ],
      },
      {
        rows: [
          {
            id: 'partlyGranted',
            label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
            variants: ['（二）部分公开'],
            note: '一件申请中既有公开又有不公开内容的，只在这里计一件，不再计入其他情形。',
            source: article('第三十七条'),
          },
        ],
      },
      {
        heading: '（三）不予公开',
        rows: [
          {
            id: 'refused.stateSecret',
            label: '1.属于国家秘密',
            note: '依法确定为国家秘密的。',
            source: article('第十四条'),
          },
          {
            id: 'refused.prohibitedByLaw',
            label: '2.其他法律行政法规禁止公开',
            note: '法律、行政法规明文禁止公开的，国家秘密除外。',
            source: article('第十四条'),
          },
          {
            id: 'refused.securityAndStability',
            label: '3.危及“三安全一稳定”',
            note: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
            source: article('第十四条'),
          },
          {
            id: 'refused.thirdPartyRights',
            label: '4.保护第三方合法权益',
            note: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益的。',
            source: article('第十五条、第三十二条'),
          },
          {
            id: 'refused.internalAffairs',
            label: '5.属于三类内部事务信息',
            note: '人事管理、后勤管理、内部工作流程三类信息。',
            source: article('第十六条第一款'),
          },
          {
            id: 'refused.deliberativeProcess',
            label: '6.属于四类过程性信息',
            note: '讨论记录、过程稿、磋商信函、请示报告四类信息。',
            source: article('第十六条第二款'),
          },
          {
            id: 'refused.enforcementFile',
            label: '7.属于行政执法案卷',
            note: '行政执法案卷信息，法律、法规、规章规定应当公开的除外。',
            source: article('第十六条第二款'),
          },
          {
            id: 'refused.administrativeInquiry',
            label: '8.属于行政查询事项',
            note: '工商、不动产登记资料等，法律、行政法规对获取另有规定，告知依规定查询的。',
            source: article('第三十六条第（七）项'),
          },
        ],
      },
      {
        heading: '（四）无法提供',
        rows: [
          {
            id: 'unavailable.notHeld',
            label: '1.本机关不掌握相关政府信息',
            note: '经检索没有所申请公开信息，或者信息不属于本机关负责公开的。',
            source: article('第三十六条第（四）（五）项'),
          },
          {
            id: 'unavailable.requiresCreation',
            label: '2.没有现成信息需要另行制作',
            note: '需要对现有政府信息进行加工、分析，本机关可以不予提供的。',
            source: article('第三十八条'),
          },
          {
            id: 'unavailable.stillUnclear',
            label: '3.补正后申请内容仍不明确',
            note: '申请人已经补正，但申请内容仍不明确的。',
            source: article('第三十条'),
          },
        ],
      },
      {
        heading: '（五）不予处理',
        rows: [
          {
            id: 'notProcessed.petition',
            label: '1.信访举报投诉类申请',
            note: '以信息公开申请的形式进行信访、投诉、举报等活动，告知通过相应渠道提出的。',
            source: article('第三十九条第一款'),
          },
          {
            id: 'notProcessed.repeated',
            label: '2.重复申请',
            note: '已就同一申请答复，申请人又重复申请公开相同信息的。',
            source: article('第三十六条第（六）项'),
          },
          {
            id: 'notProcessed.publication',
            label: '3.要求提供公开出版物',
            note: '要求提供政府公报、报刊、书籍等公开出版物，告知获取途径的。',
            source: article('第三十九条第二款'),
          },
          {
            id: 'notProcessed.excessive',
            label: '4.无正当理由大量反复申请',
            variants: ['4.大量反复申请'],
            note: '申请数量、频次明显超过合理范围，理由不合理，告知不予处理的。',
            source: article('第三十五条'),
          },
          {
            id: 'notProcessed.reconfirmation',
            label: '5.要求行政机关确认或重新出具已获取信息',
            variants: ['5.要求确认或重新出具已获取信息'],
            note: '申请人要求对已获取的信息进行确认或者重新出具的。',
            source: FORMAT,
          },
        ],
      },
      {
        heading: '（六）其他处理',
        rows: [
          {
            id: 'otherwise.correctionOverdue',
            label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
            variants: ['1.申请人无正当理由逾期不补正', '1.逾期不补正'],
            note: '告知补正后，申请人无正当理由逾期不补正，视为放弃申请的。',
            source: article('第三十条'),
          },
          {
            id: 'otherwise.feeOverdue',
            label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
            variants: ['2.申请人逾期未按收费通知要求缴纳费用', '2.逾期不缴费'],
            note: '申请人逾期未按收费通知缴纳信息处理费，视为放弃申请的。',
            source: '国办函〔2020〕109号',
          },
          {
            id: 'otherwise.other',
            label: '3.其他',
            note: '以上各项之外的处理，例如申请人主动撤回。',
            source: FORMAT,
          },
        ],
      },
    ],
    concluded: {
      id: 'concluded',
      label: '（七）总计',
      variants: ['（七）合计'],
      note: '本列二十一种办理结果之和，自动计算。',
      source: FORMAT,
    },
    carriedOut: {
      id: 'carriedOut',
      label: '四、结转下年度继续办理',
      variants: ['四、结转下年度继续办理政府信息公开申请数量'],
      note: '填12月31日仍在办理的申请，是下一年报告“上年结转”的来源。',
      source: FORMAT,
    },
  },
  table4: {
    groups: [
      {
        id: 'review',
        label: '行政复议',
        note: '填因政府信息公开工作被申请行政复议的案件，按结果分列。',
        source: article('第五十一条'),
      },
      {
        id: 'directLitigation',
        label: '未经复议直接起诉',
        under: '行政诉讼',
        note: '填申请人未经行政复议、直接提起行政诉讼的案件。',
        source: article('第五十一条'),
      },
      {
        id: 'litigationAfterReview',
        label: '复议后起诉',
        under: '行政诉讼',
        note: '填经过行政复议后提起行政诉讼的案件。',
        source: article('第五十一条'),
      },
    ],
    columns: [
      { id: 'upheld', label: '结果维持', variants: ['维持'] },
      { id: 'corrected', label: '结果纠正', variants: ['纠正'] },
      { id: 'otherOutcome', label: '其他结果', variants: ['其他'] },
      { id: 'pending', label: '尚未审结' },
      { id: 'total', label: '总计', variants: ['合计'] },
    ],
  },
}
