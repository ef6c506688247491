/**
 * Twenty reports whose prose, in the habits of many offices, agrees with their tables. Written before the rules read
 * them. `planted` replaces words of the prose, and the rule must tell it.
 */
export interface FreshReport {
  unit: string
  /** Table 3 by row, 自然人 and 商业企业: `received 12 3, granted 5 1`. */
  requests: string
  /** Table 4: 维持, 纠正, 其他, 未审结 of reviews; direct lawsuits; lawsuits after a review. */
  courts: string
  /** Table 2, the first six figures and the three decisions. */
  documents?: string
  overview: string
  problems: string
  other: string
  planted: readonly [from: string, to: string, rule: string]
}

export const freshReports: readonly FreshReport[] = [
  {
    unit: '临川县水务局',
    requests:
      'received 14 1, carriedIn 2 0, granted 6 1, partlyGranted 2 0, unavailable.notHeld 5 0, otherwise.other 2 0, carriedOut 1 0',
    courts: '1 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '2024年，县水务局按照县委、县政府要求推进信息公开。\n（一）主动公开。全年通过县政府网站公开信息312条，其中河湖管理类54条、工程建设类71条、供排水类40条、其他147条。\n（二）依申请公开。本年新收政府信息公开申请15件，上年结转2件；办结16件，其中予以公开7件、部分公开2件、本机关不掌握5件、其他处理2件；结转下年度继续办理1件。因信息公开被申请行政复议1件，结果维持，没有行政诉讼。\n（三）政府信息管理。落实三审三校，更新主动公开目录1次。\n（四）平台建设。维护专栏8个，清理失效链接23条。\n（五）监督保障。召开专题会议2次，培训1次45人，未发生责任追究。',
    problems:
      '问题：一是公开不够主动，个别项目信息更新滞后；二是答复说理不足。改进：一是每月通报更新情况；二是编印答复范本。',
    other: '2024年未收取政府信息公开信息处理费。',
    planted: ['新收政府信息公开申请15件', '新收政府信息公开申请16件', 'N.TABLE3'],
  },
  {
    unit: '白河镇人民政府',
    requests: '',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '2024年，白河镇坚持以公开为常态、不公开为例外。主动公开方面：全镇在区政府门户网站发布信息186条，公众号推送220条。依申请公开方面：全年没有收到政府信息公开申请，也没有上年结转的申请，未引发行政复议和行政诉讼。信息管理方面：发布前由分管领导审核，全年审核稿件410篇，退回12篇。平台建设方面：镇、村两级公开栏19个，更新公示58次。监督保障方面：将政务公开纳入年度考核，组织业务培训3次，接受群众监督，无责任追究情形。',
    problems: '存在问题：公开内容以动态为主，政策解读偏少。改进措施：2025年计划发布解读不少于10篇，培训不少于2次。',
    other: '本年度没有收取信息处理费，无其他需要报告的事项。',
    planted: ['全年没有收到政府信息公开申请', '全年收到政府信息公开申请1件，已答复', 'N.TABLE3'],
  },
  {
    unit: '江宁市住房和城乡建设局',
    requests:
      'received 88 12, carriedIn 4 1, granted 30 4, partlyGranted 9 1, refused.thirdPartyRights 2 0, refused.internalAffairs 3 0, refused.enforcementFile 1 0, unavailable.notHeld 28 5, unavailable.requiresCreation 6 0, notProcessed.petition 3 0, notProcessed.repeated 2 0, otherwise.correctionOverdue 2 0, otherwise.other 3 1, carriedOut 3 2',
    courts: '5 1 2 1 / 1 0 0 1 / 2 0 0 0',
    documents: '0 0 0 6 2 31 5120 214 3',
    overview:
      '一年来，我局共主动公开各类政府信息2861条，同比增长6.2%。制发行政规范性文件6件，废止2件。\n依申请公开工作量大面广。全年收到政府信息公开申请100件，比上年减少8件，其中自然人88件，占88%，企业12件，占12%；连同上年结转5件，共需办理105件，已办结100件，5件结转至2025年。申请主要集中在房屋征收（31件）、物业管理（22件）、工程质量（14件）等领域。\n复议诉讼方面，被申请行政复议9件，维持5件、纠正1件、其他2件、未审结1件；被提起行政诉讼4件，其中未经复议直接起诉2件、复议后起诉2件。\n信息管理上，落实公开属性源头认定，全年认定公文540件，其中主动公开166件。平台上，改版专栏3个，“两微”发布信息1320条。监督保障上，开展培训4次，内部考核2次，社会评议满意度96.3%。',
    problems: '一是部分答复书说理不够，1件复议被纠正；二是存量信息清理不及时。下一步将加强案例研判，建立季度清理机制。',
    other: '2024年对2件申请收取信息处理费，共380元。',
    planted: ['已办结100件', '已办结101件', 'N.TABLE3'],
  },
  {
    unit: '清源区教育局',
    requests: 'received 6 0, granted 4 0, unavailable.notHeld 2 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '（一）主动公开：主动公开政府信息428条，其中义务教育招生入学信息63条、教师招聘信息21条、校园安全信息44条、财务信息12条、其他288条。\n（二）依申请公开：收到申请6件，均为自然人通过网络提交，已全部按时答复，答复率100%。\n（三）政府信息管理：严格保密审查，确保信息准确。\n（四）平台建设：指导32所学校建好信息公开专栏。\n（五）监督保障：培训学校信息员68人次，处理家长来电咨询900余次。',
    problems: '存在问题：学校层面公开不平衡。改进措施：开展专项督查，通报2次。',
    other: '无信息处理费收取情况。',
    planted: ['收到申请6件', '收到申请9件', 'N.TABLE3'],
  },
  {
    unit: '云山市人民政府',
    requests:
      'received 1820 96, carriedIn 61 3, granted 702 40, partlyGranted 110 6, refused.stateSecret 2 0, refused.prohibitedByLaw 8 0, refused.thirdPartyRights 14 1, refused.internalAffairs 31 2, refused.deliberativeProcess 19 1, refused.enforcementFile 22 1, refused.administrativeInquiry 9 0, unavailable.notHeld 560 31, unavailable.requiresCreation 61 2, unavailable.stillUnclear 20 1, notProcessed.petition 52 1, notProcessed.repeated 30 2, notProcessed.excessive 9 0, otherwise.correctionOverdue 88 4, otherwise.other 90 5, carriedOut 54 2',
    courts: '61 6 22 9 / 14 1 5 4 / 10 0 3 2',
    documents: '2 1 24 38 12 260 86214 12041 906',
    overview:
      '2024年，全市各级行政机关深入推进政务公开。\n（一）主动公开持续深化。全市通过政府网站、政务新媒体、政府公报等渠道主动公开政府信息21.6万条，其中政府网站8.4万条。制发规章2件、行政规范性文件38件。\n（二）依申请公开规范有序。全市共新收政府信息公开申请1916件，上年结转64件，同比分别增长9.1%和下降3%；办结1924件，其中予以公开742件、部分公开116件、不予公开110件、无法提供675件、不予处理94件、其他处理187件；结转下年度56件。全市因政府信息公开引发行政复议98件、行政诉讼39件。\n（三）政府信息管理不断加强。清理规范性文件312件。\n（四）平台建设提质增效。市政府门户网站总访问量达3100万人次。\n（五）监督保障坚强有力。开展培训12场、3200人次；对县（市、区）考核1次。',
    problems:
      '一是基层公开质量不平衡；二是依申请公开纠错时有发生。改进：一是分类指导；二是建立案件会商机制，全年会商疑难件47件。',
    other: '2024年全市收取信息处理费共计5260元，其中市本级1件300元，县（市、区）19件4960元。',
    planted: ['行政复议98件', '行政复议89件', 'N.TABLE4'],
  },
  {
    unit: '松涛街道办事处',
    requests: 'received 3 0, granted 1 0, partlyGranted 1 0, carriedOut 1 0',
    courts: '0 0 0 1 / 0 0 0 0 / 0 0 0 0',
    overview:
      '本年度，街道公开各类信息264条，包括工作动态150条、公告公示88条、惠民政策26条。收到政府信息公开申请3件，其中2件已按期答复，1件结转下一年度继续办理。有1件答复被申请行政复议，尚未审结；未发生行政诉讼。加强信息发布审核，健全台账。便民服务中心设立查阅点1处，接待查阅46人次。开展培训1次，考核结果纳入科室绩效。',
    problems: '主要问题是栏目更新不均衡；改进情况是实行月调度，全年调度12次。',
    other: '未收取信息处理费。',
    planted: [
      '收到政府信息公开申请3件，其中2件已按期答复，1件结转',
      '收到政府信息公开申请3件，其中3件已按期答复，0件结转',
      'N.TABLE3',
    ],
  },
  {
    unit: '华阳县自然资源局',
    requests:
      'received 41 3, carriedIn 2 0, granted 18 2, partlyGranted 3 0, refused.internalAffairs 1 0, unavailable.notHeld 14 1, unavailable.requiresCreation 2 0, notProcessed.repeated 1 0, otherwise.other 4 0',
    courts: '3 0 1 0 / 1 0 0 0 / 0 0 0 0',
    overview:
      '全年处理政府信息公开申请46件，其中新收44件、上年结转2件，全部办结，无结转下年申请。从办理结果看：同意公开20件，部分公开3件，不予公开1件，无法提供17件，不予处理1件，作其他处理4件。全年主动公开征地信息、供地结果、规划许可等信息共计730条。涉及政府信息公开的行政复议案件4件，其中维持3件；行政诉讼案件1件，驳回原告诉讼请求。信息管理方面，对2010年以来的征地档案作数字化处理，形成电子目录3200条。平台建设方面，升级“征地信息公开”平台，新上传信息730条。监督保障方面，局务会专题研究2次，培训乡镇所人员60人次。',
    problems: '问题是征地批后信息公开不够及时。措施是批后10个工作日内公开，逐宗核对。',
    other: '本年度按件收取信息处理费100元，涉及1件申请。',
    planted: ['新收44件', '新收45件', 'N.TABLE3'],
  },
  {
    unit: '海州市第一人民医院',
    requests: 'received 1 0, otherwise.other 1 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '医院全年主动公开信息196条，其中服务信息72条、价格信息18条、招标信息106条；门诊大厅电子屏滚动播放收费标准3600余项。收到信息公开申请1件，申请人自行撤回，按其他处理方式办结。受理病历复印申请8600余份，接听咨询电话1.2万次，处理投诉63件，均不属于信息公开申请。信息发布实行科室、宣传、院办三级审核。院务公开专栏改版一次。组织信息公开培训2次，纳入科室考核。没有因信息公开引起的行政复议、行政诉讼。',
    problems: '问题：价格信息更新偏慢。改进：价格调整当日更新。',
    other: '没有收取信息处理费，没有其他报告事项。',
    planted: ['收到信息公开申请1件，申请人自行撤回，按其他处理方式办结', '收到信息公开申请2件，均已答复', 'N.TABLE3'],
  },
  {
    unit: '平川区市场监督管理局',
    requests:
      'received 52 4, carriedIn 1 0, granted 20 1, partlyGranted 5 0, refused.enforcementFile 6 1, unavailable.notHeld 9 1, notProcessed.petition 8 0, otherwise.correctionOverdue 2 1, carriedOut 3 0',
    courts: '8 0 3 0 / 2 0 1 0 / 1 0 0 0',
    documents: '0 0 0 0 0 2 9820 366 12',
    overview:
      '（一）主动公开情况。全年公示行政许可信息9820条、行政处罚信息366条，抽检信息1240批次；通过区政府网站政府信息公开栏目主动公开信息502条。\n（二）依申请公开情况。全年共收到申请56件（不含上年结转1件），办结54件，余3件在法定期限内办理，已转入下年。职业举报人提交的申请占比57%。因答复引发行政复议11件、行政诉讼4件，均无纠错败诉情形。\n（三）政府信息管理情况。动态调整权责清单12项。\n（四）政府信息公开平台建设情况。维护微信公众号1个，发布信息610条。\n（五）监督保障情况。组织条例培训3次，评查答复案卷30件。',
    problems: '存在的问题：投诉举报类申请甄别难。改进措施：制定甄别指引，开展模拟答复演练2次。',
    other: '未产生信息处理费。',
    planted: ['行政诉讼4件', '行政诉讼3件', 'N.TABLE4'],
  },
  {
    unit: '东陵师范学院',
    requests: 'received 2 0, granted 1 0, unavailable.notHeld 1 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '学院通过信息公开网主动公开信息144条，涉及招生就业32条、财务资产28条、人事师资41条、其他43条；校园网发布新闻1105篇，官方微信推送480期。全年接到信息公开申请2件，已于规定期限内答复2件，未发生因信息公开产生的复议、诉讼。信息由二级学院报送、党办审核。新建信息公开专栏1个。举办信息员培训1期55人，评议结果良好。',
    problems: '存在不足：二级单位信息报送不及时。改进：按学期通报。',
    other: '学院未收取信息处理费。',
    planted: ['接到信息公开申请2件，已于规定期限内答复2件', '接到信息公开申请5件，已于规定期限内答复5件', 'N.TABLE3'],
  },
  {
    unit: '高岭县公安局',
    requests:
      'received 29 1, carriedIn 0 0, granted 5 0, refused.enforcementFile 9 0, refused.administrativeInquiry 4 1, unavailable.notHeld 6 0, notProcessed.petition 3 0, otherwise.other 2 0',
    courts: '2 1 0 0 / 0 1 0 0 / 0 0 0 1',
    overview:
      '2024年，我局收到依申请公开30件，无上年结转，全部办结，无结转下年。办理结果为：公开5件，不予公开14件（属于行政执法案卷9件、属于行政查询事项5件），本机关不掌握6件，信访类不予处理3件，其他2件。全年发生政府信息公开类行政复议3起（维持2起、纠正1起），行政诉讼2起，其中败诉1起、1起尚未审结。主动公开警务信息860条，“平安高岭”微博发布2300条。信息发布前经法制、保密双审核。完善网上公开平台，优化户政办事栏目。组织培训2场，对败诉案件责任民警进行约谈。',
    problems: '存在问题：执法案卷类申请答复不规范，出现1件纠正、1件败诉。改进措施：集中评查答复文书30份。',
    other: '全年收取信息处理费0元。',
    planted: ['行政复议3起', '行政复议2起', 'N.TABLE4'],
  },
  {
    unit: '绿水乡人民政府',
    requests: 'received 1 0, granted 1 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '主动公开：乡政府全年公开信息九十七条，村级公开栏张贴财务、低保等公示一百二十余次。依申请公开：收到村民申请一件，要求公开危房改造资金，已在十五个工作日内予以公开；没有行政复议和诉讼。信息管理：专人登记造册。平台建设：借助县政府网站和村广播。监督保障：召开会议两次，培训一次，聘请监督员六名。',
    problems: '问题：公开形式单一。改进：增设二维码公示牌八块。',
    other: '没有收费。',
    planted: ['收到村民申请一件', '收到村民信息公开申请三件', 'N.TABLE3'],
  },
  {
    unit: '天台市财政局',
    requests:
      'received 22 5, carriedIn 3 0, granted 15 3, partlyGranted 2 0, refused.deliberativeProcess 1 0, unavailable.notHeld 4 1, otherwise.feeOverdue 1 0, otherwise.other 1 1, carriedOut 1 0',
    courts: '0 0 1 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '市财政局主动公开2024年预算和2023年决算，汇总公开91家部门预决算；全年主动公开信息655条。上年结转3件，本年受理27件，合计30件，已办理29件，剩余1件结转2025年办理。29件中，予以公开18件、部分公开2件、不予公开1件、无法提供5件、其他处理3件。发生行政复议1件，经调解申请人撤回；行政诉讼为零。规范公文属性标注，全年标注公文402件，主动公开率41%。优化“财政资金直达”专栏。全局培训2次，考核占比3%。',
    problems: '一是预决算公开细化不够；二是解读方式单一。已制定模板6套，推出图解14个。',
    other: '全年发出收费通知2份，1件申请人逾期未缴费，实际收取信息处理费220元。',
    planted: ['已办理29件，剩余1件结转', '已办理27件，剩余3件结转', 'N.TABLE3'],
  },
  {
    unit: '南岗区卫生健康局',
    requests:
      'received 17 0, carriedIn 1 0, granted 8 0, partlyGranted 1 0, refused.thirdPartyRights 1 0, unavailable.notHeld 4 0, unavailable.stillUnclear 1 0, notProcessed.petition 1 0, carriedOut 2 0',
    courts: '1 0 0 0 / 0 0 0 0 / 1 0 0 0',
    overview:
      '2024年共收到依申请公开17件，较2023年的21件下降19%，上年度结转1件，除2件尚在办理期限内结转下年外，其余16件均已办结。收到行政复议1件、行政诉讼1件，均维持原答复。全年主动公开信息301条，发布健康科普推文230篇，召开新闻发布会2场，回应热点5次。严格信息发布三级审核。推进医疗机构信息公开，抽查医院11家。承办12345工单1830件，办理建议提案26件。开展培训1次，通报1次。',
    problems: '存在问题：解读材料不够通俗。改进情况：邀请专家录制视频9个。',
    other: '没有收取信息处理费。',
    planted: ['共收到依申请公开17件', '共收到依申请公开71件', 'N.TABLE3'],
  },
  {
    unit: '北湖县交通运输局',
    requests: 'received 9 2, granted 5 1, partlyGranted 1 0, unavailable.notHeld 2 1, otherwise.other 1 0',
    courts: '0 0 0 0 / 1 0 0 0 / 0 0 0 0',
    overview:
      '2024年，全局受理政府信息公开申请11件，其中网上8件、信函2件、现场1件，均按规定时限办结，办结率100%。办理过程中征求第三方意见2件，延期答复1件。没有因信息公开被申请行政复议，被提起行政诉讼1件，法院驳回起诉。主动公开政府信息367条，其中公路建设102条、运输服务88条、执法公示61条、其他116条。加强信息动态管理，撤下过期信息19条。打造“交通公开”微信专栏，发布信息156条。健全考核机制，培训2次。',
    problems: '不足：工程建设信息公开不够完整。改进：建立项目清单24个，逐项公开。',
    other: '2024年度未收取信息处理费。',
    planted: ['没有因信息公开被申请行政复议', '因信息公开被申请行政复议2件', 'N.TABLE4'],
  },
  {
    unit: '西岭县人民政府办公室',
    requests:
      'received 33 2, carriedIn 2 0, granted 12 1, partlyGranted 4 0, refused.internalAffairs 2 0, unavailable.notHeld 11 1, notProcessed.repeated 3 0, otherwise.other 2 0, carriedOut 1 0',
    courts: '4 0 0 1 / 0 0 0 0 / 2 0 0 0',
    overview:
      '县政府办本年度登记政府信息公开申请35件，加上年结转2件，应办37件，实际办结36件，结转1件。申请渠道：网络21件、信函13件、当面1件。对县政府答复不服引发的行政复议5件（已结4件，均维持），行政诉讼2件（均为复议后起诉，均胜诉）。指导各乡镇、各部门办理申请148件，转送不属于本机关公开的申请6件。全年县政府网站公开信息1.12万条，其中县政府办发布1386条；出版政府公报6期。审核上网信息1.3万条次。县政府门户网站新开设专题7个。举办全县培训班2期、210人次，季度通报4次，年度考核1次。',
    problems: '一是个别单位答复超时风险大；二是公报覆盖面窄。改进：一是上线提醒功能；二是公报赠阅点增加到36个。',
    other: '县政府办2024年未收取信息处理费，全县政务公开工作经费50万元。',
    planted: ['登记政府信息公开申请35件', '登记政府信息公开申请53件', 'N.TABLE3'],
  },
  {
    unit: '双桥镇人民政府',
    requests: 'carriedIn 1 0, granted 1 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '我镇2024年度主动公开政府信息240余条，其中镇村动态130条。本年度未新收政府信息公开申请，上年结转的1件申请已于1月按期答复，予以公开。无结转下年度办理的申请。未发生涉及信息公开的行政复议、行政诉讼案件。明确信息员14名，信息上网前逐条审核。整合镇级公众号，关停1个。按要求参加上级培训3次，接受县级考核1次。',
    problems: '问题：信息员兼职多、更换勤。改进：实行AB岗，交接培训4次。',
    other: '本镇没有收取任何信息处理费用。',
    planted: ['无结转下年度办理的申请', '结转下年度办理的申请1件', 'N.TABLE3'],
  },
  {
    unit: '长宁市生态环境局',
    requests:
      'received 64 21, carriedIn 5 2, granted 40 14, partlyGranted 6 3, refused.thirdPartyRights 1 1, refused.deliberativeProcess 2 0, unavailable.notHeld 13 3, unavailable.requiresCreation 2 1, otherwise.other 3 1, carriedOut 2 0',
    courts: '2 0 1 0 / 0 0 0 0 / 1 0 0 0',
    documents: '0 0 0 2 0 9 412 188 7',
    overview:
      '（一）主动公开。公开空气、水环境质量信息730期，环评审批信息412条，行政处罚信息188条。全年通过局网站发布政府信息共4120条，微博、微信发布信息5600条。\n（二）依申请公开。受理申请总量92件，由新收85件和上年结转7件构成，年内办结90件，办结率97.8%，结转下年2件。其中律师、环保组织等法人或其他组织申请21件。\n（三）信息管理。推进环境数据归集，共享数据12万条。\n（四）平台建设。局网站改版，开设“公众参与”栏目，收到公众意见133条，答复133条。\n（五）监督保障。组织“环保设施开放日”26次，参与1900人次；因信息公开引起的行政复议3件，行政诉讼1件，均未被纠错或败诉。',
    problems: '存在问题：环境数据开放程度不够。改进：新增开放数据集8个。',
    other: '2024年共对3件申请收取信息处理费，分别为100元、160元、240元，合计500元。',
    planted: ['年内办结90件', '年内办结92件', 'N.TABLE3'],
  },
  {
    unit: '石坝区司法局',
    requests:
      'received 12 3, granted 6 2, partlyGranted 1 0, refused.internalAffairs 1 1, unavailable.notHeld 3 0, carriedOut 1 0',
    courts: '1 0 0 0 / 0 0 0 0 / 0 0 0 0',
    overview:
      '2024年，区司法局作为区政府复议机构，全年收到行政复议申请210件，其中政府信息公开类18件，审结15件。本局自身收到政府信息公开申请15件，已办结14件，1件结转至下年度。本局作为被申请人的政府信息公开行政复议1件，结果维持；无政府信息公开行政诉讼。全年主动公开信息418条，其中法治宣传类205条。发布普法短视频41个。统一信息发布流程。公共法律服务平台接待群众6200人次。培训2次，纳入考核。',
    problems: '问题：公开内容与群众需求有差距。改进：开展问卷调查2次，收回问卷430份。',
    other: '无信息处理费收入。',
    planted: ['已办结14件，1件结转', '已办结15件，0件结转', 'N.TABLE3'],
  },
  {
    unit: '柳园区城市管理局',
    requests:
      'received 18 1, carriedIn 1 0, granted 7 1, partlyGranted 2 0, refused.enforcementFile 3 0, unavailable.notHeld 4 0, notProcessed.petition 1 0, otherwise.correctionOverdue 1 0, carriedOut 1 0',
    courts: '0 0 0 0 / 0 0 0 0 / 0 0 0 0',
    documents: '0 0 0 0 0 0 1560 2310 44',
    overview:
      '一、坚持主动公开。全年作出行政许可1560件、行政处罚2310件、行政强制44件，结果均按规定公示；公开政府信息合计590条。二、做好依申请公开。全年收到19件，去年结转1件，答复19件，尚有1件待2025年答复；答复结果中，公开8件、部分公开2件、不公开3件、无法提供4件、不予处理1件、其他处理1件。三、加强信息管理。建立“一事一档”，归档申请材料19卷。四、建好公开平台。“城管微信”推送400条，直播“城管开放日”3场。五、强化监督保障。全年培训4次，检查8次，办理督办件5件。全年没有引发信息公开行政复议、行政诉讼。',
    problems: '一是公示信息更新不及时；二是答复文书不统一。已推行自动推送，统一文书样式11种。',
    other: '没有向申请人收取过信息处理费。',
    planted: ['没有引发信息公开行政复议、行政诉讼', '引发信息公开行政复议1件，没有引发行政诉讼', 'N.TABLE4'],
  },
]
