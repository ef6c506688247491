import type { Labelled } from './sentences'

/** As offices of other kinds write: province roll-ups, police, tax, schools; brackets, dates, what was carried over. */
export const offices: Labelled[] = [
  [
    '2024年，全省各级行政机关新收政府信息公开申请35672件，上年结转1204件，办结35401件，结转下年度继续办理1475件。',
    { received: 35672, carriedIn: 1204, concluded: 35401, carriedOut: 1475 },
  ],
  ['2024年，全省各级行政机关共收到政府信息公开申请2.3万余件，办结率99.2%。', { received: 23000 }],
  [
    '全省行政机关因政府信息公开被申请行政复议1250件，被提起行政诉讼486件。',
    { reviewCases: 1250, litigationCases: 486 },
  ],
  [
    '全省因政府信息公开工作引发行政复议案件32件、行政诉讼案件11件，其中结果维持25件、纠正3件、尚未审结15件。',
    { reviewCases: 32, litigationCases: 11 },
  ],
  [
    '街道办事处全年受理依申请公开事项六件，已全部在法定期限内答复，无结转。',
    { received: 6, concluded: 6, carriedOut: 0 },
  ],
  [
    '本街道2024年度未收到公众依申请公开政府信息的申请，无上年结转，亦无结转下年申请。',
    { received: 0, carriedIn: 0, carriedOut: 0 },
  ],
  [
    '公安分局全年共受理政府信息公开申请41宗，较去年增加5宗，其中予以公开12宗，属行政执法案卷不予公开9宗，其余20宗不予处理。',
    { received: 41, concluded: 41 },
  ],
  [
    '全局共收到依申请公开办件7件（自然人申请6件，企业申请1件），办结7件，按时办结率100%。',
    { received: 7, concluded: 7 },
  ],
  ['税务局全年受理依申请公开政府信息3起，均已依法答复，未收取任何费用。', { received: 3, concluded: 3, feeCharged: 0 }],
  ['我校2024年共收到信息公开申请2件，均在规定时限内答复。', { received: 2, concluded: 2 }],
  [
    '我院全年未收到信息公开申请，未发生因信息公开引起的举报、复议和诉讼。',
    { received: 0, reviewCases: 0, litigationCases: 0 },
  ],
  [
    '本年度共收到申请15件（其中网络申请9件、信函申请5件、当面申请1件），上年结转2件，本年度办结16件，结转1件至下一年度。',
    { received: 15, carriedIn: 2, concluded: 16, carriedOut: 1 },
  ],
  [
    '其中，全年收到政府信息公开申请18件，同比下降25%；办理完毕17件，1件结转至2025年继续办理。',
    { received: 18, concluded: 17, carriedOut: 1 },
  ],
  [
    '截至2024年12月31日，共收到政府信息公开申请22件，办结20件，2件正在办理。',
    { received: 22, concluded: 20, carriedOut: 2 },
  ],
  ['截至年底，累计主动公开政府信息1,286条，同比增长8.3%。', { activelyDisclosed: 1286 }],
  ['通过政府网站公开政府信息562条，通过微信公众号发布信息1200余条。', { activelyDisclosed: 562 }],
  ['2024年，主动公开政府信息共计九百六十三条，其中概况类12条、动态类500条。', { activelyDisclosed: 963 }],
  [
    '全年政府信息公开类行政复议案件2件，结果均为维持；政府信息公开类行政诉讼案件1件，尚未审结。',
    { reviewCases: 2, litigationCases: 1 },
  ],
  ['因政府信息公开被申请行政复议和提起行政诉讼共3件。', {}],
  ['收取信息处理费的申请2件，共收取220元。', { feeCharged: 220 }],
  ['依法对1件申请收取信息处理费1480元，申请人已缴纳。', { feeCharged: 1480 }],
  ['全年依申请公开未收费。', { feeCharged: 0 }],
  ['行政应诉通知1件。', { litigationCases: 1 }],
  ['收到因政府信息公开引发的行政应诉通知1件。', { litigationCases: 1 }],
  ['全年收到信息公开申请五件，亦无结转申请。', { received: 5 }],
  ['上年无结转申请，本年新收4件，年末无结转。', { received: 4, carriedIn: 0, carriedOut: 0 }],
  [
    '2023年结转政府信息公开申请3件，2024年新收31件，合计34件，全部办结。',
    { carriedIn: 3, received: 31, concluded: 34 },
  ],
  ['2024年度，本机关新收申请12件、结转办理上年申请1件，作出答复13件。', { received: 12, carriedIn: 1, concluded: 13 }],
  ['医院主动公开各类信息328条，其中通过官网公开210条，公众号118条。', { activelyDisclosed: 328 }],
  ['2024年我局共办理政府信息公开申请11件，其中上年度结转2件。', { concluded: 11, carriedIn: 2 }],
  ['2022年收到申请6件，2023年收到申请9件，2024年收到申请14件。', { received: 14 }],
  ['收到依申请公开24件，与上年的30件相比减少20%。', { received: 24 }],
  ['市本级收到申请103件，各县（区）收到申请872件。', { received: 103 }],
  ['全市政府信息公开申请总数975件（市本级103件，县区872件），答复970件。', { received: 975, concluded: 970 }],
  ['对去年结转的1件申请和今年收到的7件申请，均已按期答复。', { carriedIn: 1, received: 7, concluded: 8 }],
  ['全年办理人大代表建议12件、政协提案8件，答复率100%。', {}],
  ['政府信息公开行政复议0件、行政诉讼0件。', { reviewCases: 0, litigationCases: 0 }],
  ['本年度没有因政府信息公开被复议、被诉讼的情况。', { reviewCases: 0, litigationCases: 0 }],
  [
    '全年收到的16件政府信息公开申请中，予以公开10件、部分公开2件、信息不存在3件、不予处理1件。',
    { received: 16, concluded: 16 },
  ],
  ['行政复议3件（维持2件、未审结1件），无行政诉讼案件。', { reviewCases: 3, litigationCases: 0 }],
]
