/** Traditional characters of the form's labels, of titles and of offices' names, each followed by its simplified form. */
const PAIRS =
  '規规範范許许處处罰罚強强費费內内發发數数廢废現现決决額额單单萬万億亿組组織织業业機机構构會会務务總总計计開开請请結结轉转' +
  '辦办區区這这屬属於于國国穩稳護护權权類类過过執执詢询項项無无沒没製制補补後后確确訪访舉举報报訴诉複复復复覆复當当認认獲获' +
  '繳缴納纳繼继續续議议訟讼維维糾纠審审經经體体況况動动問问題题進进條条圖图閱阅讀读縣县鄉乡鎮镇廳厅財财環环衛卫農农監监軍军' +
  '東东廣广門门灣湾寧宁長长陽阳與与關关訊讯佈布應应絡络網网間间關关裡里為为據据聯联係系電电話话郵邮編编號号點点標标準准協协' +
  '勞劳產产僅仅歲岁華华達达運运遞递遠远選选邊边壓压災灾爾尔獨独稱称種种積积穀谷競竞節节簡简籌筹績绩練练縱纵聽听職职臨临藝艺' +
  '蘇苏蘭兰術术衝冲製制視视覺觉親亲觀观設设診诊詳详試试誌志調调論论諮咨謝谢證证識识譯译讓让財财責责貨货購购貿贸資资賬账質质' +
  '車车較较輸输載载適适鄰邻醫医釋释鐵铁錄录錢钱鍵键鎖锁閉闭閒闲陳陈陸陆際际險险隨随隊队階阶雖虽離离難难雲云電电領领頭头頻频' +
  '顧顾風风飛飞養养館馆駁驳駐驻驗验體体魚鱼鳳凤鹽盐麗丽黃黄黨党齊齐龍龙偽伪備备傳传債债傷伤價价優优儲储兒儿兩两冊册劃划劇剧' +
  '劉刘勝胜勢势勵励勸劝匯汇參参員员響响啟启喬乔嚴严園园圓圆場场塊块塵尘壞坏壯壮壽寿夢梦夾夹奪夺奮奋婦妇學学寬宽寶宝將将專专' +
  '尋寻對对導导層层島岛崗岗帶带幹干庫库廠厂廟庙張张彈弹歸归彙汇徑径從从徵征恆恒惡恶態态慶庆憂忧憲宪戰战戲戏戶户擇择擔担據据' +
  '擬拟擴扩攝摄敗败敵敌斷断時时晉晋暫暂術术樓楼樣样橋桥檔档檢检權权歡欢歷历殘残殺杀氣气漢汉潔洁濟济濱滨灘滩烏乌爭争牆墙狀状' +
  '獎奖畫画異异療疗盡尽盤盘眾众礦矿禮礼稅税窮穷範范純纯紙纸級级細细終终統统絕绝給给綠绿緊紧線线緣缘縮缩織织繪绘罷罢習习'

function pairsOf(): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (let i = 0; i < PAIRS.length; i += 2) pairs.set(PAIRS.charAt(i), PAIRS.charAt(i + 1))
  return pairs
}

const simple = pairsOf()
const TRADITIONAL = new RegExp(`[${[...simple.keys()].join('')}]`, 'g')

/** The text in simplified characters, for comparison only; every character stays in its place. */
export const simplified = (text: string): string =>
  text.replace(TRADITIONAL, (character) => simple.get(character) ?? '')
