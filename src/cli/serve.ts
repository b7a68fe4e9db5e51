import { Command } from 'commander';

export const serveCommand = new Command('serve');
