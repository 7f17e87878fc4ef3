#!/usr/bin/env node
import { main } from './commands/program.ts';
import { processTerminal } from './commands/terminal.ts';

process.exitCode = await main(processTerminal(), process.argv.slice(2));
