import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EnvironmentError } from '../../config/environment.ts';
import { EXIT, type Terminal, UsageError } from './terminal.ts';

/** The command line: parses, runs one command, and returns its exit code. Never throws. */
export async function main(terminal: Terminal, args: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  const program = describe(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(error as Error, terminal);
  }
}

type Run = (terminal: Terminal) => Promise<number>;

/** Mistakes of the caller get one line; faults of ours keep their stack under DISPATCHES_LOG_LEVEL=debug. */
function explain(error: Error, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const debug = terminal.env['DISPATCHES_LOG_LEVEL'] === 'debug';
  terminal.err(`dispatches: ${debug ? error.stack : error.message}`);
  return error instanceof UsageError || error instanceof EnvironmentError
    ? EXIT.usage
    : EXIT.failed;
}

function describe(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('dispatches')
    .description('Full-text search over an archive of news-agency dispatches.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    });
  // Each command loads what it needs, and no more: the search page would take a second of every run.
  const run = (command: Run) => command(terminal).then(finish);
  const data = '--data <folder>';
  const dataHelp = 'where the engine keeps its files';

  program
    .command('start')
    .description('engine, index and search page in one: the sample archive, or your own')
    .option('--archive <folder...>', 'folders of HTML pages')
    .option('--port <number>', 'port of the search page', portNumber)
    .option('--host <address>', 'address to listen on')
    .option(data, dataHelp)
    .action((flags) => run(async (io) => (await import('./start.ts')).start(flags, io)));

  program
    .command('serve')
    .description('the search page and the API alone')
    .option('--port <number>', 'port to listen on', portNumber)
    .option('--host <address>', 'address to listen on')
    .option(data, dataHelp)
    .action((flags) => run(async (io) => (await import('./serve.ts')).serve(flags, io)));

  program
    .command('index')
    .description('make the index follow the archive, once')
    .argument('[archive...]', 'folders of HTML pages')
    .option(data, dataHelp)
    .option('--full', 'build a new index beside the live one and swap')
    .option('--force', 'let through what the gate would refuse')
    .option('--strict', 'exit with 3 when pages were rejected')
    .option('--json', 'print the report as JSON')
    .action((archive: string[], flags) =>
      run(async (io) =>
        (await import('./index-archive.ts')).indexArchive({ ...flags, archive }, io),
      ),
    );

  program
    .command('nightly')
    .description('make the index follow the archive every night')
    .argument('[archive...]', 'folders of HTML pages')
    .option(data, dataHelp)
    .action((archive: string[], flags) =>
      run(async (io) => (await import('./nightly.ts')).nightly({ ...flags, archive }, io)),
    );

  program
    .command('convert')
    .description('convert pages to JSON lines, without an engine')
    .argument('<path...>', 'pages or folders')
    .option('--explain', 'say what was chosen and dropped, by which rule')
    .option('--strict', 'exit with 3 when pages were rejected')
    .action((paths: string[], flags) =>
      run(async (io) => (await import('./convert.ts')).convert(paths, flags, io)),
    );

  program
    .command('search')
    .description('the query of the search page, from the terminal')
    .argument('[terms...]', 'words, "a phrase", -without')
    .option('--agency <id...>', 'sent by this agency')
    .option('--person <id...>', 'this person is named')
    .option('--place <name...>', 'sent from this place')
    .option('--lang <code...>', 'in this language')
    .option('--from <date>', 'first day, month or year')
    .option('--to <date>', 'last day, month or year')
    .option('--sort <order>', 'relevance, newest or oldest')
    .option('--page <number>')
    .option('--per-page <number>')
    .option('--json', 'hits as JSON lines')
    .option(data, dataHelp)
    .action((terms: string[], flags) =>
      run(async (io) => (await import('./search.ts')).search(terms, flags, io)),
    );

  program
    .command('verify')
    .description('compare the stored pages with the hashes in the index')
    .argument('[archive...]', 'folders of HTML pages')
    .option(data, dataHelp)
    .action((archive: string[], flags) =>
      run(async (io) => (await import('./verify.ts')).verify({ ...flags, archive }, io)),
    );

  program
    .command('agencies')
    .description('the catalogue of agencies')
    .option('--unknown', 'credits in the index that the catalogue does not know')
    .option('--json', 'as JSON lines')
    .option(data, dataHelp)
    .action((flags) => run(async (io) => (await import('./agencies.ts')).agencies(flags, io)));

  program
    .command('people')
    .description('who is named in the archive; what you decide about them')
    .option('--unconfirmed', 'only people whom nobody has confirmed')
    .option('--suggest', 'unconfirmed people who look like somebody else, with examples')
    .option('--accept <id...>', 'confirm people: new-…')
    .option('--id <id>', 'the id of the one who is accepted; else the name in ASCII')
    .option('--merge <id...>', 'these unconfirmed people are somebody known, see --into')
    .option('--into <id>', 'the known person')
    .option('--reject <name...>', 'these names are nobody')
    .option('--json', 'people as JSON lines')
    .option(data, dataHelp)
    .action((flags) => run(async (io) => (await import('./people.ts')).people(flags, io)));

  program
    .command('keys')
    .description('print keys for a Meilisearch of your own, as lines for .env')
    .action(() => run(async (io) => (await import('./keys.ts')).keys(io)));

  return program;
}

/** For commander: a port number. */
function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('a number from 0 to 65535');
}
