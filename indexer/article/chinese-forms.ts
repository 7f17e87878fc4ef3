/** Frequent characters that only one of the two written forms of Chinese has, pair by pair. */
const TRADITIONAL =
  '國會們這個來時為說對後發經過開關長東車門問間無學體點實現進還當動報導總統員軍將華黨書記議務與產業權選舉區縣號價錢讓認識語話請訊調論電視機場飛戰爭傷亡數據資處應該連續營廠條約標準級組織終結線';
const SIMPLIFIED =
  '国会们这个来时为说对后发经过开关长东车门问间无学体点实现进还当动报导总统员军将华党书记议务与产业权选举区县号价钱让认识语话请讯调论电视机场飞战争伤亡数据资处应该连续营厂条约标准级组织终结线';

const onlyTraditional = new Set([...TRADITIONAL].filter((char) => !SIMPLIFIED.includes(char)));
const onlySimplified = new Set([...SIMPLIFIED].filter((char) => !TRADITIONAL.includes(char)));

/** Whether a Chinese text is written in traditional characters; simplified when nothing tells. */
export function isTraditionalChinese(text: string): boolean {
  let balance = 0;
  for (const char of text) {
    if (onlyTraditional.has(char)) balance += 1;
    else if (onlySimplified.has(char)) balance -= 1;
  }
  return balance > 0;
}
