import type { Labelled } from './sentences'

/** Applications, written and labelled before the rules had read them. */
export const freshRequests: Labelled[] = [
  // Carried on, told in many words
  ['2024年，我局收到政府信息公开申请2件，均已结转至下一年度办理。', { received: 2, carriedOut: 2 }],
  ['本年度收到政府信息公开申请1件，已按规定结转到2025年办理。', { received: 1, carriedOut: 1 }],
  ['全年受理依申请公开3件，全部结转下年度继续办理。', { received: 3, carriedOut: 3 }],
  ['收到政府信息公开申请4件，因尚在法定期限内，均结转下年。', { received: 4, carriedOut: 4 }],
  ['收到申请8件，办结6件，其余均结转下一年度办理。', { received: 8, concluded: 6, carriedOut: 2 }],
  [
    '2024年共收到政府信息公开申请22件，已答复20件，剩余2件在法定期限内，将于2025年1月答复。',
    { received: 22, concluded: 20, carriedOut: 2 },
  ],
  [
    '2024年度新收申请36件，2023年结转3件，办结37件，结转2025年2件。',
    { received: 36, carriedIn: 3, concluded: 37, carriedOut: 2 },
  ],
  [
    '全年收到依申请公开71件、上年结转4件，除5件结转下年度外，其余均已按期答复。',
    { received: 71, carriedIn: 4, concluded: 70, carriedOut: 5 },
  ],
  ['2024年共受理政府信息公开申请33件，除1件正在办理外，其余全部办结。', { received: 33, concluded: 32, carriedOut: 1 }],
  ['我委收到政府信息公开申请48件，除2件因申请人撤回终止办理外，均在法定期限内答复。', { received: 48, concluded: 48 }],
  ['全年收到申请19件，除2件申请人主动撤回外，均按期答复。', { received: 19, concluded: 19 }],
  ['2024年新收申请55件，以及2023年结转的2件，共57件，已全部答复。', { received: 55, carriedIn: 2, concluded: 57 }],
  ['收到政府信息公开申请20件和上年度结转申请1件，均已办结。', { received: 20, carriedIn: 1, concluded: 21 }],
  ['全年收到政府信息公开申请15件，无上年结转和结转下年度申请。', { received: 15, carriedIn: 0, carriedOut: 0 }],
  [
    '2024年受理申请9件，全部办结，既无上年结转，也无结转下年件。',
    { received: 9, concluded: 9, carriedIn: 0, carriedOut: 0 },
  ],
  ['全年收到申请5件，办结5件，无结转。', { received: 5, concluded: 5, carriedOut: 0 }],
  [
    '2024年，收到政府信息公开申请62件（其中2件为上年结转），办结60件，2件结转下年。',
    { received: 62, carriedIn: 2, concluded: 60, carriedOut: 2 },
  ],
  [
    '全年办理答复政府信息公开申请40件（含上年结转3件，另有1件结转下年度办理）。',
    { carriedIn: 3, concluded: 40, carriedOut: 1 },
  ],
  [
    '2024年新收到依申请公开政府信息31件，答复29件，均在法定期限内予以答复，结转下年度继续办理2件。',
    { received: 31, concluded: 29, carriedOut: 2 },
  ],
  [
    '我局上年度结转政府信息公开申请2件，本年度新增10件，共办理12件，现已全部办结。',
    { received: 10, carriedIn: 2, concluded: 12 },
  ],
  // All done, in many words
  ['共受理政府信息公开申请6件，均已予以公开。', { received: 6, concluded: 6 }],
  ['全年收到依申请公开4件，全部予以公开。', { received: 4, concluded: 4 }],
  ['2024年收到政府信息公开申请2件，均不予公开。', { received: 2, concluded: 2 }],
  ['共收到政府信息公开申请5件，均因本机关不掌握相关信息无法提供。', { received: 5, concluded: 5 }],
  ['2024年度，共受理政府信息公开申请11件，都在法定期限内予以答复。', { received: 11, concluded: 11 }],
  ['区教育局共受理政府信息公开申请7件，已依法办结。', { received: 7, concluded: 7 }],
  ['我单位收到群众依申请公开1件，已按要求进行答复。', { received: 1, concluded: 1 }],
  ['共受理依申请公开13件，已邮件回复。', { received: 13, concluded: 13 }],
  [
    '全年接收到申请书55份，申请公开的信息主要涉及征地、规划等方面，上述申请已全部按时答复到位。',
    { received: 55, concluded: 55 },
  ],
  ['2024年共接到依申请公开方面的诉求7件，均按时办理完毕。', { received: 7, concluded: 7 }],
  [
    '全年共办理政府信息公开申请24件。其中，网络申请15件，书面申请9件。所有申请均按时办结。',
    { received: 24, concluded: 24 },
  ],
  [
    '2024年，共受理依申请政府信息公开事项29例，其中通过网络收到申请25件，占86%，通过来信收到申请4件，占14%，全部按时办结。',
    { received: 29, concluded: 29 },
  ],
  ['全年受理依申请公开4件，依据《条例》予以答复办结4件。', { received: 4, concluded: 4 }],
  ['2024年度受理政府信息公开申请1件，已完成依申请公开申请1件。', { received: 1, concluded: 1 }],
  ['收到政府信息依申请公开办理事项1件，已在规定时间内办结答复。', { received: 1, concluded: 1 }],
  [
    '累计办理公民、法人或其他组织通过政府网站、邮寄等途径依申请公开信息合计12件，已全部按期限答复办结，办结率100%。',
    { received: 12, concluded: 12 },
  ],
  ['受理的公开申请共8件，全部在法定时限内作出答复，且未收取任何费用。', { received: 8, concluded: 8, feeCharged: 0 }],
  ['2024年收到依申请公开申请书3份，做到件件有答复。', { received: 3 }],
  // Who asked, through which channel, about what
  [
    '全年收到政府信息公开申请95件，其中自然人申请89件，法人或其他组织申请6件。答复98件，均按期答复。',
    { received: 95, concluded: 98 },
  ],
  ['2024年我局依申请信息公开办理有69件，均为自然人申请。', { concluded: 69 }],
  ['收到申请21件，具体为：自然人18件，商业企业3件。', { received: 21 }],
  [
    '本年度共收到政府信息公开申请30件，具体为网络申请12件、信函申请10件、当面申请8件，均已按期办结。',
    { received: 30, concluded: 30 },
  ],
  ['2024年共办理政府信息公开申请16件，具体为：予以公开9件，部分公开2件，无法提供5件。', { concluded: 16 }],
  ['网上申请9件、信函申请3件、当面申请2件，总计收到政府信息公开申请14件。', { received: 14 }],
  ['通过网络收到申请6件，通过邮寄收到申请5件，全年共收到政府信息公开申请11件。', { received: 11 }],
  ['全年收到政府信息公开申请12件，主要涉及征地补偿8件、规划许可4件。', { received: 12 }],
  // Another organ's letters, passed on
  [
    '2024年，收到市政府办公室依申请公开意见征询函4件，均已回复。收到政府信息公开申请10件，均已答复。',
    { received: 10, concluded: 10 },
  ],
  ['协助区政府办理依申请公开征求意见函7件。本机关受理政府信息公开申请5件。', { received: 5 }],
  ['全年收到其他行政机关依申请公开征求意见2件，收到公民申请6件，均按时答复。', { received: 6, concluded: 6 }],
  ['收到县政府转办的依申请公开件3件，均已按时答复。', { received: 3, concluded: 3 }],
  ['2024年收到依申请公开38件以及上年转办2件，均已办结。', { received: 38, carriedIn: 2, concluded: 40 }],
  ['回复兄弟单位关于政府信息公开申请的协查函5件。', {}],
  // Nothing at all
  ['2024年，未接到书面方式申请的政府信息公开申请和网络方式申请的政府信息公开申请件。', { received: 0 }],
  [
    '本年度共收到和处理依申请公开0件，无因政府信息公开工作被申请行政复议或提起行政诉讼的情况。',
    { received: 0, concluded: 0, reviewCases: 0, litigationCases: 0 },
  ],
  ['2024年度，未收到法人或者其他组织对依申请公开政府信息的申请。', { received: 0 }],
  ['我办全年未收到行政许可申请；全年未接到信息公开申请。', { received: 0 }],
  ['我镇未接收到有关群众、法人或其他组织要求公开政府信息办理的申请。', { received: 0 }],
  ['2024年度未收到依申请公开信息，也未发生上年度结转事项。', { received: 0, carriedIn: 0 }],
  ['未收到申请公开政府信息的要求。', { received: 0 }],
  ['收到公民、法人或其他组织提交政府信息公开申请0条。', { received: 0 }],
  // Other scopes, other years
  ['近五年我局累计受理政府信息公开申请310件，2024年受理66件，办结66件。', { received: 66, concluded: 66 }],
  ['2023年收到申请17件；2024年收到申请21件，较上年增加4件，均已答复。', { received: 21, concluded: 21 }],
  [
    '全年新收政府信息公开申请1541件，加上上年结转的，除去结转下年度办理的，共办理1527件。',
    { received: 1541, concluded: 1527 },
  ],
  [
    '2024年新受理政府信息公开申请104件，2023年结转政府信息公开申请0件，共计104件。已办结98件，另有6件申请结转到下年度继续办理。',
    { received: 104, carriedIn: 0, concluded: 98, carriedOut: 6 },
  ],
]
