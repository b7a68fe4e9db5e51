import { Command } from 'commander';

export const rehearseCommand = new Command('rehearse');
