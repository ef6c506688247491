import type { Labelled } from './sentences'

/** Turns of phrase that published reports use, in sentences of our own; each was once read wrongly. */
export const turnsOfPhrase: Labelled[] = [
  // Sums and parts
  ['全年收到网上申请21件、快递申请4件，合计25件，均已办结。', { received: 25, concluded: 25 }],
  ['收到申请26件，已全部办结，其中延期答复3件。', { received: 26, concluded: 26 }],
  [
    '收到申请7件。其中，予以公开3件，属于四类过程性信息2件，其他2件（申请人撤回）。无下年度结转。',
    { received: 7, concluded: 7, carriedOut: 0 },
  ],
  [
    '共收到政府信息公开申请6起，所涉内容约6项，6项均已如期办结，0项结转下年度办理。',
    { received: 6, concluded: 6, carriedOut: 0 },
  ],
  ['全年办理回复依申请公开事项17件，其中网上申请件15件，均已按时答复。', { concluded: 17 }],
  [
    '全年办理政府信息公开申请31件，含2023年转至今年办理的2件，办结30件，剩余1件结转下一年度处理。',
    { received: 31, carriedIn: 2, concluded: 30, carriedOut: 1 },
  ],
  [
    '收到申请件4件，上年度结转1件，共计5件。现已办结5件。下年度继续办理0件。',
    { received: 4, carriedIn: 1, concluded: 5, carriedOut: 0 },
  ],
  ['共受理依申请公开事项31件，结转上年后新收到25件。', { received: 25 }],
  [
    '收到申请5件，其中网站收到3件，局长信箱收到2件；予以公开4件，部分公开1件，所有申请已按规定答复。',
    { received: 5, concluded: 5 },
  ],
  ['全年共计收到6份政府信息公开申请，均在规定时限内办结。', { received: 6, concluded: 6 }],
  ['据统计收到申请9件。', { received: 9 }],
  ['收到申请11件（含上年结转2件），全部办结。', { received: 11, carriedIn: 2, concluded: 11 }],
  ['收到申请9件，上年结转2件，全部办结。', { received: 9, carriedIn: 2, concluded: 11 }],
  // What was denied
  ['全年没有关于政府信息公开的申请。', { received: 0 }],
  ['我局未收到群众要求信息公开申请。', { received: 0 }],
  ['2024年以来，我局未收到公民、法人提出的政府信息公开申请。', { received: 0 }],
  ['本单位未收到和处理政府信息公开申请。', { received: 0 }],
  ['我乡今年未收到依申请公开办理。', { received: 0 }],
  // Ends without a number
  ['收到公开申请3件，已按照规定程序进行处理。', { received: 3, concluded: 3 }],
  ['收到公开申请2件，已按程序办理并完成答复工作。', { received: 2, concluded: 2 }],
  ['收到公开申请6件，办理均做到按时依法答复、合法合规。', { received: 6, concluded: 6 }],
  ['收到公开申请4件，2件为网络申请，2件为信件申请，已在法定期限内规范答复。', { received: 4, concluded: 4 }],
  // Others' work
  ['全县受理依申请公开47件，委托县自然资源局办理自然资源类申请9件。', { received: 47 }],
  ['收到申请22件，答复21件，另有1件因征求第三方意见结转下年度。', { received: 22, concluded: 21, carriedOut: 1 }],
  // Reviews and lawsuits
  [
    '全年收到申请12件，答复后被行政复议3件，全部维持；诉讼1件，未审结。',
    { received: 12, reviewCases: 3, litigationCases: 1 },
  ],
  ['公开行政复议类信息16条、行政处罚类信息20条。', {}],
  ['全年受理行政处罚类复议7件，行政应诉案件4件。', {}],
  // Applications for something else
  ['受理政务服务事项申请1.6万件。', {}],
  ['办理不动产登记申请873件。', {}],
  ['受理低保申请46件，办结46件。', {}],
  // Information disclosed
  ['通过门户网站和政务新媒体等形式主动公开政府信息9300条。', { activelyDisclosed: 9300 }],
  ['在省级以上媒体发布信息64篇，通过局门户网站发布政务信息190条。', { activelyDisclosed: 190 }],
  ['通过文件和解读、建议和提案办理结果公开等栏目主动公开信息231条。', { activelyDisclosed: 231 }],
  ['截至年底，我局累计主动公开政府信息5120条。本年度主动公开政府信息310条。', { activelyDisclosed: 310 }],
  ['全年公开信息330条，其中主动公开信息312条，依申请公开18条。', { activelyDisclosed: 312 }],
  ['累计公开77条，其中主动公开77条，依申请公开0条，不予公开0条。', { activelyDisclosed: 77 }],
  ['新开设两个专栏，分别发布信息90余条、60余条。', {}],
  ['“某某发布”微信公众平台推送信息640篇。', {}],
  ['“某某政务”APP发布信息1300篇。', {}],
  ['各政务新媒体共发布信息2100条，转发上级信息430条。', {}],
]
