import { classOf, HANGUL } from './letters.ts';

/** Titles that Korean writes in one with the name, longest first when several fit. */
const HONORIFICS = `
동지 동지들 위원장 국무위원장 대통령 부대통령 주석 국가주석 총비서 총서기 서기장 원수 대원수 장군 수령 총리 부총리 수상 총독 외상 외무상 국방상 외교장관 외무장관 국방장관 국무장관 장관 차관 의장 부의장
부위원장 제1부위원장 제1비서 비서 부장 제1부부장 부부장 총참모장 대장 차수 중장 상장 소장 대사 특사 대표 대변인 교수 박사 선생 여사 녀사 씨 님 군 양 후보 의원 시장 지사 회장 사장 국왕
여왕 왕자 교황 추기경 황제 당선인 사무총장 보좌관 각하 탈주범 전
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

const PARTICLES = new Set(
  `이 가 은 는 을 를 의 에 에게 에게서 에게는 께 께서 께서는 께서도 께서와 도 와 과 로 으로 로서 으로서 만 까지 부터 보다 처럼 나 이나 라 이라 라고 이라고 라는 이라는 이다 였다 이었다 이며 며 이고 고 하고
   랑 이랑 과의 와의 에의 께서의 과는 와는 측 측의 측은 측이 등 및 들 들은 들의 들이 들을 한테 조차 마저 밖에 뿐 뿐만 에도 에는 께도 께와 께의 앞`.split(
    /\s+/,
  ),
);

/** Whether what follows a Korean name (up to the next space) is nothing but titles and a particle. */
export function endsHangulName(after: string): boolean {
  let rest = hangulRun(after);
  while (rest !== '' && !PARTICLES.has(rest)) {
    const title = honorificAt(rest);
    if (title === null) return false;
    rest = rest.slice(title.length);
  }
  return true;
}

/** The titles that follow a Korean name in the same word: 동지, 대통령, 수령님. */
export function honorificsAfter(after: string): string {
  const run = hangulRun(after);
  let rest = run;
  while (!PARTICLES.has(rest)) {
    const title = honorificAt(rest);
    if (title === null) break;
    rest = rest.slice(title.length);
  }
  return run.slice(0, run.length - rest.length);
}

/** Whether the letters before `at` are a title, so that a name may begin there without a space. */
export function endsWithHonorific(text: string, at: number): boolean {
  return HONORIFICS.some((title) => title.length > 1 && text.startsWith(title, at - title.length));
}

function honorificAt(rest: string): string | null {
  return HONORIFICS.find((title) => rest.startsWith(title)) ?? null;
}

function hangulRun(text: string): string {
  let end = 0;
  while (classOf(text.charCodeAt(end)) === HANGUL || (end > 0 && /\d/.test(text.charAt(end))))
    end++;
  return text.slice(0, end);
}
