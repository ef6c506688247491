/** Traditional characters, as some sites print whole pages in them. */

/** Each before its simplified form: `開开`. */
const PAIRS =
  '並并佈布佔占併并來来係系個个偽伪備备傳传債债傷伤僅仅價价億亿儘尽償偿優优儲储兒儿內内兩两冊册別别創创劃划劇剧劉刘動动務务勝胜勞劳勢势勵励勸劝匯汇區区協协參参員员問问啓启啟启喬乔單单嚮向嚴严國国圍围園园圓圆圖图團团執执報报' +
  '場场塊块塵尘壓压壞坏壯壮壽寿夠够夢梦夾夹奪夺奮奋婦妇學学實实寧宁審审寬宽寶宝將将專专尋寻對对導导層层屬属島岛崗岗師师帳账帶带幹干幾几庫库廟庙廠厂廢废廣广廳厅張张強强彈弹彙汇後后徑径從从復复徵征恆恒惡恶態态慶庆憂忧憲宪應应' +
  '戰战戲戏戶户採采換换損损擇择擔担據据擬拟擴扩攝摄敗败敵敌數数斷断於于時时晉晋暫暂曆历書书會会東东條条業业極极構构樓楼標标樣样樹树橋桥機机檔档檢检欄栏權权歡欢歲岁歷历歸归殘残殺杀氣气決决沒没況况洩泄減减測测準准滯滞滿满漢汉' +
  '漲涨潔洁濟济濱滨灘滩灣湾災灾為为烏乌無无熱热營营爭争爲为爾尔牆墙狀状獎奖獨独獲获現现環环產产畢毕畫画異异當当療疗發发盡尽監监盤盘眞真眾众確确碼码礎础礙碍礦矿禮礼稅税種种稱称穀谷積积穩稳窮穷競竞筆笔節节範范簡简簽签籌筹糧粮' +
  '糾纠紀纪約约納纳純纯紙纸級级細细紹绍終终組组結结絕绝絡络給给統统經经綠绿維维綱纲網网緊紧線线緣缘編编練练縣县縮缩縱纵總总績绩織织繞绕繪绘繫系繳缴繼继續续罰罚罷罢羣群義义習习聞闻聯联聲声職职聽听腦脑臨临臺台與与舉举華华萬万' +
  '薦荐藝艺藥药蘇苏蘭兰處处號号衆众術术衛卫衝冲裏里補补裝装裡里製制複复覆复見见規规視视親亲覺觉觀观訂订計计訊讯訓训託托記记訟讼訪访設设許许訴诉診诊註注証证評评詢询試试話话該该詳详誌志認认誤误說说誰谁課课調调談谈請请論论諮咨' +
  '講讲謝谢證证識识譯译議议護护讀读變变讓让豐丰財财貨货貫贯責责貳贰貴贵費费貿贸賀贺資资質质賬账購购贊赞趨趋躍跃車车軌轨軍军軟软較较載载輔辅輕轻輪轮輸输轉转辦办農农迴回這这連连週周進进運运過过達达違违遞递遠远適适遲迟遷迁選选' +
  '遺遗遼辽還还邊边郵邮鄉乡鄰邻醫医釋释釐厘針针鈎钩銀银銷销錄录錢钱錫锡錯错鍵键鎖锁鎮镇鏈链鐵铁鑒鉴鑽钻長长門门閉闭開开閒闲間间閱阅關关陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐雖虽雜杂離离難难雲云電电靜静響响頁页項项順顺須须' +
  '預预頒颁頓顿領领頭头頻频題题額额願愿類类顧顾顯显風风飛飞養养餘余館馆饋馈馬马駁驳駐驻驅驱驗验體体鬆松魚鱼鳳凤鹽盐麗丽黃黄點点黨党齊齐齡龄龍龙'

let forms: ReadonlyMap<string, string> | null = null

function formsOf(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; at < PAIRS.length; at += 2) found.set(PAIRS.charAt(at), PAIRS.charAt(at + 1))
  return found
}

/** Simplified characters by their traditional ones. */
export const simpleForms = (): ReadonlyMap<string, string> => (forms ??= formsOf())

const CHINESE = /[\u4e00-\u9fff]/g

/** The text in simplified characters, for comparison only; every character stays in its place. */
export function simplified(text: string): string {
  const simple = simpleForms()
  return text.replace(CHINESE, (character) => simple.get(character) ?? character)
}
