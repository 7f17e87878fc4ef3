import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';
import { benchConversion } from './conversion.ts';
import { benchDatelines } from './dateline.ts';
import { benchFacade } from './facade.ts';
import { benchNights, type Cost } from './nights.ts';
import { benchPeople } from './people.ts';

/*
 * npm run bench [-- ARCHIVE]: speed as ratios, each pair measured in one run; times depend on the machine.
 * Writes bench/RESULTS.md.
 */
const archive = process.argv[2] ?? join(packageRoot, 'sample');
const conversion = await benchConversion(archive);
const reader = await benchDatelines(archive);
const nights = await benchNights(archive);
const facade = await benchFacade(archive);
const people = await benchPeople(archive);
const rows = [
  `| a whole conversion ÷ turndown on the whole page | ${conversion.ratio.toFixed(2)} | ${conversion.conversionMs.toFixed(2)} ms ÷ ${conversion.wholePageMs.toFixed(2)} ms a page |`,
  `| reader of datelines ÷ a whole conversion | ${(reader.share * 100).toFixed(1)} % | ${(reader.readerMs / reader.pages).toFixed(3)} ms ÷ ${(reader.conversionMs / reader.pages).toFixed(2)} ms a page |`,
  nightRow('a night in which nothing changed', nights.nothingChanged),
  nightRow('a night in which one page in a hundred changed', nights.onePercentChanged),
  `| facade ÷ engine, a search nobody asked before | ${(facade.newMs / facade.engineMs).toFixed(2)} | ${facade.newMs.toFixed(1)} ms ÷ ${facade.engineMs.toFixed(1)} ms a search |`,
  `| facade, the same search again ÷ a new one | ${(facade.cachedMs / facade.newMs).toFixed(2)} | ${facade.cachedMs.toFixed(1)} ms ÷ ${facade.newMs.toFixed(1)} ms a search |`,
  `| finding people ÷ a whole conversion | ${(people.share * 100).toFixed(1)} % | authority ${(people.authorityMs / people.pages).toFixed(2)} ms + discovery ${(people.discoveryMs / people.pages).toFixed(2)} ms ÷ ${(people.conversionMs / people.pages).toFixed(2)} ms a page; ${people.msAPage.toFixed(2)} ms for 2,500 characters |`,
];

function nightRow(name: string, night: Cost): string {
  const { full } = nights;
  const [cpu, wall] = [night.cpu / full.cpu, night.wall / full.wall].map(percent);
  const figures = `${night.cpu.toFixed(2)} s ÷ ${full.cpu.toFixed(1)} s`;
  return `| ${name} ÷ a full run, with the engine's CPU | ${cpu} (of the time that passed: ${wall}) | ${figures} |`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

const text = `# Speed

${conversion.pages} pages, CPU time of one thread, Node ${process.version}.

| what | ratio | figures |
|---|---|---|
${rows.join('\n')}
`;
mkdirSync(join(packageRoot, 'bench'), { recursive: true });
writeFileSync(join(packageRoot, 'bench', 'RESULTS.md'), text);
console.log(text);
