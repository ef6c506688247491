import type { Labelled } from './sentences'

/** In traditional characters, as some sites print whole pages. Written and labelled before the rules had read them. */
export const freshTraditional: Labelled[] = [
  ['2024年，我局收到政府資訊公開申請3件，均已答覆。', { received: 3, concluded: 3 }],
  [
    '2024年，我局收到政府信息公開申請8件，已辦結7件，結轉下年度繼續辦理1件。',
    { received: 8, concluded: 7, carriedOut: 1 },
  ],
  ['全年主動公開政府信息312條，其中門戶網站發布200條，微信公眾號發布112條。', { activelyDisclosed: 312 }],
  ['本年度未收取信息處理費。', { feeCharged: 0 }],
  ['因政府信息公開引發行政複議2件、行政訴訟1件。', { reviewCases: 2, litigationCases: 1 }],
  ['因政府信息公開引發行政復議1件，行政訴訟0件，較上年減少1件。', { reviewCases: 1, litigationCases: 0 }],
  ['未發生因政府信息公開被申請行政復議、提起行政訴訟的情況。', { reviewCases: 0, litigationCases: 0 }],
  ['2024年新收政府信息公開申請十二件，上年結轉兩件，全部按時辦結。', { received: 12, carriedIn: 2, concluded: 14 }],
  ['收到申請9件，予以公開4件，部分公開2件，不予公開1件，無法提供2件。', { received: 9, concluded: 9 }],
  ['2024年，未接到要求公開政府信息的申請。', { received: 0 }],
  ['受理依申請公開事項6件，除1件結轉下年度外均已答復。', { received: 6, concluded: 5, carriedOut: 1 }],
  ['處理12345熱線工單312件，滿意率98%。', {}],
  ['共受理政府信息公開申請一萬二千件，辦結一萬一千九百件。', { received: 12000, concluded: 11900 }],
]
