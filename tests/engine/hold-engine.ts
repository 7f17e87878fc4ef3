import { DataFolderBusy, openEngine } from '../../indexer/engine/open-engine.ts';

/** Opens the engine on a folder, says what came of it on one line, and holds it. */
const [dataFolder = '', ...flags] = process.argv.slice(2);
try {
  const exclusive = flags.includes('--exclusive');
  const engine = await openEngine({ dataFolder, exclusive, log: () => {} });
  console.log(JSON.stringify({ url: engine.url, searchKey: engine.searchKey }));
  if (flags.includes('--throw')) throw new Error('as a mistake would');
  setInterval(() => {}, 1000);
} catch (error) {
  if (!(error instanceof DataFolderBusy)) throw error;
  console.log(JSON.stringify({ error: error.name, pid: error.pid }));
}
